import { describe, expect, it, vi } from "vitest";
import { HeldMedia, type MediaCache } from "./holdMedia.ts";

/** Cache Storage, as far as it is used. */
function cacheOf(kept = new Map<string, Response>()): MediaCache {
	const path = (request: RequestInfo | URL) =>
		new URL(request instanceof Request ? request.url : String(request), "https://reelay.test").pathname;
	return {
		match: async (request) => kept.get(path(request))?.clone(),
		put: async (request, response) => void kept.set(path(request), response),
		delete: async (request) => kept.delete(path(request)),
		keys: async () => [...kept.keys()].map((key) => new Request(`https://reelay.test${key}`)),
	};
}
const bytes = async (size: number) => new ArrayBuffer(size);
function holding(open: () => Promise<MediaCache | null>) {
	let told: ReadonlySet<string> = new Set();
	const held = new HeldMedia(
		open,
		(paths) => {
			told = paths;
		},
		1_000,
	);
	return { keep: held.keep.bind(held), forget: held.forget.bind(held), has: (path: string) => told.has(path) };
}

describe("media held on the device", () => {
	it("is held in the order it is wanted, as far as there is room", async () => {
		const cache = cacheOf();
		const held = holding(async () => cache);
		await held.keep(["/a", "/b", "/c", "/d"], (path) => bytes(path === "/c" ? 900 : 400));
		expect(["/a", "/b", "/c", "/d"].map((path) => held.has(path))).toEqual([true, true, false, false]);
		expect((await (await cache.match("/b"))?.arrayBuffer())?.byteLength).toBe(400);
		expect(await cache.match("/c")).toBeUndefined();
	});
	it("is there after a reload, and is not fetched again", async () => {
		const kept = new Map<string, Response>();
		await holding(async () => cacheOf(kept)).keep(["/a"], () => bytes(400));
		const again = holding(async () => cacheOf(kept));
		const fetch = vi.fn(() => bytes(400));
		await again.keep(["/a", "/b"], fetch);
		expect(fetch.mock.calls).toEqual([["/b"]]);
		expect([again.has("/a"), again.has("/b")]).toEqual([true, true]);
	});
	it("lets go of what is wanted no more, and of everything when another person looks", async () => {
		const kept = new Map<string, Response>();
		const held = holding(async () => cacheOf(kept));
		await held.keep(["/a", "/b"], () => bytes(300));
		await held.keep(["/b", "/c"], () => bytes(300));
		expect([...kept.keys()].sort()).toEqual(["/b", "/c"]);
		await held.forget();
		expect([kept.size, held.has("/b")]).toEqual([0, false]);
	});
	it("stops for what was wanted before as soon as other things are", async () => {
		const kept = new Map<string, Response>();
		const held = holding(async () => cacheOf(kept));
		let first: Promise<void> | undefined;
		const asked: string[] = [];
		await new Promise<void>((resolve) => {
			first = held.keep(["/a", "/b"], async (path) => {
				asked.push(path);
				void held.keep(["/c"], () => bytes(10)).then(resolve);
				return bytes(10);
			});
		});
		await first;
		expect(asked).toEqual(["/a"]);
		expect([...kept.keys()]).toEqual(["/c"]);
	});
	it("leaves out what can't be had, and works where nothing can be kept", async () => {
		const cache = cacheOf();
		const held = holding(async () => cache);
		await held.keep(["/a", "/b", "/c"], async (path) =>
			path === "/a" ? Promise.reject(new Error("gone")) : path === "/b" ? null : bytes(5),
		);
		expect(["/a", "/b", "/c"].map((path) => held.has(path))).toEqual([false, false, true]);
		for (const open of [async () => null, () => Promise.reject(new Error("forbidden"))]) {
			const nowhere = holding(open);
			await nowhere.keep(["/a"], () => bytes(5));
			expect(nowhere.has("/a")).toBe(false);
		}
	});
});
