import { describe, expect, it, vi } from "vitest";
import type { Message } from "../api/messages.ts";
import { ApiError, offlineError } from "../api/problem.ts";
import { type KeptFile, type LocalFile, Outbox, type Outgoing } from "./outbox.ts";

const refused = new ApiError({ code: "conversation_closed", status: 409, detail: "Nothing can be written here any more." });
const text = (clientId: string, conversationId = "1-2") => ({
	clientId,
	conversationId,
	content: { type: "text", text: clientId } as const,
	file: null,
	replyTo: null,
});

const photo: LocalFile = {
	kind: "photo",
	blob: new Blob(["light"]),
	previewUrl: "blob:first",
	alt: "A pier",
	durationMs: 0,
	peaks: [],
	width: 4,
	height: 3,
};
const picture = (clientId: string) => ({ ...text(clientId), content: null, file: photo });

/** An outbox whose sends wait until they are answered by hand. */
function made(kept = new Map<string, string>(), files = new Map<string, KeptFile>()) {
	const calls: { outgoing: Outgoing; answer(error?: unknown): Promise<void> }[] = [];
	const sent: string[] = [];
	const later: { work(): void; ms: number }[] = [];
	const outbox = new Outbox({
		send: (outgoing) =>
			new Promise((resolve, reject) => {
				calls.push({
					outgoing,
					answer: async (error) => {
						if (error) reject(error);
						else resolve({ clientId: outgoing.clientId } as Message);
						await new Promise((done) => setTimeout(done));
					},
				});
			}),
		sent: ({ clientId }) => void sent.push(String(clientId)),
		later: (work, ms) => void later.push({ work, ms }),
		now: () => 0,
		storage: () => ({
			getItem: (key) => kept.get(key) ?? null,
			setItem: (key, value) => void kept.set(key, value),
			removeItem: (key) => void kept.delete(key),
		}),
		files: {
			keep: async (clientId, file) => void files.set(clientId, file),
			read: async (clientId) => {
				const file = files.get(clientId);
				return file === undefined ? null : { ...file, previewUrl: "blob:again" };
			},
			drop: async (clientId) => void files.delete(clientId),
		},
	});
	outbox.belongTo("7");
	const states = () => outbox.entries.value.map(({ clientId, state }) => `${clientId} ${state}`);
	return { outbox, calls, sent, later, kept, files, states };
}

describe("what is on its way", () => {
	it("goes one after the other in a conversation, beside those of others", async () => {
		const { outbox, calls, sent, states } = made();
		for (const entry of [text("a"), text("b"), text("c", "3-4")]) outbox.add(entry);
		expect(states()).toEqual(["a sending", "b waiting", "c sending"]);
		await calls[0]?.answer();
		expect(sent).toEqual(["a"]);
		expect(states()).toEqual(["b sending", "c sending"]);
	});
	it("waits out a lost connection and is sent under the same name, in order", async () => {
		const { outbox, calls, sent, later, states } = made();
		outbox.add(text("a"));
		outbox.add(text("b"));
		await calls[0]?.answer(offlineError());
		expect(states()).toEqual(["a waiting", "b waiting"]);
		expect(calls).toHaveLength(1);
		later[0]?.work();
		await calls[1]?.answer();
		await calls[2]?.answer();
		expect(calls.map(({ outgoing }) => outgoing.clientId)).toEqual(["a", "a", "b"]);
		expect(sent).toEqual(["a", "b"]);
	});
	it("being told twice to go, it goes once", () => {
		const { outbox, calls } = made();
		outbox.add(text("a"));
		outbox.flush();
		outbox.flush();
		expect(calls).toHaveLength(1);
	});
	it("asks less and less often, and no sooner than the server said", async () => {
		const { outbox, calls, later } = made();
		outbox.add(text("a"));
		for (let tried = 0; tried < 7; tried++) {
			await calls[tried]?.answer(offlineError());
			later[tried]?.work();
		}
		expect(later.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
		await calls[7]?.answer(new ApiError({ code: "rate_limited", status: 429, detail: "Slower.", retryAfterSeconds: 44 }));
		expect(later.at(-1)?.ms).toBe(44_000);
	});
	it("what is refused says why and holds nobody up; it can be tried again or dropped", async () => {
		const { outbox, calls, states } = made();
		outbox.add(text("a"));
		outbox.add(text("b"));
		await calls[0]?.answer(refused);
		expect(outbox.entries.value[0]?.fault).toBe("Nothing can be written here any more.");
		expect(states()).toEqual(["a failed", "b sending"]);
		await calls[1]?.answer();
		outbox.retry("a");
		expect(states()).toEqual(["a sending"]);
		await calls[2]?.answer(refused);
		outbox.discard("a");
		expect(states()).toEqual([]);
	});
	it("a day's allowance that is used up is no matter of waiting", async () => {
		const { outbox, calls, states } = made();
		outbox.add(text("a"));
		await calls[0]?.answer(new ApiError({ code: "daily_limit", status: 429, detail: "Enough for today." }));
		expect(states()).toEqual(["a failed"]);
	});
	it("outlives a reload, and belongs to who wrote it", () => {
		const first = made();
		first.outbox.add(text("a"));
		const again = made(first.kept);
		expect(again.calls.map(({ outgoing }) => outgoing.clientId)).toEqual(["a"]);
		again.outbox.belongTo("8");
		expect(again.states()).toEqual([]);
		again.outbox.belongTo("7");
		expect(again.outbox.entries.value.map(({ clientId }) => clientId)).toEqual(["a"]);
	});
	it("outlives a reload with its photo, before what is written meanwhile; sent, nothing of it stays", async () => {
		const first = made();
		first.outbox.add(picture("a"));
		first.outbox.add(text("b"));
		const again = made(first.kept, first.files);
		again.outbox.add(text("c"));
		await vi.waitUntil(() => again.states().length === 3);
		expect(again.states()).toEqual(["a sending", "b waiting", "c waiting"]);
		expect(again.calls[0]?.outgoing.file).toMatchObject({ kind: "photo", alt: "A pier", previewUrl: "blob:again" });
		await again.calls[0]?.answer();
		expect([again.files.size, again.states()]).toEqual([0, ["b sending", "c waiting"]]);
	});
	it("loses nothing when the page goes before the files are read", () => {
		const first = made();
		first.outbox.add(picture("a"));
		const second = made(first.kept, first.files);
		second.outbox.add(text("b"));
		expect(JSON.parse(second.kept.get("reelay.outbox.7") ?? "")).toMatchObject([{ clientId: "a", hasFile: true }, { clientId: "b" }]);
	});
	it("a file that the browser did not keep leaves its message, to be said that it is gone", async () => {
		const first = made();
		first.outbox.add(picture("a"));
		const again = made(first.kept);
		await vi.waitUntil(() => again.calls.length === 1);
		expect(again.calls[0]?.outgoing).toMatchObject({ content: null, file: null });
	});
	it("what arrives after somebody else has signed in is not shown to them", async () => {
		const { outbox, calls, sent } = made();
		outbox.add(text("a"));
		outbox.belongTo("8");
		await calls[0]?.answer();
		expect(sent).toEqual([]);
	});
});
