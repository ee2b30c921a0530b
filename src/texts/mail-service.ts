export const mailIsSent = (sender: string, server: string): string => `Post geht von ${sender} über ${server} hinaus.`;

export const mailIsRead = (folder: string, server: string): string =>
  `Antworten werden aus ${folder} auf ${server} gelesen.`;
