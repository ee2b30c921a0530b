import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { LinkProblem } from "./refusal-scheduling.ts";

const MOST = 10;
/** One file in the folder of outgoing papers: it leads nowhere else. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,119}$/u;

type Enclosures = { readonly links: readonly string[]; readonly papers: readonly string[] };

/** Verweise und Unterlagen einer Einladung. Whether a paper is there the core cannot see. */
export function enclosureProblem({ links, papers }: Enclosures): ReturnType<typeof refused> | undefined {
  const problem = linksProblem(links) ?? papersProblem(papers);
  return problem === undefined ? undefined : refused(problem);
}

function linksProblem(links: readonly string[]): Refusal | undefined {
  if (links.length > MOST) return { code: "TooManyEnclosures", what: "links", most: MOST };
  for (const link of links) {
    const problem = linkProblem(link);
    if (problem !== undefined) return { code: "InvitationLinkRefused", link, problem };
  }
  return undefined;
}

function linkProblem(link: string): LinkProblem | undefined {
  if (!URL.canParse(link) || /\s/u.test(link)) return "notHttps";
  const { href, username, password } = new URL(link);
  if (!href.startsWith("https://")) return "notHttps";
  return username === "" && password === "" ? undefined : "credentials";
}

/** Name of one file, and of nothing else. */
export const isPaperName = (name: string): boolean => FILE_NAME.test(name) && !name.includes("..");

function papersProblem(papers: readonly string[]): Refusal | undefined {
  if (papers.length > MOST) return { code: "TooManyEnclosures", what: "papers", most: MOST };
  const unsafe = papers.find((name) => !isPaperName(name));
  return unsafe === undefined ? undefined : { code: "PaperNameRefused", name: unsafe };
}
