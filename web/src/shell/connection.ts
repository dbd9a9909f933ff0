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
	return () => {
		backOnline.delete(callback);
	};
}

/**
 * The page itself can be had without a connection, so that reloading is safe. A service worker keeps it; this file and Cache Storage are
 * all the rest of the app knows of one.
 */
export const isShellKept = (): boolean => navigator.serviceWorker?.controller != null;

/** Asking for `url` now leads nowhere: there is no connection, and nothing on this device that keeps it. */
export async function isOutOfReach(url: string): Promise<boolean> {
	if (online.value) return false;
	return !("caches" in globalThis) || (await caches.match(url)) === undefined;
}
