import { afterEach, describe, expect, it, vi } from "vitest";
import type { FeedPage, VideoCard } from "../api/feeds.ts";
import type { ReadPage } from "./feedList.ts";

const card = (id: string) => ({ id }) as VideoCard;
const fed: FeedPage = { videos: [card("10")], nextCursor: "next" };

function storageOf(): Storage {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key),
	} as Storage;
}
/** A page that starts, with what its storages hold. */
async function start(
	read: ReadPage,
	{ isReload = false, ageMs = 60_000, ownerId = null as string | null, account = null as string | null } = {},
) {
	vi.resetModules();
	vi.stubGlobal("localStorage", storageOf());
	vi.stubGlobal("sessionStorage", storageOf());
	localStorage.setItem("reelay.ahead", JSON.stringify({ ownerId, at: Date.now() - ageMs, cards: [card("1"), card("2")] }));
	if (account) localStorage.setItem("reelay.account", JSON.stringify({ id: account }));
	if (isReload) sessionStorage.setItem("reelay.session", "1");
	const { beginningWithKept } = await import("./keptFeed.ts");
	return beginningWithKept(read);
}
/** The faults of the modules that the page has just loaded. */
const unreachable = async () => {
	throw (await import("../api/problem.ts")).offlineError();
};
const ids = ({ videos }: FeedPage) => videos.map(({ id }) => id);

describe("the first page of the feed", () => {
	afterEach(() => vi.unstubAllGlobals());

	it("after a reload is what was kept, and the feed's own first page is the next", async () => {
		const asked: unknown[] = [];
		const read = await start(
			async (...args) => {
				asked.push(args);
				return fed;
			},
			{ isReload: true },
		);
		const first = await read(6, undefined);
		expect([ids(first), asked]).toEqual([["1", "2"], []]);
		expect(ids(await read(4, first.nextCursor ?? undefined))).toEqual(["10"]);
		expect(asked).toEqual([[6, undefined]]);
		await read(4, "next");
		expect(asked.at(-1)).toEqual([4, "next"]);
	});
	it.each([
		["in another tab, or later", {}],
		["after an hour", { isReload: true, ageMs: 2 * 3_600_000 }],
		["of another person", { isReload: true, ownerId: "7" }],
		["of a guest, for whom signed in", { isReload: true, account: "7" }],
	])("%s is the feed's", async (_, options) => {
		expect(ids(await (await start(async () => fed, options))(6, undefined))).toEqual(["10"]);
	});
	it("without a connection is what was kept, however old; read anew it says so", async () => {
		const read = await start(unreachable, { ageMs: 90 * 86_400_000, ownerId: "7", account: "7" });
		expect(ids(await read(6, undefined))).toEqual(["1", "2"]);
		await expect(read(6, undefined)).rejects.toMatchObject({ code: "offline" });
	});
	it("is a fault where nothing was kept, and where the server answered with one", async () => {
		const offline = await start(unreachable, { ownerId: "7" });
		await expect(offline(6, undefined)).rejects.toMatchObject({ code: "offline" });
		const refused = await start(() => Promise.reject(new Error("500")));
		await expect(refused(6, undefined)).rejects.toThrow("500");
	});
});
