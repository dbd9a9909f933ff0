/** Where what came of experiments is added up. */
export { readMoments, recordOutcomes } from "./shards.ts";
