import { AsyncLocalStorage } from "node:async_hooks";

/** How a limit that is counted in whole numbers stands, as the `RateLimit` fields of an answer tell it. */
export interface QuotaState {
	/** What is limited: a token, the same for all it is told to. */
	readonly policy: string;
	readonly most: number;
	readonly windowSeconds: number;
	readonly left: number;
	/** Until there is more, seconds. */
	readonly resetSeconds: number;
}

/** What the request that is being answered has spent: known where it is counted, told where the answer is written. */
const spent = new AsyncLocalStorage<Map<string, QuotaState>>();

/** Notes how a limit stands after this request. Outside of a request nobody is told. */
export function noteQuota(state: QuotaState): void {
	spent.getStore()?.set(state.policy, state);
}

/** Answers a request, with the limits that are noted meanwhile at hand. */
export const withQuotas = <T>(answer: (noted: ReadonlyMap<string, QuotaState>) => Promise<T>): Promise<T> => {
	const noted = new Map<string, QuotaState>();
	return spent.run(noted, () => answer(noted));
};
