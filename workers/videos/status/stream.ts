import type { ProcessingStatus } from "../../../contracts/videos.ts";

/** Looks at the row this often while it changes, milliseconds … */
const LOOK_EVERY_MS = 700;
/** … and up to this seldom while it does not. */
const LOOK_AT_LEAST_EVERY_MS = 3_000;
/** A comment line keeps proxies from closing a quiet stream, milliseconds. */
const HEARTBEAT_MS = 10_000;
/** After this a client connects anew, milliseconds: no stream outlives a deployment for long. */
const LIFETIME_MS = 10 * 60_000;
/** Times in a row the status may fail to load before the stream ends and the client comes back. */
const TROUBLES = 5;

export interface StreamTimes {
	readonly clock: () => number;
	readonly sleep: (ms: number) => Promise<void>;
	/** Asked before each look: false ends the stream. */
	readonly renew: () => Promise<boolean>;
	/** Told once, when the stream is over however it ended. */
	readonly ended: () => void;
}

/** What still uploads is not on its way: its client knows best, and may never complete it. */
const over = (status: ProcessingStatus): boolean => status.status !== "processing";

/**
 * A video's progress as server-sent events: the status whenever it changes, and an end when it is not being processed (any
 * more). Each event is whole, so a client that reconnects misses nothing.
 * @param load the status of now; its first call has been made by the caller: `first`
 */
export function statusStream(
	first: ProcessingStatus,
	load: () => Promise<ProcessingStatus>,
	{ clock, sleep, renew, ended }: StreamTimes,
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let open = true;
	return new ReadableStream<Uint8Array>({
		async start(controller) {
			const send = (text: string) => controller.enqueue(encoder.encode(text));
			const tell = (status: ProcessingStatus, id: number) => send(`id: ${id}\nevent: status\ndata: ${JSON.stringify(status)}\n\n`);
			const begun = clock();
			let id = 1;
			let told = comparable(first);
			let saidAt = begun;
			let pause = LOOK_EVERY_MS;
			let troubles = 0;
			send("retry: 1000\n\n");
			tell(first, id);
			let done = over(first);
			while (open && !done && clock() - begun < LIFETIME_MS) {
				await sleep(pause);
				if (!open) return;
				if (!(await renew())) break;
				const status = await load().catch(() => null);
				troubles = status === null ? troubles + 1 : 0;
				if (troubles >= TROUBLES) break;
				if (status !== null && comparable(status) !== told) {
					told = comparable(status);
					id += 1;
					saidAt = clock();
					pause = LOOK_EVERY_MS;
					tell(status, id);
					done = over(status);
				} else {
					pause = Math.min(LOOK_AT_LEAST_EVERY_MS, pause * 1.3);
					if (clock() - saidAt >= HEARTBEAT_MS) {
						saidAt = clock();
						send(": still here\n\n");
					}
				}
			}
			if (!open) return;
			open = false;
			controller.close();
			ended();
		},
		cancel() {
			if (open) ended();
			open = false;
		},
	});
}

/** What a change is: not the guess of the time left, nor the grant in the addresses. */
const comparable = ({ status, stage, progress, manifest, failure }: ProcessingStatus): string =>
	JSON.stringify([status, stage, progress, manifest?.segmentCount, manifest?.renditions.length, failure?.code]);
