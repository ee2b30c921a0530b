import type { ContradictionCode } from "../core/rules/contradictions.ts";

/** Widerspruch in Worten: what does not go together, and the remedy. */
const sentences: Readonly<Record<ContradictionCode, string>> = {
  severalVotesWithoutProxy:
    "Niemand kann eine Stimme übertragen, und doch soll eine Person mehrere führen. Entweder proxy erlauben oder maxVotesPerPerson: 1.",
  splitVoteOfPersons:
    "Wenn jede Person für sich stimmt, gibt es keine geteilte Stimme eines Sitzes. Bitte splitVote streichen oder votingUnit: seat.",
  substituteWithoutProxy:
    "Ohne Stellvertretung (proxy: none) kann das Mitglied keine Stimme einer Stellvertretung ersetzen. Bitte eines von beiden streichen.",
  moveWithoutSpeech: "Wer Anträge stellen darf, muss sie begründen können. Bitte speak: ja oder move: nein.",
  proceduralMoversMayNotMove:
    "Beratende Mitglieder dürfen keine Anträge stellen (move: nein), GO-Anträge aber schon (movedBy: members). Bitte movedBy: voting oder move: ja.",
  reasonForNoRecall: "Ein Grund für die Abwahl, die es nicht gibt (recall: never). Bitte eines von beiden streichen.",
  rulesByUmlauf:
    "Ob die GO im Umlauf geändert werden kann, steht an zwei Stellen verschieden. Entweder »go-aenderung« in excluded und notByUmlauf: ja, oder keins von beiden (notByUmlauf: nein).",
  signatureOfNobody:
    "Das Protokoll soll mit der Unterschrift gelten, aber niemand unterschreibt. Bitte sign ausfüllen.",
  switchedOff:
    "Diese Regel gilt für etwas, das die GO selbst abschaltet. Bitte die Regel streichen oder wieder einschalten.",
  urgentLongerThanUsual:
    "Die gekürzte Frist (urgent › least) ist länger als die gewöhnliche (n). Bitte least kleiner wählen.",
  leastOfNoUrgency:
    "Eine kürzeste Frist (least) für Dringendes, das nicht erlaubt ist. Bitte least streichen oder allowed: ja.",
  timeOfDayWithHours:
    "Eine Frist in Stunden endet zur Minute; eine Uhrzeit (cutoff) passt nicht dazu. Bitte eines von beiden streichen.",
  postDaysForEmail:
    "Eingeladen wird per E-Mail; Tage für die Post (postDays) gibt es dann nicht. Bitte form: textform oder postDays streichen.",
  objectionWithoutCure:
    "Wenn Teilnahme nichts heilt (cureByParticipation: nein), muss auch niemand rechtzeitig rügen. Bitte objectionUntil streichen oder heilen lassen.",
  thresholdWithoutVote:
    "Über verspätete Punkte wird nicht abgestimmt (noObjection); die Mehrheit (urgentThreshold) hat keinen Platz. Bitte eines von beiden streichen.",
  closingClosedMeetings:
    "Nicht öffentliche Sitzungen (public: nein) kann niemand auf Verlangen schließen. Bitte closeOnDemand streichen oder public: ja.",
  remoteNotAllowed:
    "Zugeschaltete sollen mitzählen (remoteCounts), dürfen aber nicht teilnehmen (remotePresence: nein). Bitte eines von beiden ändern.",
  floorAboveQuorum:
    "Die Leitung müsste die Beschlussunfähigkeit feststellen, obwohl die AG noch beschlussfähig ist: exOfficioFloor liegt über der Beschlussfähigkeit. Bitte exOfficioFloor niedriger wählen oder presumption: nein.",
  floorWithoutPresumption:
    "Ohne Vermutung der Beschlussfähigkeit (presumption: nein) hat exOfficioFloor keine Wirkung. Bitte streichen oder presumption: ja.",
  repeatSwitchedOff:
    "Eine Wiederholungssitzung ist ausgeschlossen (enabled: nein), hat aber eine eigene Zahl oder Wartezeit. Bitte enabled: ja, oder min: 0 und ohne afterMinutes.",
  repeatWithoutQuorum:
    "Ohne Beschlussfähigkeit (kind: none) gibt es nichts zu wiederholen. Bitte repeat streichen oder kind ändern.",
  repeatStricterThanFirst:
    "Die Wiederholungssitzung verlangt mehr Sitze (repeat › min) als die erste (fixed). Bitte min kleiner wählen.",
  numberWithoutFixedQuorum: "Eine feste Zahl (fixed) gilt nur mit kind: fixed. Bitte streichen oder kind ändern.",
  fractionWithoutQuorumByFraction:
    "Ein Bruch (fraction) gilt nur mit kind: fraction. Bitte streichen oder kind ändern.",
  massExclusionOfReducedBase:
    "Befangene zählen schon nicht mit (excludedReduceBase: ja); dann hat massExclusionFraction keinen Platz. Bitte excludedReduceBase: nein dazuschreiben oder massExclusionFraction streichen.",
  precedenceTwice: "In precedence steht ein Wort zweimal. Bitte jedes nur einmal.",
  tieCannotDecide:
    "Bei dieser Mehrheit (kind) ist Stimmengleichheit immer zu wenig; tie hat keine Wirkung. Bitte tie streichen oder kind: simple.",
  thresholdUnused: "Die Schwelle (threshold) gilt nur mit kind: fraction. Bitte streichen oder kind ändern.",
  consensusButVoteFirst:
    "Beschlossen wird im Konsens (kind: consensus), aber zuerst soll abgestimmt werden (firstTry: vote). Bitte firstTry: consensus.",
  fallbackWithoutConsensus:
    "Nach einem Konsens wird nicht gesucht (firstTry: vote); consensusFallback hat keine Wirkung. Bitte eines von beiden ändern.",
  abstentionsLeaveNoBase:
    "Enthaltungen können nur von den Anwesenden abgezogen werden (leavesBase). Bitte basis: present oder abstain: ignore.",
  abstentionsInAndOut:
    "Enthaltungen zählen nicht mit (abstain: ignore) und doch mit (basis: castInclAbstain). Bitte basis: cast oder abstain: asNo.",
  castingVoteWithoutVote:
    "Der Vorsitz soll bei Stimmengleichheit entscheiden (tie), hat aber keine Stimme (chairKeepsSeatVote: nein). Bitte tie: rejected oder chairKeepsSeatVote: ja.",
  castingVoteInSecret:
    "Bei geheimer Abstimmung (mode: secret) kennt niemand die Stimme des Vorsitzes, die bei Gleichheit entscheiden soll (tie). Bitte tie: rejected oder mode: open.",
  demandForWhatAlwaysIs:
    "Abgestimmt wird immer geheim (mode: secret); verlangen muss es niemand. Bitte secretThreshold streichen oder mode: open.",
  rollCallNeverPossible:
    "Abgestimmt wird immer geheim (mode: secret), und geheim geht vor: Zu einer namentlichen Abstimmung kann es nie kommen. Bitte rollCall: {kind: never} oder mode: open.",
  rollCallNotForNothing:
    "Namentliche Abstimmung gibt es nicht (rollCall: never); Ausnahmen davon (rollCallNotFor) auch nicht. Bitte eines von beiden streichen.",
  openInSecretElection:
    "Gewählt wird immer geheim (mode: secret), bei einer Kandidatur aber offen. Bitte singleCandidateOpen: nein oder mode: open.",
  demandForSecretElection:
    "Gewählt wird immer geheim (mode: secret); verlangen muss es niemand. Bitte secretOnDemandOf streichen oder mode: open.",
  laterRoundMissing:
    "Die Mehrheit (majority) sieht einen späteren Wahlgang vor, der Ablauf (sequence) hat nur einen. Bitte sequence ergänzen, etwa [ballot, ballot, lot].",
  shareInListElection:
    "Bei Listen nach d’Hondt (multi) gibt es keinen Mindestanteil je Person (minShare). Bitte minShare: none.",
  shortestAboveLongest:
    "Die kürzeste Frist (minDays) ist länger als die längste (maxDays). Bitte beide angeben, die kürzeste zuerst.",
  consentWithoutObjection:
    "Schweigen gilt als Zustimmung (silence: consent), aber niemand kann widersprechen (objection: never). Bitte objection: {kind: any} oder silence: none.",
  consentWithoutTime:
    "Schweigen gilt als Zustimmung (silence: consent), aber es gibt keine Zeit zu antworten (minDays: 0). Bitte minDays mindestens 1.",
};

export const contradictionMessage = (code: ContradictionCode): string => `Widerspruch: ${sentences[code]}`;
