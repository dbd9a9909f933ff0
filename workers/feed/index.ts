/** The face of the feed: what other features ask of it, and what it does about what happens elsewhere. */
export { exportCatalogue } from "./archive/catalogue.ts";
export { expireArchive } from "./archive/lifecycle.ts";
export { takeUpModels } from "./archive/models.ts";
export { exportFeedSession } from "./export.ts";
export {
	adoptGuestSession,
	forgetFeedSession,
	makeFindable,
	outdateChanged,
	outdateRelationsOfSession,
	outdateTopicsOfSession,
	refindVideosOf,
	teachAct,
	unfind,
} from "./follow-up.ts";
export { readSpace } from "./vectors/space.ts";
export { tendSpace } from "./vectors/switch.ts";
export { takeUpVectors } from "./vectors/take-up.ts";
