/** Whose impressions count for others, and how much: what was given to whom, from where, and in what company. */
export { checkText } from "./check-text.ts";
export { type GivenAnswer, type GivenRpc, type Named, noteGiven, readGiven, timesGiven, wasGiven } from "./given.ts";
export { noteManifest } from "./manifest.ts";
export { type Network, networkOf } from "./network.ts";
export { noteUploader, uploaderOf } from "./uploader.ts";
export { type Doing, weigh, weighDoings } from "./weigh.ts";
