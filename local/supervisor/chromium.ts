import { existsSync } from "node:fs";

/** Path of a Chromium for the browser tests: `CHROMIUM_PATH`, or where Debian and others put it; null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
	const places = [env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
	return places.find((place) => place !== undefined && place !== "" && existsSync(place)) ?? null;
}
