import { each, type Moments } from "./moments.ts";
import { joined, type LedgerEntry, MEASURES, type Outcome } from "./outcome.ts";

/** Batch names are kept for as long as a queue may deliver again: four days, and a day to spare, milliseconds. */
const BATCHES_KEPT_MS = 5 * 86_400_000;

const SCHEMA = `
	create table if not exists batches (id text primary key, at integer not null) without rowid;
	create index if not exists batches_oldest on batches (at);
	create table if not exists viewers (experiment text, unit text, arm text not null, exposedAt integer, first integer, last integer,
		${MEASURES.map((measure) => `${measure} real not null`).join(", ")}, primary key (experiment, unit)) without rowid;
`;
const COLUMNS = ["experiment", "unit", "arm", "exposedAt", "first", "last", ...MEASURES];
const READ = "select * from viewers where experiment = ? and unit = ?";
const WRITE = `insert or replace into viewers (${COLUMNS}) values (${COLUMNS.map(() => "?")})`;
const MOMENTS = `select arm, count(*) as viewers,
	${MEASURES.map((x) => `sum(${x}) as sum_${x}, sum(${x} * ${x}) as square_${x}, sum(${x} * impressions) as product_${x}`).join(", ")}
	from viewers where experiment = ? group by arm`;

/** Sums per experiment and viewer, one row each, and the batches they are made of. */
export class ExperimentRecords {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		sql.exec(SCHEMA);
	}

	/** Adds each batch that was not added before; to be run in a transaction. One too old to tell is refused. @returns how many */
	add(entries: readonly LedgerEntry[], now: number): number {
		let added = 0;
		for (const { batchId, at, outcomes } of entries) {
			if (at < now - BATCHES_KEPT_MS) continue;
			const { rowsWritten } = this.#sql.exec("insert into batches values (?, ?) on conflict do nothing", batchId, at);
			if (rowsWritten === 0) continue;
			for (const outcome of outcomes) this.#join(outcome);
			added += 1;
		}
		return added;
	}

	moments(experiment: string): Record<string, Moments> {
		const rows = this.#sql.exec<Record<string, number | string>>(MOMENTS, experiment);
		return Object.fromEntries(
			[...rows].map((row) => {
				const of = (kind: string) => each((measure) => Number(row[`${kind}_${measure}`]));
				return [String(row.arm), { viewers: Number(row.viewers), sums: of("sum"), squares: of("square"), products: of("product") }];
			}),
		);
	}

	/** Forgets batches that can't come again, and experiments other than these. */
	prune(now: number, experiments: readonly string[]): void {
		this.#sql.exec("delete from batches where at < ?", now - BATCHES_KEPT_MS);
		this.#sql.exec("delete from viewers where experiment not in (select value from json_each(?))", JSON.stringify(experiments));
	}

	/** The arm first told stays: who is told of in two was exposed to the first. */
	#join(outcome: Outcome): void {
		const [row] = this.#sql.exec<Record<string, number | string | null>>(READ, outcome.experiment, outcome.unit).toArray();
		const { experiment, unit, arm, exposedAt, span, sums } = row === undefined ? outcome : joined(outcomeOf(row), outcome);
		const measured = MEASURES.map((measure) => sums[measure]);
		this.#sql.exec(WRITE, experiment, unit, arm, exposedAt, span?.first ?? null, span?.last ?? null, ...measured);
	}
}

function outcomeOf(row: Record<string, number | string | null>): Outcome {
	const time = (value: number | string | null | undefined) => (value === null || value === undefined ? null : Number(value));
	const [first, last] = [time(row.first), time(row.last)];
	return {
		experiment: String(row.experiment),
		unit: String(row.unit),
		arm: String(row.arm),
		exposedAt: time(row.exposedAt),
		span: first === null || last === null ? null : { first, last },
		sums: each((measure) => Number(row[measure])),
	};
}
