/** Whose impressions count for others, and how much: what was given to whom, from where, and in what company. */
export { sweepAppeals } from "./appeals/file.ts";
export { type Judged, labelsOf } from "./appeals/labels.ts";
export { eraseAppealsOf, settleAppeals } from "./appeals/settle.ts";
export { checkText } from "./check-text.ts";
export { type GivenAnswer, type GivenRpc, type Named, noteGiven, readGiven, timesGiven, wasGiven } from "./given.ts";
export { noteManifest } from "./manifest.ts";
export { performOnAccount } from "./moderation/account.ts";
export { type NewCase, openCase } from "./moderation/cases.ts";
export { type Deciding, decide } from "./moderation/decide.ts";
export { performDue, suspensionOf } from "./moderation/perform.ts";
export { type Network, networkOf } from "./network.ts";
export { readOperator } from "./operators/identify.ts";
export { fileReport, sweepReports } from "./reports/file.ts";
export { eraseReportsOf, settleReports } from "./reports/settle.ts";
export { labelOf, NOBODY, type ReportedThing } from "./reports/thing.ts";
export { noteUploader, uploaderOf } from "./uploader.ts";
export { type Doing, weigh, weighDoings } from "./weigh.ts";
