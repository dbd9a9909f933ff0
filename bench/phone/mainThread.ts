import type { Browser, CDPSession } from "playwright-core";

/** A task of the page's main thread. */
export interface Task {
	/** CPU time of its thread, milliseconds: what else runs on the machine does not count. */
	cpuMs: number;
}
interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	tdur?: number;
}

/** Names the tasks of Chromium's main thread go by in its traces, by version. */
const TASK_NAMES = new Set(["ThreadControllerImpl::RunTask", "RunTask"]);

/**
 * Traces what the page's main thread did between two marks of its own (`performance.mark`), set by `work`.
 * @throws when the page set no such marks
 */
export async function traceTasks(browser: Browser, from: string, to: string, work: () => Promise<void>): Promise<Task[]> {
	const cdp: CDPSession = await browser.newBrowserCDPSession();
	const events: TraceEvent[] = [];
	cdp.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
	await cdp.send("Tracing.start", {
		transferMode: "ReportEvents",
		traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "blink.user_timing"] },
	});
	await work();
	const complete = new Promise<void>((resolve) => cdp.once("Tracing.tracingComplete", () => resolve()));
	await cdp.send("Tracing.end");
	await complete;
	await cdp.detach();
	const begin = events.find(({ name }) => name === from);
	const end = events.find(({ name }) => name === to);
	if (!begin || !end) throw new Error(`the trace has no marks ${from} and ${to}`);
	return events
		.filter(({ name, ph, pid, tid, ts }) => {
			const isTask = ph === "X" && TASK_NAMES.has(name);
			return isTask && pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts;
		})
		.map(({ tdur }) => ({ cpuMs: (tdur ?? 0) / 1000 }));
}
