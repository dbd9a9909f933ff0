/** Follows how long the person watches, once its code is there; without it nobody is told, which is no fault to show. @returns ends it */
export function followScreenTimeOf(userId: string): () => void {
	let stop = () => undefined as unknown;
	let isEnded = false;
	import("./follow.ts").then(
		({ followScreenTime }) => {
			if (!isEnded) stop = followScreenTime(userId);
		},
		() => undefined,
	);
	return () => {
		isEnded = true;
		stop();
	};
}
