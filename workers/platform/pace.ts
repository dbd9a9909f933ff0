/** A rest that takes so much longer, milliseconds, says that answers are waiting for their turn. */
const BEHIND_MS = 20;

/**
 * Rests before background work.
 * @param ms how long
 * @returns whether this isolate is behind with its answers: what nobody waits for is then better left
 */
export async function restAndSee(ms: number, clock: () => number): Promise<boolean> {
	const asked = clock();
	await new Promise((resolve) => setTimeout(resolve, ms));
	return clock() - asked > ms + BEHIND_MS;
}
