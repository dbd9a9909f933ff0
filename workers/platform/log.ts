import { withoutParameters } from "./database-faults.ts";

/** One structured line per event, JSON on stdout. `event` is snake_case; ids that connect lines are `requestId`, `videoId`, `jobId`. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Log {
	info(event: string, fields?: Fields): void;
	warn(event: string, fields?: Fields): void;
	error(event: string, fields?: Fields): void;
	/** The same log with these fields on every line. */
	with(fields: Fields): Log;
}

/** Causes are followed this deep. */
const CAUSES_MAX = 5;

/** What of an error is worth a log line: its causes too, but nothing of what a statement was given. */
export function errorFields(error: unknown): Fields {
	if (!(error instanceof Error)) return { error: withoutParameters(error) };
	const causes: string[] = [];
	for (
		let cause = error.cause;
		cause !== undefined && causes.length < CAUSES_MAX;
		cause = cause instanceof Error ? cause.cause : undefined
	) {
		causes.push(withoutParameters(cause));
	}
	return {
		error: withoutParameters(error.message, error),
		errorName: error.name,
		stack: framesOf(error),
		...(causes.length === 0 ? {} : { cause: causes.join(" ← ") }),
	};
}

/** Where an error was made. What a stack begins with is the message, which may hold anything. */
function framesOf({ stack }: Error): string | undefined {
	const lines = stack?.split("\n").filter((line) => /^\s+at /.test(line));
	return lines?.join("\n");
}

export function createLog(bound: Fields = {}): Log {
	const write = (level: "info" | "warn" | "error", event: string, fields: Fields = {}) => {
		const line = JSON.stringify({ level, event, ...bound, ...fields, timestamp: Date.now() }, printable);
		console[level === "info" ? "log" : level](line);
	};
	return {
		info: (event, fields) => write("info", event, fields),
		warn: (event, fields) => write("warn", event, fields),
		error: (event, fields) => write("error", event, fields),
		with: (fields) => createLog({ ...bound, ...fields }),
	};
}

/** An error handed over as a field, or turned into text by whoever logs it, tells no more than `errorFields` would. */
const printable = (_: string, value: unknown): unknown =>
	value instanceof Error ? errorFields(value) : typeof value === "string" ? withoutParameters(value) : value;
