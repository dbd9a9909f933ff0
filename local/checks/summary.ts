export interface Outcome {
	readonly name: string;
	readonly result: "passed" | "failed" | "not run";
	/** Why it wasn't run, how it failed, or what passed only at the second try. */
	readonly reason?: string;
	readonly seconds: number;
}

/** Whether all is well. In CI nothing may be left out: a step that could not run fails it. */
export const isSuccess = (outcomes: readonly Outcome[], isCi: boolean): boolean =>
	outcomes.every(({ result }) => result === "passed" || (result === "not run" && !isCi));

/** The table at the end. @param seconds that all of it took */
export function summarise(outcomes: readonly Outcome[], isCi: boolean, seconds: number): string {
	const width = Math.max(...outcomes.map(({ name }) => name.length));
	const marks = { passed: "✓", failed: "✗", "not run": "⚠" } as const;
	const lines = outcomes.map(({ name, result, reason, seconds: took }) => {
		const told = result === "not run" ? "NOT RUN" : result;
		return `${marks[result]} ${name.padEnd(width)}  ${told}${reason ? ` (${reason})` : ""}  ${took.toFixed(1)} s`;
	});
	const verdict = isSuccess(outcomes, isCi) ? "All passed" : "Not all passed";
	const left = outcomes.filter(({ result }) => result === "not run").map(({ name }) => name);
	const warning = left.length > 0 ? `; NOT RUN: ${left.join(", ")}` : "";
	return `${lines.join("\n")}\n${verdict}${warning}, in ${(seconds / 60).toFixed(1)} min.`;
}
