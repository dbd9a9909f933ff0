/**
 * Leaves out the Worker's own log lines: tests provoke errors on purpose, and what they look like is tested where it matters.
 * `TEST_LOGS=1` shows them (vitest.config.mts).
 */
for (const level of ["log", "warn", "error"] as const) {
	const write = console[level].bind(console);
	console[level] = (...given: unknown[]) => {
		const [line] = given;
		if (typeof line === "string" && line.startsWith('{"level":')) return;
		write(...given);
	};
}
