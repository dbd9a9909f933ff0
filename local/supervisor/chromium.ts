import { existsSync } from "node:fs";

/** Without a window from the beginning: takes half of the time, and shows no notifications. */
const SHELLS = ["/usr/bin/chromium-headless-shell"];
const WHOLE = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Path of a Chromium for the browser tests: `CHROMIUM_PATH`, or where Debian and others put it; null when there is none.
 * @param isWhole one that could have a window is taken first
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env, isWhole = false): string | null {
	const places = [env.CHROMIUM_PATH, ...(isWhole ? [] : SHELLS), ...WHOLE, ...SHELLS];
	return places.find((place) => place !== undefined && place !== "" && existsSync(place)) ?? null;
}
