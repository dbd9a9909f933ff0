import { describe, expect, it } from "vitest";
import { instanceOf } from "../../platform/transcoder.ts";
import { BrokenStream, transcodeEvents } from "./events.ts";
import { retryPause } from "./retry.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const streamOf = (...pieces: (string | Uint8Array)[]) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			for (const piece of pieces) controller.enqueue(typeof piece === "string" ? bytes(piece) : piece);
			controller.close();
		},
	});
async function all(body: ReadableStream<Uint8Array>, silenceMs = 1_000) {
	const events = [];
	for await (const event of transcodeEvents(body, silenceMs)) events.push(event);
	return events;
}

describe("a transcoder's lines", () => {
	it("are read however they are cut, even within a character", async () => {
		const line = bytes('{"type":"refused","code":"too_long","message":"Zu lang: 6 h – größer"}\n{"type":"heartbeat"}\n\n');
		const whole = await all(streamOf(line));
		expect(whole).toEqual([{ type: "refused", code: "too_long", message: "Zu lang: 6 h – größer" }, { type: "heartbeat" }]);
		for (let cut = 1; cut < line.length; cut += 3) expect(await all(streamOf(line.slice(0, cut), line.slice(cut)))).toEqual(whole);
	});

	it.each([
		["a connection that ends amid a line", '{"type":"heartb'],
		["an event nobody knows", '{"type":"party"}\n'],
		["something else than JSON", "<html>\n"],
	])("%s is a broken stream", async (_, text) => {
		await expect(all(streamOf(text))).rejects.toThrow(BrokenStream);
	});

	it("silence is a broken stream too", async () => {
		await expect(all(new ReadableStream(), 20)).rejects.toThrow(new BrokenStream("the next line took more than 20 ms"));
	});

	it("letting go cancels the connection, not the job", async () => {
		let cancelled = false;
		const body = new ReadableStream<Uint8Array>({
			pull: (controller) => controller.enqueue(bytes('{"type":"heartbeat"}\n')),
			cancel: () => {
				cancelled = true;
			},
		});
		for await (const _ of transcodeEvents(body, 1_000)) break;
		expect(cancelled).toBe(true);
	});
});

describe("the pause after a failure", () => {
	it("is four times as long each time", () => expect([1, 2, 3].map(retryPause)).toEqual([5, 20, 80]));
});

describe("the container a job goes to", () => {
	it("is always the same for a video, and all get their share, also of ids made in a burst", () => {
		const first = 383_089_514_925_195_271n;
		const counts = new Array<number>(20).fill(0);
		for (let index = 0n; index < 4_000n; index++) {
			const instance = instanceOf(String(first + index), 20);
			counts[instance] = (counts[instance] ?? 0) + 1;
		}
		expect(instanceOf("7", 20)).toBe(instanceOf("7", 20));
		expect(Math.min(...counts)).toBeGreaterThan(100);
		expect(Math.max(...counts)).toBeLessThan(300);
	});
});
