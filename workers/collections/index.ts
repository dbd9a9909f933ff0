/** Favourites put together under a name. */
export { forgetCollectionsOf } from "./own.ts";
export { forgetUnsaved, linkedCollection } from "./videos.ts";
