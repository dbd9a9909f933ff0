/** One line of the table that `npm run bench` prints. */
export interface Row {
	readonly figure: string;
	readonly value: number;
	readonly unit: string;
	/** The same figure of the baseline measured in the same run; null where the target is absolute. */
	readonly baseline: number | null;
	/** value / baseline. */
	readonly ratio: number | null;
	readonly must: string;
	readonly aim: string;
}

/** Median of a list; NaN when empty. */
export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** Percentile by linear interpolation between closest ranks. @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * share;
	const low = sorted[Math.floor(place)];
	const high = sorted[Math.ceil(place)];
	return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (place - Math.floor(place));
}

const show = (value: number | null, unit = ""): string =>
	value === null ? "—" : `${Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)}${unit === "" ? "" : ` ${unit}`}`;

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
	const lines = rows.map(
		(row) =>
			`| ${row.figure} | ${show(row.value, row.unit)} | ${show(row.baseline, row.unit)} | ${show(row.ratio)} | ${row.must} | ${row.aim} |`,
	);
	return ["| figure | value | baseline | ratio | must | aim |", "|---|---|---|---|---|---|", ...lines].join("\n");
}
