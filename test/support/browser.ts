import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../local/supervisor/chromium.ts";

/**
 * Chromium without a window, in which clips play without a touch. Throws when there is none on this machine.
 * @param isWhole one that could have a window
 */
export function openBrowser(isWhole = false): Promise<Browser> {
	const executablePath = findChromium(process.env, isWhole);
	if (executablePath === null) throw new Error("No Chromium was found. Install it, or set CHROMIUM_PATH.");
	// Chromium's own sandbox needs privileges that containers and CI seldom give.
	return chromium.launch({
		executablePath,
		args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--disable-dev-shm-usage"],
	});
}
