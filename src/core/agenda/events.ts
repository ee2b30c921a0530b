import type { PersonId } from "../kernel/ids.ts";

export type AgendaItemContent = {
  readonly title: string;
  /** Zeitbudget in minutes. */
  readonly minutes?: number;
  readonly public: boolean;
  /** False for items of information only: no ballot is opened under them. */
  readonly deciding: boolean;
};

/**
 * Wie ein Punkt in der laufenden Sitzung auf die Tagesordnung kam: before the agenda was entered upon, after that (then it is not
 * announced), or taken on as urgent.
 */
export type ItemArrival = "atOpening" | "late" | "urgent";

export type AgendaEvent =
  /** `standing`: opens or closes every meeting. Others are put in front of the closing items. */
  | {
      readonly type: "AgendaItemAdded";
      readonly item: number;
      readonly meeting: number;
      readonly content: AgendaItemContent;
      readonly standing?: "opening" | "closing";
      readonly proposedBy?: PersonId;
      readonly carriedOver?: boolean;
      /** Wegen Beschlussunfähigkeit zurückgestellt. */
      readonly deferred?: boolean;
      /** Only where it was added while the meeting ran. */
      readonly arrival?: ItemArrival;
    }
  /** Dringlich aufgenommen: a late item counts as announced. */
  | { readonly type: "AgendaItemAdmitted"; readonly item: number }
  | { readonly type: "AgendaItemChanged"; readonly item: number; readonly content: AgendaItemContent }
  | { readonly type: "AgendaItemMoved"; readonly item: number; readonly before: number }
  | { readonly type: "AgendaItemRemoved"; readonly item: number }
  | { readonly type: "AgendaAdopted"; readonly meeting: number }
  /** Aufruf eines TOP; the one before is finished with it. */
  | { readonly type: "AgendaItemCalled"; readonly item: number }
  /** Vertagt: comes back on the next agenda by itself. `inquorate`: zurückgestellt wegen Beschlussunfähigkeit. */
  | { readonly type: "AgendaItemAdjourned"; readonly item: number; readonly reason?: "inquorate" }
  /** Nichtbefassung oder Überweisung: the item is over without a decision on the matter. */
  | {
      readonly type: "AgendaItemSetAside";
      readonly item: number;
      readonly how: "notConsidered" | "referred";
      readonly to?: string;
    };
