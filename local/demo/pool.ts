/**
 * Works through items in their order, at most `atATime` at once. An item that fails does not stop the others: its error is handed
 * back with it. When the signal fires, no further item is begun and its reason is thrown.
 */
export async function workThrough<T>(
	items: readonly T[],
	atATime: number,
	signal: AbortSignal,
	work: (item: T) => Promise<void>,
): Promise<{ item: T; error: unknown }[]> {
	const failures: { item: T; error: unknown }[] = [];
	const waiting = [...items];
	const worker = async () => {
		for (let item = waiting.shift(); item !== undefined && !signal.aborted; item = waiting.shift()) {
			try {
				await work(item);
			} catch (error) {
				failures.push({ item, error });
			}
		}
	};
	await Promise.all(Array.from({ length: atATime }, worker));
	signal.throwIfAborted();
	return failures;
}

/** Lets callers in one after another, in the order they came. */
export function oneAtATime(): <R>(work: () => Promise<R>) => Promise<R> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const turn = last.then(work);
		// The next one's turn comes whether this one fails or not; the failure goes to this one's caller.
		last = turn.catch(() => undefined);
		return turn;
	};
}
