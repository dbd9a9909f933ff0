/** Whether a value is meant by one field of a cron expression: `*`, `5`, `1-5`, every tenth (an asterisk and `/10`), and lists of these. */
function fieldMatches(field: string, value: number): boolean {
	return field.split(",").some((part) => {
		const [range = "*", step] = part.split("/");
		const [low, high = step === undefined ? low : "59"] = range === "*" ? ["0", "59"] : range.split("-");
		return value >= Number(low) && value <= Number(high) && (value - Number(low)) % Number(step ?? 1) === 0;
	});
}

/** Whether the minute of `at` (UTC) is one of a five-field cron expression. Days and months are given by number. */
export function cronMatches(expression: string, at: Date): boolean {
	const [minute = "*", hour = "*", day = "*", month = "*", weekday = "*"] = expression.trim().split(/\s+/);
	return (
		fieldMatches(minute, at.getUTCMinutes()) &&
		fieldMatches(hour, at.getUTCHours()) &&
		fieldMatches(day, at.getUTCDate()) &&
		fieldMatches(month, at.getUTCMonth() + 1) &&
		fieldMatches(weekday, at.getUTCDay())
	);
}

/** Fires the Worker's cron triggers, which `wrangler dev` leaves to its caller. Returns what stops it. */
export function runCrons(baseUrl: string, crons: readonly string[], onError: (text: string) => void): () => void {
	const stopped = new AbortController();
	const fire = async (cron: string) => {
		try {
			const url = `${baseUrl}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(cron)}`;
			const response = await fetch(url, { signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(50_000)]) });
			if (!response.ok) onError(`the schedule "${cron}" answered ${response.status}`);
		} catch (error) {
			if (!stopped.signal.aborted) onError(`the schedule "${cron}" failed: ${String(error)}`);
		}
	};
	const tick = () => {
		const now = new Date();
		for (const cron of crons) if (cronMatches(cron, now)) void fire(cron);
		timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 50);
	};
	let timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 50);
	return () => {
		clearTimeout(timer);
		stopped.abort();
	};
}
