import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { services } from "../../gateway/testing/api.ts";
import { type Catalogue, seedCatalogue } from "../catalogue.fixture.ts";
import type { ShownEvent } from "./protocol.ts";
import { withStore } from "./store-in-object.fixture.ts";
import { sessionOf } from "./stub.ts";

describe("marks", () => {
	it("keep the time they were set first, and are forgotten before others are remembered", () =>
		withStore((store) => {
			store.mark({
				forget: [],
				remember: [
					["a", 1],
					["b", 1],
				],
			});
			store.mark({
				forget: ["b"],
				remember: [
					["a", 2],
					["b", 2],
					["c", 2],
				],
			});
			expect([...store.times(["a", "b", "c", "d"])]).toEqual([
				["a", 1],
				["b", 2],
				["c", 2],
			]);
		}));
});

describe("the object", () => {
	let catalogue: Catalogue;
	beforeAll(async () => {
		catalogue = await seedCatalogue(services, { count: 16 });
	});

	it("hands on what was reported, and a restart in between loses nothing", async () => {
		const viewer = "guest:alarm";
		const stub = sessionOf(services, viewer);
		const [clip] = catalogue.records;
		if (clip === undefined) throw new Error("no clip");
		const told: ShownEvent = {
			eventId: "e1",
			videoId: clip.id,
			at: services.clock(),
			watchMs: 9_000,
			durationMs: 9_000,
			source: "fyp",
			startupMs: null,
			liked: false,
			commented: false,
			shared: false,
			followed: false,
			replayed: false,
		};
		const nowhere = { country: "NO", device: null };
		expect(await stub.watch(viewer, [told], nowhere)).toMatchObject({ accepted: 1, duplicates: 0 });
		await evictDurableObject(stub);
		expect(await stub.watch(viewer, [told], nowhere)).toEqual({ accepted: 0, duplicates: 1, counted: [] });
		await runDurableObjectAlarm(stub);
		const waiting = await runInDurableObject(stub, (_, state) => state.storage.sql.exec("select * from outbox_messages").toArray().length);
		expect(waiting).toBe(0);
	});

	it("is woken ten seconds after a first page for what that told, and not when an impression took it along", async () => {
		const viewer = "guest:exposed";
		const stub = sessionOf(services, viewer);
		await stub.prefer(viewer, {});
		const page = await stub.page({ viewer, count: 3, cursor: null, country: null, device: null });
		const wakesIn = async () => ((await runInDurableObject(stub, (_, { storage }) => storage.getAlarm())) ?? 0) - services.clock();
		expect(await wakesIn()).toBeGreaterThan(0);
		expect(await wakesIn()).toBeLessThanOrEqual(10_000);
		const told: ShownEvent = {
			eventId: "e1",
			videoId: page?.items[0]?.videoId ?? "",
			at: services.clock(),
			watchMs: 9_000,
			durationMs: 9_000,
			source: "fyp",
			startupMs: null,
			liked: false,
			commented: false,
			shared: false,
			followed: false,
			replayed: false,
		};
		await stub.watch(viewer, [told], { country: "NO", device: null });
		expect(await wakesIn()).toBeGreaterThan(50_000);
	});

	it("forgets everything when it is told to", async () => {
		const viewer = "guest:forget";
		const stub = sessionOf(services, viewer);
		await stub.prefer(viewer, {});
		await stub.page({ viewer, count: 3, cursor: null, country: null, device: null });
		await stub.forget();
		expect(await runInDurableObject(stub, (session) => session.bequeath())).toEqual({
			taste: null,
			preferences: null,
			shown: [],
			exposures: [],
		});
		await evictDurableObject(stub);
		expect(await stub.page({ viewer, count: 3, cursor: null, country: null, device: null })).toBeNull();
		await stub.prefer(viewer, {});
		expect((await stub.page({ viewer, count: 3, cursor: null, country: null, device: null }))?.items).toHaveLength(3);
	});

	it("a guest who signs up goes on where they were", async () => {
		const guest = sessionOf(services, "guest:before");
		await guest.prefer("guest:before", {});
		const page = await guest.page({ viewer: "guest:before", count: 5, cursor: null, country: null, device: null });
		await guest.act("guest:before", { videoId: page?.items[0]?.videoId ?? "", kind: "liked" });
		const user = sessionOf(services, "user:77");
		await user.inherit("user:77", await guest.bequeath());
		const { taste, shown } = await runInDurableObject(user, (session) => session.bequeath());
		expect(taste).not.toBeNull();
		expect(new Set(shown.map(({ videoId }) => videoId))).toEqual(new Set(page?.items.map(({ videoId }) => videoId)));
	});
});
