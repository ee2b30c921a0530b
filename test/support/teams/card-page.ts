import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { PATIENCE } from "../patience.ts";
import { type RenderedCard, renderCard, takePressed } from "./card-page-client.ts";
import { teamsHostConfig, teamsStyle } from "./card-page-host.ts";
import { isProblem } from "./card-schema.ts";
import { CHROMIUM } from "./describe-with-chromium.ts";
import type { Json } from "./json.ts";

/** Eine Karte im Browser: rendered by Microsoft's own package, without any network. */
export type CardPage = {
  show(card: object, options?: ShowOptions): Promise<ShownCard>;
  /** Types into the field under that label, or chooses the entry of that title. */
  fill(label: string, text: string): Promise<void>;
  /** Clicks the button of that title on the card shown; what the client would send: type, title, verb and data, or the address. */
  press(title: string): Promise<Json>;
  /** Takes a picture of the card shown; where it lies. Kept if CARD_PICTURES names a folder. */
  picture(name: string): Promise<string>;
  close(): Promise<void>;
};

/** `text`: what a reader sees, buttons as well. */
export type ShownCard = RenderedCard & { readonly text: string };

export type ShowOptions = {
  /** As wide as a telephone. */
  readonly isNarrow?: boolean;
  /** An older client: the fallback of `Action.Execute` is shown. */
  readonly isOld?: boolean;
};

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const dist = dirname(createRequire(import.meta.url).resolve("adaptivecards/package.json"));

/** One for a whole test file: a browser takes a second or two to start. */
export async function openCardPage(): Promise<CardPage> {
  const kept = process.env["CARD_PICTURES"];
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "card-pictures-")));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const page = await offlinePage(browser);
  return {
    async show(card, options = {}) {
      const rendered = await page.evaluate(renderCard, { card, hostConfig: teamsHostConfig, ...options });
      const [text = ""] = await page.locator("#card").allInnerTexts();
      return { ...rendered, problems: rendered.problems.filter(isProblem), text };
    },
    async fill(label, text) {
      const input = page.getByLabel(label, { exact: true });
      const isChoice = (await input.evaluate(({ localName }) => localName)) === "select";
      await (isChoice
        ? input.selectOption({ label: text }, { timeout: PATIENCE })
        : input.fill(text, { timeout: PATIENCE }));
    },
    async press(title) {
      const titled = page.getByText(title, { exact: true });
      await page.locator("#card button").filter({ has: titled }).click({ timeout: PATIENCE });
      const pressed = await page.evaluate(takePressed);
      if (pressed === undefined) throw new Error(`The button "${title}" did nothing`);
      return pressed;
    },
    async picture(name) {
      const path = join(folder, `${name}.png`);
      await page.locator("#card").screenshot({ path });
      return path;
    },
    async close() {
      await browser.close();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function offlinePage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ offline: true, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.route("**/*", (route) => route.abort());
  await page.setContent(`<!doctype html><html lang="de"><style>${teamsStyle}</style><div id="card"></div></html>`);
  await page.addScriptTag({ path: join(dist, "dist/adaptivecards.min.js") });
  return page;
}
