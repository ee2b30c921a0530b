import type { Vote } from "../core/ballot/events.ts";
import { runningBallot } from "../core/committee/ballot-opening.ts";
import type { Command } from "../core/committee/commands.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import { ballotBox, collectionBox } from "../core/committee/decision.ts";
import { endsCollecting } from "../core/committee/open-ideas-box.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { openWeighting } from "../core/committee/weighting-now.ts";
import { dotsBox, ideasBox, runningWorkshop } from "../core/committee/workshop-now.ts";
import type { DotCount, SealedIdea } from "../core/workshop/events.ts";
import type { SealedBoxes } from "./ports.ts";

type Opening = Pick<SealedBoxes, "openContents">;

/** What is closed with its opened contents, which only the store can unseal: a secret ballot, a collection, ideas, secret dots. */
export function withOpenedBox(store: Opening, state: CommitteeState, command: Command): Command | Promise<Command> {
  switch (command.type) {
    case "CloseBallot": {
      const ballot = runningBallot(state);
      if (ballot?.mode !== "secret") return command;
      // What lies in a ballot box is what `castVote` put there, authenticated by its seal.
      return contents(store, ballotBox(ballot.ballot), (one) => JSON.parse(one) as Vote).then((secretVotes) => ({
        ...command,
        secretVotes,
      }));
    }
    case "CloseCollection": {
      const collection = openCollectionOf(state);
      if (collection === undefined) return command;
      return store.openContents(collectionBox(collection.collection)).then((entries) => ({ ...command, entries }));
    }
    case "BeginPhase":
      return endsCollecting(command.kind) ? withIdeas(store, state, command) : command;
    case "CloseWorkshop":
    case "RevealIdeas":
      return withIdeas(store, state, command);
    case "CloseWeighting": {
      const weighting = openWeighting(state);
      if (weighting?.mode !== "secret") return command;
      // What lies in it is what was placed, authenticated by its seal.
      return contents(store, dotsBox(weighting.weighting), (one) => JSON.parse(one) as readonly DotCount[]).then(
        (secretDots) => ({ ...command, secretDots }),
      );
    }
    default:
      return command;
  }
}

type OpeningIdeas = Extract<Command, { type: "BeginPhase" | "CloseWorkshop" | "RevealIdeas" }>;

function withIdeas(store: Opening, state: CommitteeState, command: OpeningIdeas): Command | Promise<Command> {
  const workshop = runningWorkshop(state);
  if (workshop === undefined || workshop.sealed === 0) return command;
  // What lies in it is what was given as an idea, authenticated by its seal.
  return contents(store, ideasBox(workshop), (one) => JSON.parse(one) as SealedIdea).then((sealedIdeas) => ({
    ...command,
    sealedIdeas,
  }));
}

const contents = async <T>(store: Opening, box: string, read: (content: string) => T): Promise<readonly T[]> =>
  (await store.openContents(box)).map(read);
