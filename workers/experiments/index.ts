/** Experiments: what is declared, who is in which arm, and the ledger of what came of it. */
export { assign } from "./assign.ts";
export { type Declaration, type DeclaredExperiment, declare, isRunning, parametersOf, stateOf } from "./declaration.ts";
export { EXPERIMENTS } from "./declared.ts";
export { type Moments, momentsOf, NO_MOMENTS } from "./ledger/moments.ts";
export { joined, type LedgerEntry, type Measure, type Measures, NOTHING, type Outcome } from "./ledger/outcome.ts";
export { type FeedParameter, type FeedParameters, USUAL_PARAMETERS } from "./parameters.ts";
