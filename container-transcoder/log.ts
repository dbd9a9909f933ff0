/** One structured line per event. `fields` must be JSON-serialisable. */
export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** Writes one JSON object a line, with the time and the given context in each. */
export function jsonLog(context: Record<string, unknown> = {}, write: (line: string) => void = (line) => console.log(line)): Log {
	return (event, fields = {}) =>
		write(JSON.stringify({ at: new Date().toISOString(), service: "transcoder", event, ...context, ...fields }));
}

/** The same log with more context in each line. */
export function withContext(log: Log, context: Record<string, unknown>): Log {
	return (event, fields = {}) => log(event, { ...context, ...fields });
}

/** What to write of a thrown thing: its message and that of its cause. */
export function reason(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
