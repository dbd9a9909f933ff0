/** Does `work` for each, so many at once. The first failure is thrown; what is under way goes on. */
export async function eachAtOnce<T>(atOnce: number, all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
	const left = all[Symbol.iterator]();
	const worker = async () => {
		for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
