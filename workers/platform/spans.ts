import type { SpanName } from "../../contracts/telemetry.ts";

/** Runs under a span of a trace: what the runtime traces by itself meanwhile (databases, queues, buckets, objects) stands below it. */
export type InSpan = <T>(name: SpanName, attributes: Readonly<Record<string, string | number | boolean>>, run: () => T) => T;

/** @param tracing the runtime's own; a request that is not sampled costs a call */
export const spansOf =
	(tracing: Tracing): InSpan =>
	(name, attributes, run) =>
		tracing.enterSpan(name, (span) => {
			if (span.isTraced) span.setAttributes({ ...attributes });
			return run();
		});

export const untraced: InSpan = (_name, _attributes, run) => run();
