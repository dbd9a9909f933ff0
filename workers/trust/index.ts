/** Whose impressions count for others, and how much: what was given to whom, from where, and in what company. */
export { appealDecision, sweepAppeals } from "./appeals/file.ts";
export { type Judged, labelsOf } from "./appeals/labels.ts";
export { ownDecision } from "./appeals/own.ts";
export { eraseAppealsOf, settleAppeals } from "./appeals/settle.ts";

export { audit } from "./audit/append.ts";
export { type GivenAnswer, type GivenRpc, type Named, noteGiven, readGiven, timesGiven, wasGiven } from "./given.ts";
export { noteManifest } from "./manifest.ts";
export { performOnAccount, readmitDue } from "./moderation/account.ts";
export { type NewCase, openCase } from "./moderation/cases.ts";
export { type Deciding, decide, strikesStanding } from "./moderation/decide.ts";
export { heldVideoIds, isVideoHeld } from "./moderation/holds.ts";
export { keepWords, wordsKeptBy } from "./moderation/kept-words.ts";
export { isForGood } from "./moderation/ladder.ts";
export { performDue, suspensionOf } from "./moderation/perform.ts";
export { type CaseRecord, caseFor, claim, claimNextCase, listOf, moveTo, release } from "./moderation/queue.ts";
export { metricsOf, queueStates } from "./moderation/queue-figures.ts";
export { reportOut } from "./moderation/report-out.ts";
export { isCleared, queuesOf, roleMissing } from "./moderation/rights.ts";
export { type Network, networkOf } from "./network.ts";
export { readOperator } from "./operators/identify.ts";
export { fileReport, sweepReports } from "./reports/file.ts";
export { eraseReportsOf, settleReports } from "./reports/settle.ts";
export { labelOf, NOBODY, type ReportedThing } from "./reports/thing.ts";
export { screenText } from "./screening/screen-text.ts";
export { noteUploader, uploaderOf } from "./uploader.ts";
export { type Doing, weigh, weighDoings } from "./weigh.ts";
