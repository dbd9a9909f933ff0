import pMap from "p-map";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { type Moments, NO_MOMENTS, plusMoments } from "./moments.ts";
import type { LedgerEntry } from "./outcome.ts";

/** Viewers are spread over this many objects by the first digit of their pseudonym, a random UUID. Never to be changed: sums would part. */
const SHARDS = "0123456789abcdef";
/** Objects called at once: all there are. */
const AT_ONCE = 16;

const shardOf = (unit: string): string => (SHARDS.includes(unit.charAt(0)) ? unit.charAt(0) : "0");

/** What a ledger object can be asked. */
export interface LedgerRpc extends Rpc.DurableObjectBranded {
	/** Durable when it returns; a batch is added whole or not at all. @returns how many were new */
	record(entries: readonly LedgerEntry[]): number;
	/** By arm. */
	moments(experiment: string): Record<string, Moments>;
}

const ledgerOf = ({ objects }: Pick<Services, "objects">, shard: string): DurableObjectStub<LedgerRpc> => objects.ledger<LedgerRpc>(shard);

/** Adds up what batches tell. Never throws. @returns the names of those that some object did not take: hand them on again */
export async function recordOutcomes(services: Services, entries: readonly LedgerEntry[]): Promise<Set<string>> {
	const byShard = new Map<string, LedgerEntry[]>();
	for (const entry of entries) {
		for (const shard of new Set(entry.outcomes.map(({ unit }) => shardOf(unit)))) {
			const outcomes = entry.outcomes.filter(({ unit }) => shardOf(unit) === shard);
			byShard.set(shard, [...(byShard.get(shard) ?? []), { ...entry, outcomes }]);
		}
	}
	const failed = new Set<string>();
	await pMap(
		byShard,
		async ([shard, mine]) => {
			try {
				await ledgerOf(services, shard).record(mine);
			} catch (error) {
				services.log.warn("outcomes_not_recorded", { shard, batches: mine.length, ...errorFields(error) });
				for (const { batchId } of mine) failed.add(batchId);
			}
		},
		{ concurrency: AT_ONCE },
	);
	return failed;
}

/** An experiment's moments by arm, gathered from all objects. @throws when one does not answer: a part would be wrong */
export async function readMoments(services: Pick<Services, "objects">, experiment: string): Promise<ReadonlyMap<string, Moments>> {
	const all = new Map<string, Moments>();
	await pMap(
		SHARDS,
		async (shard) => {
			const moments = await ledgerOf(services, shard).moments(experiment);
			for (const [arm, more] of Object.entries(moments)) all.set(arm, plusMoments(all.get(arm) ?? NO_MOMENTS, more));
		},
		{ concurrency: AT_ONCE },
	);
	return all;
}
