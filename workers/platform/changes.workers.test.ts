import { expect, it } from "vitest";
import { ChangeLog, LEASE_MS } from "./changes.ts";
import type { Services } from "./services.ts";

/** Redis' sets, shared by isolates; each can lose its own line to it. */
const sets = () => new Map<string, Set<string>>();

let ids = 0;

function isolate(held: Map<string, Set<string>>) {
	const state = { now: 1_000_000_000, reachesRedis: true };
	const client = {
		sunion: async (...keys: string[]) => keys.flatMap((key) => [...(held.get(key) ?? [])]),
		pipeline: () => ({
			sadd(key: string, ...members: string[]) {
				held.set(key, new Set([...(held.get(key) ?? []), ...members]));
				return this;
			},
			expire() {
				return this;
			},
			exec: async () => [],
		}),
	};
	const services = {
		clock: () => state.now,
		newId: () => String(++ids),
		log: { warn: () => undefined },
		redis: { soft: async (command: (redis: typeof client) => Promise<unknown>) => (state.reachesRedis ? command(client) : null) },
	};
	return { state, log: new ChangeLog(services as unknown as Services) };
}

it("knows in every isolate, within the lease, what one of them changed", async () => {
	const held = sets();
	const [one, other] = [isolate(held), isolate(held)];
	expect((await other.log.current()).has("session:1")).toBe(false);
	await one.log.note(["session:1"]);
	other.state.now += LEASE_MS;
	expect((await other.log.current()).has("session:1")).toBe(true);
});

it("learns what it missed while it could not reach Redis, however many questions went unanswered", async () => {
	const held = sets();
	const [one, other] = [isolate(held), isolate(held)];
	await other.log.current();
	other.state.reachesRedis = false;
	await one.log.note(["user:7"]);
	for (let second = 0; second < 40; second++) {
		other.state.now += LEASE_MS;
		await other.log.current();
	}
	other.state.reachesRedis = true;
	other.state.now += LEASE_MS;
	expect((await other.log.current()).has("user:7")).toBe(true);
});

it("marks a copy as outdated by a change after it, and a new one not, however often the same changes", async () => {
	const held = sets();
	const [one, other] = [isolate(held), isolate(held)];
	for (let change = 0; change < 3; change++) {
		const changes = await other.log.currentOf("profile");
		const copy = changes.mark();
		expect(copy).toBeGreaterThanOrEqual(changes.changedAt("7"));
		await one.log.note(["profile:7", "user:8"]);
		other.state.now += LEASE_MS;
		const later = await other.log.currentOf("profile");
		expect(copy).toBeLessThan(later.changedAt("7"));
		expect(later.changedAt("8")).toBe(0);
	}
});

it("forgets a change when no copy can be older, and not one that happened again since", async () => {
	const held = sets();
	const { state, log } = isolate(held);
	await log.note(["user:1", "user:2"]);
	state.now += 80_000;
	await log.note(["user:2"]);
	held.clear();
	state.now += 20_000;
	const changed = await log.current();
	expect([changed.has("user:1"), changed.has("user:2")]).toEqual([false, true]);
});
