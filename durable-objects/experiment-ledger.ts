import { DurableObject } from "cloudflare:workers";
import type { Moments } from "../workers/experiments/index.ts";
import { EXPERIMENTS } from "../workers/experiments/index.ts";
import { ExperimentRecords } from "../workers/experiments/ledger/ledger.ts";
import type { LedgerEntry } from "../workers/experiments/ledger/outcome.ts";
import type { LedgerRpc } from "../workers/experiments/ledger/shards.ts";
import { Alarms, alarmsUnder } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import { servicesOf } from "../workers/services.ts";

const PRUNE_EVERY_MS = 86_400_000;
/** An experiment's figures are kept so long after its end, as the event archive is, milliseconds. */
const KEPT_AFTER_END_MS = 90 * 86_400_000;

/** What came of experiments for a part of the viewers: each batch added once. */
export class ExperimentLedger extends DurableObject<Env> implements LedgerRpc {
	readonly #services = servicesOf(this.env);
	readonly #records = new ExperimentRecords(this.ctx.storage.sql);
	readonly #alarms = new Alarms(alarmsUnder(this.ctx.storage), { prune: () => this.#prune() }, this.#services);

	/** Durable when it returns; a batch is added whole or not at all. @returns how many were new */
	record(entries: readonly LedgerEntry[]): number {
		const now = this.#services.clock();
		const added = this.ctx.storage.transactionSync(() => this.#records.add(entries, now));
		this.#alarms.setNoLater("prune", now + PRUNE_EVERY_MS);
		return added;
	}

	/** By arm. */
	moments(experiment: string): Record<string, Moments> {
		return this.#records.moments(experiment);
	}

	override alarm(): Promise<void> {
		return this.#alarms.ring();
	}

	#prune(): void {
		const now = this.#services.clock();
		const kept = EXPERIMENTS.filter(({ until }) => until + KEPT_AFTER_END_MS > now);
		this.#records.prune(
			now,
			kept.map(({ id }) => id),
		);
	}
}
