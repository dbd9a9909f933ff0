/** Experiments: what is declared, who is in which arm, and the ledger of what came of it. */
export { assign } from "./assign.ts";
export { type Declaration, type DeclaredExperiment, declare, isRunning, parametersOf, stateOf } from "./declaration.ts";
export { EXPERIMENTS } from "./declared.ts";
export { type Moments, momentsOf, NO_MOMENTS } from "./ledger/moments.ts";
export { joined, type LedgerEntry, MEASURES, type Measure, type Measures, NOTHING, type Outcome } from "./ledger/outcome.ts";
export { readMoments, recordOutcomes } from "./ledger/shards.ts";
export { FEED_PARAMETERS, type FeedParameter, type FeedParameters, isFeedParameter, USUAL_PARAMETERS } from "./parameters.ts";
