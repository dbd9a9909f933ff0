/** The face of search: what it does about what happens elsewhere, and what is due by the clock. */

export { countSearchTerms, dropFromSearch, makeSearchable, reindexVideosOf, searchChanged } from "./documents/follow.ts";
export { type Leanings, type LeaningsRpc, NO_LEANINGS } from "./leanings.ts";
