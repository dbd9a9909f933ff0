import type { Plugin } from "vitest/config";
import type { PoolWorker, VitestPluginContext } from "vitest/node";

/**
 * Gives each workerd of the workers tests one of a number of places, and the services kept for it, until it has ended: the next file
 * may start while the one before it is still being taken down.
 */
export function takingPlaces(count: number) {
	const free = Array.from({ length: count }, (_, place) => place);
	const waiting: ((place: number) => void)[] = [];
	const take = async (): Promise<number> => free.shift() ?? new Promise((resolve) => waiting.push(resolve));
	const giveBack = (place: number): void => {
		const next = waiting.shift();
		if (next === undefined) free.push(place);
		else next(place);
	};
	let starting = 0;

	function placed(worker: PoolWorker): PoolWorker {
		const [start, stop] = [worker.start.bind(worker), worker.stop.bind(worker)];
		let place: number | undefined;
		return Object.assign(worker, {
			async start() {
				place = await take();
				// Read by the project's options before `start` waits for anything.
				starting = place;
				await start();
			},
			async stop() {
				try {
					await stop();
				} finally {
					if (place !== undefined) giveBack(place);
					place = undefined;
				}
			},
		});
	}

	const plugin: Plugin = {
		name: "reelay-workers-places",
		// After the plugin that sets the pool.
		configureVitest({ project }: VitestPluginContext) {
			const pool = project.config.poolRunner;
			if (pool === undefined) throw new Error("The workers tests have no pool.");
			project.config.poolRunner = { name: pool.name, createPoolWorker: (options) => placed(pool.createPoolWorker(options)) };
		},
	};
	/** What belongs to the workerd that is being started. */
	const given = <T>(services: readonly T[]): T => {
		const its = services[starting];
		if (its === undefined) throw new Error(`There are no services for place ${starting}.`);
		return its;
	};
	return { plugin, given };
}
