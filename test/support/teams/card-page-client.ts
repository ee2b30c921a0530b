import type * as Package from "adaptivecards";
import type { Json } from "./json.ts";

/** Was aus einer Karte im Browser wurde. */
export type RenderedCard = {
  readonly buttons: readonly string[];
  /** Names of the HTML elements that arose, in lower case. */
  readonly tags: readonly string[];
  /** What the renderer did not understand. */
  readonly problems: readonly string[];
};

type Window = typeof globalThis & { AdaptiveCards: typeof Package; pressed?: Json | undefined };

type Rendering = {
  readonly card: object;
  readonly hostConfig: object;
  readonly isNarrow?: boolean;
  readonly isOld?: boolean;
};

/** Runs in the page: everything that it needs has to stand in it. */
export function renderCard({ card, hostConfig, isNarrow = false, isOld = false }: Rendering): RenderedCard {
  // The page has loaded the package as a script.
  const window = globalThis as Window;
  const { AdaptiveCard, HostConfig, SerializationContext, CardObjectRegistry, GlobalRegistry } = window.AdaptiveCards;
  const context = new SerializationContext();
  if (isOld) {
    const actions = new CardObjectRegistry<Package.Action>();
    GlobalRegistry.populateWithDefaultActions(actions);
    actions.unregister("Action.Execute");
    context.setActionRegistry(actions);
  }
  // Of Markdown only the mention is played; that names contain no Markdown is tested without a browser.
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const holder = document.createElement("div");
    holder.textContent = text;
    const html = holder.innerHTML.replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
    result.outputHtml = `<p>${html}</p>`;
    result.didProcess = true;
  };
  const place = document.getElementById("card");
  if (place === null) throw new Error("The page has no place for a card");
  place.className = isNarrow ? "narrow" : "";
  const shown = new AdaptiveCard();
  shown.hostConfig = new HostConfig(hostConfig);
  shown.onExecuteAction = (action) => {
    const { verb, data, url } = action as unknown as Json;
    window.pressed = { type: action.getJsonTypeName(), title: action.title, verb, data, url };
  };
  shown.parse(card, context);
  place.replaceChildren(shown.render() ?? "");
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return {
    buttons: [...place.querySelectorAll("button")].map((button) => button.textContent ?? ""),
    tags: [...new Set([...place.querySelectorAll("*")].map(({ localName }) => localName))],
    problems: [...events, ...shown.validateProperties().validationEvents.map(({ message }) => message)],
  };
}

/** Runs in the page. */
export function takePressed(): Json | undefined {
  const window = globalThis as Window;
  const { pressed } = window;
  window.pressed = undefined;
  return pressed;
}
