import { describe, expect, it, vi } from "vitest";
import { ApiError, offlineError } from "../api/problem.ts";
import { WatchOutbox, type WatchOutboxOptions } from "./watchOutbox.ts";

const memory = () => {
	const held = new Map<string, string>();
	return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) };
};
const event = (id: string) => ({ eventId: id, videoId: "1", watchDuration: 5, totalDuration: 10 });
const outboxOf = (send: WatchOutboxOptions["send"], storage = memory()) => {
	const later: (() => void)[] = [];
	return { outbox: new WatchOutbox({ send, storage, schedule: (callback) => void later.push(callback) }), later, storage };
};

describe("WatchOutbox", () => {
	it("sends an event at once and forgets it when the server has it", async () => {
		const send = vi.fn(async () => undefined);
		const { outbox } = outboxOf(send);
		await outbox.add(event("a"));
		expect(send).toHaveBeenCalledWith([event("a")]);
		expect(outbox.pending).toBe(0);
	});
	it("keeps events over a closed tab while offline, and sends them under the same id", async () => {
		const storage = memory();
		await outboxOf(async () => Promise.reject(offlineError()), storage).outbox.add(event("a"));
		const send = vi.fn(async () => undefined);
		await outboxOf(send, storage).outbox.flush();
		expect(send).toHaveBeenCalledWith([event("a")]);
	});
	it("tries again later after a failure", async () => {
		const send = vi.fn<WatchOutboxOptions["send"]>().mockRejectedValueOnce(offlineError()).mockResolvedValue(undefined);
		const { outbox, later } = outboxOf(send);
		await outbox.add(event("a"));
		expect(outbox.pending).toBe(1);
		later[0]?.();
		await vi.waitFor(() => expect(outbox.pending).toBe(0));
	});
	it("drops what the server refuses for good, so that it holds up nothing", async () => {
		const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
		const { outbox, later } = outboxOf(async () => Promise.reject(new ApiError({ code: "invalid_fields", status: 422, detail: "no" })));
		await outbox.add(event("a"));
		expect([outbox.pending, later.length]).toEqual([0, 0]);
		expect(warn).toHaveBeenCalledOnce();
		warn.mockRestore();
	});
	it("sends at most a hundred at once", async () => {
		const sizes: number[] = [];
		const storage = memory();
		storage.setItem("reelay.watch", JSON.stringify(Array.from({ length: 130 }, (_, i) => event(String(i)))));
		await outboxOf(async (events) => void sizes.push(events.length), storage).outbox.flush();
		expect(sizes).toEqual([100, 30]);
	});
	it("sends on the next visit what a page left that was killed out of sight", async () => {
		const storage = memory();
		outboxOf(async () => undefined, storage).outbox.keepDraft({ ...event("a"), at: 1_000 });
		const send = vi.fn(async () => undefined);
		await new WatchOutbox({ send, storage, now: () => 60_000 }).flush();
		expect(send).toHaveBeenCalledWith([{ ...event("a"), at: 1_000 }]);
		expect(new WatchOutbox({ send, storage, now: () => 90_000 }).pending).toBe(0);
	});
	it("leaves a fresh draft to the page that may still go on with it", () => {
		const storage = memory();
		outboxOf(async () => undefined, storage).outbox.keepDraft({ ...event("a"), at: 50_000 });
		expect(new WatchOutbox({ send: async () => undefined, storage, now: () => 60_000 }).pending).toBe(0);
	});
	it("drops the draft of an impression that is told after all", async () => {
		const { outbox, storage } = outboxOf(async () => undefined);
		outbox.keepDraft({ ...event("a"), at: 0 });
		await outbox.add({ ...event("a"), at: 1 });
		expect(new WatchOutbox({ send: async () => undefined, storage, now: () => 900_000 }).pending).toBe(0);
	});
	it("begins empty when storage holds nonsense", () => {
		const storage = memory();
		storage.setItem("reelay.watch", "{not json");
		expect(outboxOf(async () => undefined, storage).outbox.pending).toBe(0);
	});
});
