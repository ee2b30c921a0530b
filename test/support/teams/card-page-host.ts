/** What Teams tells the renderer about sizes and colours (light theme), as far as a picture needs it. */
export const teamsHostConfig = {
  fontFamily: "'Segoe UI', system-ui, 'DejaVu Sans', sans-serif",
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "#E0E0E0" },
  containerStyles: {
    default: { backgroundColor: "#FFFFFF", foregroundColors: { default: { default: "#242424", subtle: "#616161" } } },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  table: { cellSpacing: 8 },
};

/** The column of a chat, and buttons that look like Teams'. */
export const teamsStyle = `
  body { margin: 0; padding: 12px; background: #F5F5F5; }
  #card { width: 560px; background: #FFFFFF; border: 1px solid #E0E0E0; border-radius: 4px; overflow-wrap: anywhere; }
  #card.narrow { width: 320px; }
  .ac-pushButton { font: 600 14px 'DejaVu Sans', sans-serif; padding: 5px 12px; border: 1px solid #D1D1D1; border-radius: 4px;
    background: #FFFFFF; color: #242424; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; margin: 2px 0; }
  .mention { color: #5B5FC7; font-weight: 600; }
`;
