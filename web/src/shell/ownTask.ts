let channel: MessageChannel | null = null;
const queue: (() => void)[] = [];

/**
 * Runs `work` in a task of its own, after those asked for before it: a frame or a touch that is due waits for one piece of work at most,
 * not for all of them. Answers the way to take it back.
 */
export function inOwnTask(work: () => void): () => void {
	if (!channel) {
		// Unlike a timer it is not held back to four milliseconds, and unlike `scheduler.postTask` Safari has it.
		channel = new MessageChannel();
		channel.port1.onmessage = () => queue.shift()?.();
	}
	let isWanted = true;
	queue.push(() => isWanted && work());
	channel.port2.postMessage(null);
	return () => {
		isWanted = false;
	};
}
