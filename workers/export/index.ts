/** The copy of everything that is kept of a person, as they may ask for it. */
export { eraseExportsOf, sweepExports } from "./sweep.ts";
