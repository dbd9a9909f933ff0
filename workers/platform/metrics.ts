import { DIMENSIONS, DIMENSIONS_MAX, type Level, type TelemetryEvent } from "../../contracts/telemetry.ts";

/** Counts what is told: how often, how long it took, and told apart by fields of few values. */
export interface Metrics {
	count(event: TelemetryEvent, level: Level, fields: Readonly<Record<string, unknown>>): void;
}

export const noMetrics: Metrics = { count: () => undefined };

/** A value longer than this is a sentence and no dimension, characters. */
const VALUE_MAX = 64;

/**
 * Metrics in a dataset of Analytics Engine, one point an event: index and blob1 the event, blob2 its level, further blobs its dimensions
 * as `name=value`; double1 counts, double2 is how long it took, milliseconds. Never throws: nobody's request fails for being counted.
 */
export function metricsIn(dataset: AnalyticsEngineDataset): Metrics {
	return {
		count(event, level, fields) {
			const dimensions = DIMENSIONS.flatMap((name) => (isShort(fields[name]) ? [`${name}=${fields[name]}`] : [])).slice(0, DIMENSIONS_MAX);
			const ms = typeof fields.ms === "number" ? fields.ms : 0;
			try {
				dataset.writeDataPoint({ indexes: [event], blobs: [event, level, ...dimensions], doubles: [1, ms] });
			} catch {
				// One request may write no more points than that: the lines are still there.
			}
		},
	};
}

const isShort = (value: unknown): value is string | number | boolean =>
	typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value.length <= VALUE_MAX);
