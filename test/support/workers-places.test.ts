import { expect, it } from "vitest";
import type { PoolWorker, VitestPluginContext } from "vitest/node";
import { takingPlaces } from "./workers-places.ts";

/** A pool whose workers read which services are theirs as they start, and end when they are told to. */
function pool(places: ReturnType<typeof takingPlaces>) {
	const config = {
		poolRunner: {
			name: "pool",
			createPoolWorker: () => {
				const worker = {
					its: "",
					start: async () => {
						worker.its = places.given(["one", "two"]);
					},
					stop: async () => undefined,
				};
				return worker as unknown as PoolWorker;
			},
		},
	};
	const { configureVitest } = places.plugin;
	if (typeof configureVitest !== "function") throw new Error("The plugin does not configure the runner.");
	void configureVitest({ project: { config } } as unknown as VitestPluginContext);
	return () => config.poolRunner.createPoolWorker() as PoolWorker & { its: string };
}

it("gives what runs at the same time services of their own, and those of one that has ended to the next", async () => {
	const create = pool(takingPlaces(2));
	const [first, second, third] = [create(), create(), create()];
	await Promise.all([first.start(), second.start()]);
	expect([first.its, second.its]).toEqual(["one", "two"]);
	const started = third.start();
	await Promise.resolve();
	expect(third.its).toBe("");
	await second.stop();
	await started;
	expect(third.its).toBe("two");
});
