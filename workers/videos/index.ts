/** The face of the videos feature: other features import from here, and from `cards/index.ts`. */
export { makeGrant } from "./delivery/grant.ts";
export { resolveVideoRef } from "./references.ts";
