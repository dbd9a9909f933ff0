import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { testEnv } from "../workers/platform/test-env.fixture.ts";
import { INBOX_LENGTH, type NewEntry } from "../workers/social/notifications/inbox-store.ts";

const { INBOX } = testEnv;
let inboxes = 0;
const newInbox = () => INBOX.get(INBOX.idFromName(`inbox-test-${inboxes++}`));
const entry = (key: string, fields: Partial<NewEntry> = {}): NewEntry => ({
	key,
	type: "like",
	text: `about ${key}`,
	at: 1_000,
	...fields,
});

describe("an inbox", () => {
	it("keeps a notice once per key, also when it comes twice at the same moment", async () => {
		const inbox = newInbox();
		const added = await Promise.all([inbox.add(entry("a")), inbox.add(entry("a", { text: "again" })), inbox.add(entry("b"))]);
		expect(added.filter(Boolean)).toHaveLength(2);
		const { entries } = await inbox.list(10, null);
		expect(entries.map(({ text }) => text)).toEqual(["about b", "about a"]);
	});

	it("gives notices newest first, page by page", async () => {
		const inbox = newInbox();
		for (const key of ["1", "2", "3", "4", "5"]) await inbox.add(entry(key, { type: "comment", actorId: key, videoId: "9" }));
		const first = await inbox.list(2, null);
		const second = await inbox.list(2, first.next);
		const third = await inbox.list(2, second.next);
		expect([first, second, third].flatMap(({ entries }) => entries.flatMap(({ actorIds }) => actorIds))).toEqual(["5", "4", "3", "2", "1"]);
		expect(third.next).toBeNull();
		expect(first.entries[0]).toMatchObject({ type: "comment", text: "about 5", videoId: "9", at: 1_000, read: false });
	});

	it("counts what is unread, and marks as read up to a place", async () => {
		const inbox = newInbox();
		for (const key of ["1", "2", "3"]) await inbox.add(entry(key));
		const { entries } = await inbox.list(10, null);
		expect(await inbox.markRead(entries[1]?.id ?? null)).toBe(1);
		expect((await inbox.list(10, null)).entries.map(({ read }) => read)).toEqual([false, true, true]);
		expect(await inbox.markRead(null)).toBe(0);
	});

	it("remembers everything after it was evicted from memory", async () => {
		const inbox = newInbox();
		await inbox.add(entry("a"));
		await inbox.markRead(null);
		await evictDurableObject(inbox);
		expect(await inbox.add(entry("a"))).toBe(false);
		await inbox.add(entry("b"));
		expect(await inbox.list(10, null)).toMatchObject({ unread: 1, entries: [{ text: "about b" }, { text: "about a", read: true }] });
	});

	it("forgets the oldest beyond its length, and never gives an id twice", async () => {
		const inbox = newInbox();
		await runInDurableObject(inbox, async (instance) => {
			for (let count = 0; count < INBOX_LENGTH + 5; count++) instance.add(entry(String(count)));
		});
		const { entries, unread } = await inbox.list(INBOX_LENGTH + 10, null);
		expect([entries.length, unread]).toEqual([INBOX_LENGTH, INBOX_LENGTH]);
		expect(entries.at(-1)?.text).toBe("about 5");
		expect(entries[0]?.id).toBe(INBOX_LENGTH + 5);
	});

	it("belongs to one user: another's is empty", async () => {
		await newInbox().add(entry("a"));
		expect((await newInbox().list(10, null)).entries).toEqual([]);
	});
});
