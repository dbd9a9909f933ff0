import { describe, expect, it, vi } from "vitest";
import { BandwidthEstimator } from "./bandwidth.ts";
import { SegmentError, SegmentStore, TransferRestarted } from "./segmentStore.ts";

const answer = (bytes: number, status = 200) => new Response(new Uint8Array(bytes), { status });
const storeOf = (fetch: typeof globalThis.fetch, capacityBytes = 1000) =>
	new SegmentStore({ bandwidth: new BandwidthEstimator(), capacityBytes, fetch, sleep: async () => undefined });

describe("SegmentStore", () => {
	it("asks the network once for a segment wanted by two", async () => {
		const fetch = vi.fn(async () => answer(10));
		const store = storeOf(fetch);
		const [first, second] = await Promise.all([store.get("/a"), store.get("/a")]);
		expect(first).toBe(second);
		expect(fetch).toHaveBeenCalledTimes(1);
		expect(store.has("/a")).toBe(true);
	});
	it("knows what is on its way, and forgets what failed", async () => {
		const store = storeOf(async () => answer(0, 404));
		const pending = store.get("/a");
		expect([store.knows("/a"), store.has("/a"), store.knows("/b")]).toEqual([true, false, false]);
		await expect(pending).rejects.toThrow("404");
		expect(store.knows("/a")).toBe(false);
	});
	it("lets go of the least recently used when memory is full", async () => {
		const store = storeOf(async () => answer(400));
		await store.get("/a");
		await store.get("/b");
		await store.get("/a");
		await store.get("/c");
		expect([store.has("/a"), store.has("/b"), store.has("/c")]).toEqual([true, false, true]);
	});
	it("fails at once, without its retries, what is out of reach", async () => {
		const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError("network"));
		const options = { bandwidth: new BandwidthEstimator(), fetch, sleep: async () => undefined };
		await expect(new SegmentStore({ ...options, isOutOfReach: async () => true }).get("/a")).rejects.toMatchObject({ status: 0 });
		expect(fetch).toHaveBeenCalledTimes(1);
		await expect(new SegmentStore(options).get("/a")).rejects.toThrow("network");
		expect(fetch).toHaveBeenCalledTimes(5);
	});
	it("retries faults of network and server, then gives the bytes", async () => {
		const fetch = vi
			.fn<typeof globalThis.fetch>()
			.mockRejectedValueOnce(new TypeError("network"))
			.mockResolvedValueOnce(answer(0, 503))
			.mockResolvedValueOnce(answer(5));
		expect((await storeOf(fetch).get("/a")).byteLength).toBe(5);
	});
	it("does not retry a segment that is gone, and asks anew the next time", async () => {
		const fetch = vi.fn<typeof globalThis.fetch>(async () => answer(0, 404));
		const store = storeOf(fetch);
		await expect(store.get("/a")).rejects.toEqual(new SegmentError("/a", 404));
		await expect(store.get("/a")).rejects.toThrow("404");
		expect(fetch).toHaveBeenCalledTimes(2);
	});
	it("stops a transfer nobody waits for, without retrying it", async () => {
		const fetch = vi.fn<typeof globalThis.fetch>(
			(_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted")))),
		);
		const store = storeOf(fetch);
		const pending = store.get("/a");
		store.cancel("/a");
		await expect(pending).rejects.toThrow("aborted");
		expect(fetch).toHaveBeenCalledTimes(1);
	});
	it("gives bytes as they arrive, and the whole to who comes later", async () => {
		let push: (bytes: number[] | null) => void = () => undefined;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				push = (bytes) => (bytes ? controller.enqueue(new Uint8Array(bytes)) : controller.close());
			},
		});
		const store = storeOf(async () => new Response(body));
		const reading = store.read("/a");
		const first = reading.next();
		push([1, 2]);
		expect((await first).value).toEqual(new Uint8Array([1, 2]));
		const second = reading.next();
		push([3]);
		expect((await second).value).toEqual(new Uint8Array([3]));
		push(null);
		expect((await reading.next()).done).toBe(true);
		expect(new Uint8Array(await store.get("/a"))).toEqual(new Uint8Array([1, 2, 3]));
		const later: number[] = [];
		for await (const chunk of store.read("/a")) later.push(...chunk);
		expect(later).toEqual([1, 2, 3]);
	});
	it("tells how far a transfer is, from its first byte to its end", async () => {
		let push: (bytes: number[] | null) => void = () => undefined;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				push = (bytes) => (bytes ? controller.enqueue(new Uint8Array(bytes)) : controller.close());
			},
		});
		const clock = { now: 0 };
		const store = new SegmentStore({ bandwidth: new BandwidthEstimator(), fetch: async () => new Response(body), now: () => clock.now });
		const reading = store.read("/a");
		expect(store.progressOf("/a")).toBeNull();
		push([1, 2]);
		await reading.next();
		clock.now = 700;
		expect(store.progressOf("/a")).toEqual({ arrivedBytes: 2, elapsedMs: 700 });
		push(null);
		await store.get("/a");
		expect([store.progressOf("/a"), store.progressOf("/b")]).toEqual([null, null]);
	});
	it("says so when a transfer that was read from had to begin anew", async () => {
		let fail: () => void = () => undefined;
		const broken = new ReadableStream<Uint8Array>({
			start(controller) {
				controller.enqueue(new Uint8Array([1]));
				fail = () => controller.error(new TypeError("network"));
			},
		});
		const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValueOnce(new Response(broken)).mockResolvedValueOnce(answer(3));
		const store = storeOf(fetch);
		const reading = store.read("/a");
		await reading.next();
		fail();
		await expect(reading.next()).rejects.toBeInstanceOf(TransferRestarted);
		expect((await store.get("/a")).byteLength).toBe(3);
	});
	it("lets bytes gather as long as nobody reads along, and takes them at once from then on", async () => {
		let push: (bytes: number[] | null) => void = () => undefined;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				push = (bytes) => (bytes ? controller.enqueue(new Uint8Array(bytes)) : controller.close());
			},
		});
		const gather = vi.fn((_arrivedBytes: number) => new Promise<void>(() => undefined));
		const store = new SegmentStore({ bandwidth: new BandwidthEstimator(), fetch: async () => new Response(body), gather });
		const whole = store.get("/a");
		push([1]);
		await vi.waitFor(() => expect(gather).toHaveBeenCalledTimes(1));
		push([2]);
		expect(store.progressOf("/a")?.arrivedBytes).toBe(1);
		const read: number[] = [];
		const reading = (async () => {
			for await (const chunk of store.read("/a")) read.push(...chunk);
		})();
		push([3]);
		push(null);
		await reading;
		expect(read).toEqual([1, 2, 3]);
		expect(new Uint8Array(await whole)).toEqual(new Uint8Array([1, 2, 3]));
		expect(gather).toHaveBeenCalledTimes(1);
	});
});
