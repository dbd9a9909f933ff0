/** One structured line per event, JSON on stdout. `event` is snake_case; ids that connect lines are `requestId`, `videoId`, `jobId`. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Log {
	info(event: string, fields?: Fields): void;
	warn(event: string, fields?: Fields): void;
	error(event: string, fields?: Fields): void;
	/** The same log with these fields on every line. */
	with(fields: Fields): Log;
}

/** What of an error is worth a log line. */
export function errorFields(error: unknown): Fields {
	if (!(error instanceof Error)) return { error: String(error) };
	return {
		error: error.message,
		errorName: error.name,
		stack: error.stack,
		...(error.cause === undefined ? {} : { cause: String(error.cause) }),
	};
}

export function createLog(bound: Fields = {}): Log {
	const write = (level: "info" | "warn" | "error", event: string, fields: Fields = {}) => {
		const line = JSON.stringify({ level, event, ...bound, ...fields, timestamp: Date.now() });
		console[level === "info" ? "log" : level](line);
	};
	return {
		info: (event, fields) => write("info", event, fields),
		warn: (event, fields) => write("warn", event, fields),
		error: (event, fields) => write("error", event, fields),
		with: (fields) => createLog({ ...bound, ...fields }),
	};
}
