import { type BareWorker, type BenchStack, startBareObjects, startBenchStack } from "./miniflare.ts";
import { residentBytes } from "./process.ts";
import { seedVideos } from "./seed.ts";
import { each, makeCounters, newId, pause, User } from "./viewers.ts";

/** Memory that sessions take, as the growth of the process that holds them. */

const LOOK_EVERY_MS = 200;

/** The most that as many sessions, begun one after the other, each with a page and three views told, took together, bytes a session. */
export async function memoryPerSession(stack: BenchStack, sessions: number): Promise<number> {
	const before = await residentBytes(stack.workerd);
	let most = before;
	let goesOn = true;
	const looking = (async () => {
		while (goesOn) {
			await pause(LOOK_EVERY_MS);
			most = Math.max(most, await residentBytes(stack.workerd));
		}
	})();
	const users = Array.from({ length: sessions }, () => new User(stack.mf));
	await each(users, 8, async (user) => {
		user.take((await user.page()).body);
		await user.watch(user.videos.slice(0, 3).map(({ id }) => id));
	});
	await pause(2_000);
	goesOn = false;
	await looking;
	return (most - before) / sessions;
}

/** The same where the runtime lets go of sessions that rest. */
export async function memoryWithEviction(sessions: number, videos: number): Promise<number> {
	const stack = await startBenchStack(() => undefined, true);
	try {
		await makeCounters(stack, await seedVideos(stack, videos));
		return await memoryPerSession(stack, sessions);
	} finally {
		await stack.close();
	}
}

/** Memory of as many objects that keep one row: nothing with a database of its own takes less on this platform. */
export async function memoryPerBareObject(objects: number): Promise<number> {
	const bare: BareWorker = await startBareObjects();
	const touch = async (name: string) => void (await (await bare.mf.dispatchFetch(`http://bare.bench/${name}`)).text());
	const names = (count: number) => Array.from({ length: count }, () => newId());
	await each(names(50), 8, touch);
	const before = await residentBytes(bare.workerd);
	await each(names(objects), 8, touch);
	await pause(1_000);
	const bytes = ((await residentBytes(bare.workerd)) - before) / objects;
	await bare.close();
	return bytes;
}
