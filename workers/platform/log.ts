import {
	CONNECTING,
	type Connecting,
	type EventAt,
	type FieldOf,
	type Level,
	OF_ERRORS,
	TELEMETRY,
	type TelemetryEvent,
} from "../../contracts/telemetry.ts";
import { type Metrics, noMetrics } from "./metrics.ts";
import { redacted } from "./redact.ts";

export type Fields<Name extends TelemetryEvent> = { readonly [Field in FieldOf<Name>]?: unknown };
type Bound = { readonly [Field in Connecting]?: unknown };

/**
 * One structured line per event, JSON on stdout, and one count of it among the metrics. Names and fields are those of
 * `contracts/telemetry.ts`: others don't compile, and fields that come in by a spread are left out. An event may be told more quietly
 * than it is listed, never louder.
 */
export interface Log {
	info<Name extends EventAt<"info">>(event: Name, fields?: Fields<Name>): void;
	warn<Name extends EventAt<"warn">>(event: Name, fields?: Fields<Name>): void;
	error<Name extends EventAt<"error">>(event: Name, fields?: Fields<Name>): void;
	/** The same log with these ids on every line. */
	with(fields: Bound): Log;
}

/** Causes are followed this deep. */
const CAUSES_MAX = 5;

type ErrorFields = { readonly [Field in (typeof OF_ERRORS)[number]]?: string | undefined };

/** What of an error is worth a log line: its causes too, but nothing of what a statement was given. */
export function errorFields(error: unknown): ErrorFields {
	if (!(error instanceof Error)) return { error: redacted(error) };
	const causes: string[] = [];
	for (
		let cause = error.cause;
		cause !== undefined && causes.length < CAUSES_MAX;
		cause = cause instanceof Error ? cause.cause : undefined
	) {
		causes.push(redacted(cause));
	}
	return {
		error: redacted(error.message, error),
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

export function createLog(metrics: Metrics = noMetrics, bound: Bound = {}): Log {
	const write = (level: Level, event: TelemetryEvent, given: Readonly<Record<string, unknown>> = {}) => {
		const fields = listed(event, { ...bound, ...given });
		console[level === "info" ? "log" : level](JSON.stringify({ level, event, ...fields, timestamp: Date.now() }, printable));
		metrics.count(event, level, fields);
	};
	return {
		info: (event, fields) => write("info", event, fields),
		warn: (event, fields) => write("warn", event, fields),
		error: (event, fields) => write("error", event, fields),
		with: (fields) => createLog(metrics, { ...bound, ...fields }),
	};
}

const ALLOWED = new Map<string, ReadonlySet<string>>(
	Object.entries(TELEMETRY).map(([event, { fields }]) => {
		const own: readonly string[] = fields;
		return [event, new Set<string>([...CONNECTING, ...own, ...(own.includes("error") ? OF_ERRORS : [])])];
	}),
);

/** Those of the fields that the event's line may have. */
function listed(event: TelemetryEvent, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const allowed = ALLOWED.get(event);
	return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed?.has(name) === true));
}

/** An error handed over as a field, or turned into text by whoever logs it, tells no more than `errorFields` would. */
const printable = (_: string, value: unknown): unknown =>
	value instanceof Error ? errorFields(value) : typeof value === "string" ? redacted(value) : value;
