import { expect, it } from "vitest";
import type { Services } from "./services.ts";
import { LEASE_MS, Withdrawals } from "./withdrawals.ts";

/** Redis' sets, shared by isolates; each can lose its own line to it. */
const sets = () => new Map<string, Set<string>>();

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
		log: { warn: () => undefined },
		redis: { soft: async (command: (redis: typeof client) => Promise<unknown>) => (state.reachesRedis ? command(client) : null) },
	};
	return { state, withdrawals: new Withdrawals(services as unknown as Services) };
}

it("knows in every isolate, within the lease, what one of them withdrew", async () => {
	const held = sets();
	const [one, other] = [isolate(held), isolate(held)];
	expect((await other.withdrawals.current()).has("session:1")).toBe(false);
	await one.withdrawals.add(["session:1"]);
	other.state.now += LEASE_MS;
	expect((await other.withdrawals.current()).has("session:1")).toBe(true);
});

it("learns what it missed while it could not reach Redis, however many questions went unanswered", async () => {
	const held = sets();
	const [one, other] = [isolate(held), isolate(held)];
	await other.withdrawals.current();
	other.state.reachesRedis = false;
	await one.withdrawals.add(["user:7"]);
	for (let second = 0; second < 40; second++) {
		other.state.now += LEASE_MS;
		await other.withdrawals.current();
	}
	other.state.reachesRedis = true;
	other.state.now += LEASE_MS;
	expect((await other.withdrawals.current()).has("user:7")).toBe(true);
});
