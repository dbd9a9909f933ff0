/** Favourites put together under a name. */
export { exportCollections } from "./export.ts";
export { forgetCollectionsOf } from "./own.ts";
export { forgetUnsaved, linkedCollection } from "./videos.ts";
