/** Cards: what is known of videos, from the nearest copy that may be trusted, and how it is shown. */

export { soundLabels } from "../sounds/see.ts";
export { mediaBase, presentManifest, presentThumbnail, presentUrls } from "./address.ts";
export { changeLogOf } from "./changes.ts";
export { type Counts, countsKey, countsOf } from "./counts.ts";
export { cardSteps, grantFor, hydrateCards, likedOf, savedOf } from "./hydrate.ts";
export { DELETION_LEASE_MS, forgetCopies, invalidateVideo, type Loaded, loadEntries, loadVideo, loadVideos } from "./load.ts";
export { fixedCard, presentCardJson } from "./present.ts";
export type { VideoRecord } from "./record.ts";
export { readRecords } from "./rows.ts";
