/** Where the device keeps media of the clips that come next (`holdMedia.ts` fills it). */
export const HELD_CACHE = "reelay-ahead";
const KEY = "reelay.held";

/** Known before Cache Storage could answer: the first clip is chosen by it. */
let held: ReadonlySet<string> = remembered();

function remembered(): ReadonlySet<string> {
	try {
		return new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]") as string[]);
	} catch {
		return new Set();
	}
}

/** The device holds it, as far as is known. */
export const isHeld = (path: string): boolean => held.has(path);

/** Null when it is not held, or not any more. */
export async function readHeld(path: string): Promise<Response | null> {
	if (!held.has(path) || !("caches" in globalThis)) return null;
	return (await caches.match(path, { cacheName: HELD_CACHE }).catch(() => undefined)) ?? null;
}

/** What is held from now on. */
export function nowHeld(paths: ReadonlySet<string>): void {
	held = paths;
	try {
		localStorage.setItem(KEY, JSON.stringify([...paths]));
	} catch {
		// Full, or forbidden: the next start asks the network.
	}
}
