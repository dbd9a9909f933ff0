import { signal } from "@preact/signals";

/** The device has a connection, as far as the browser knows. */
export const online = signal(navigator.onLine);

const backOnline = new Set<() => void>();
addEventListener("online", () => {
	online.value = true;
	for (const callback of backOnline) callback();
});
addEventListener("offline", () => {
	online.value = false;
});

/** Calls back each time the connection returns. Answers the way to stop. */
export function onBackOnline(callback: () => void): () => void {
	backOnline.add(callback);
	return () => backOnline.delete(callback);
}
