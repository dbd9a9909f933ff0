import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { LANGUAGES } from "../../web/src/language/languages.ts";
import { openBrowser } from "../support/browser.ts";
import { buildForTest } from "./support/build.ts";
import { startFakeApi } from "./support/fake-api.ts";
import { directWith } from "./support/fake-messages.ts";
import { clientRoutes } from "./support/routes.ts";

/**
 * `npm run screens [-- --language de] [-- --only settings]`: pictures of every screen, on a phone and on a desk, in both themes, to look at. The
 * built client before the made-up API of the browser tests, as somebody who is signed in.
 */
const SIZES = {
	phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
	desk: { viewport: { width: 1440, height: 900 } },
} as const;
const THEMES = ["dark", "light"] as const;
/** Where routes lead that have a parameter, or that a pattern names. */
const PLACES: Record<string, string> = {
	DESK: "/desk/8002",
	MESSAGES: `/messages/${directWith("100")}`,
	REPOSTS: "/@robin/reposts",
	PROFILE: "/@mina",
	PROFILE_VIDEO: "/@mina/1000",
	SOUNDS: "/sounds",
};
/** A screen shows what it is within this, milliseconds; what is still on its way then is part of the picture. */
const SETTLED_WITHIN_MS = 8_000;

const { values } = parseArgs({ options: { language: { type: "string", default: "en" }, only: { type: "string", default: "" } } });
if (!(values.language in LANGUAGES)) {
	console.error(`There is no language "${values.language}". There are: ${Object.keys(LANGUAGES).join(", ")}.`);
	process.exit(2);
}

const placeOf = (route: string): string =>
	PLACES[route] ?? route.replace(/:(?<name>\w+)/g, (_, name: string) => (name === "id" ? "1001" : name === "tag" ? "nature" : "letmein"));
const nameOf = (place: string): string => place.replace(/^\//, "").replaceAll(/[^\w@-]+/g, "-") || "home";

const folder = join(ROOT, ".reelay/screens", values.language);
await buildForTest();
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const places = (await clientRoutes()).map(placeOf).filter((place) => place.includes(values.only));
const api = await startFakeApi({ signedIn: true, onFault: (fault) => console.error(fault) });
api.state.desk.isIn = true;
const browser = await openBrowser();
try {
	for (const [size, screen] of Object.entries(SIZES)) {
		for (const theme of THEMES) {
			const context = await browser.newContext({ ...screen, baseURL: api.url, locale: "en-US", serviceWorkers: "block" });
			await context.addInitScript(
				`localStorage.setItem("reelay.theme", "${theme}"); localStorage.setItem("reelay.language", "${values.language}")`,
			);
			for (const place of places) {
				const page = await context.newPage();
				await page.routeWebSocket("**/api/v1/live", (socket) => api.state.messages.connect(socket));
				await page.goto(place);
				// Clips go on asking for segments: a screen is taken as it is then.
				await page.waitForLoadState("networkidle", { timeout: SETTLED_WITHIN_MS }).catch(() => undefined);
				await page.screenshot({ path: join(folder, `${nameOf(place)}.${size}.${theme}.png`) });
				await page.close();
			}
			await context.close();
			console.log(`${places.length} screens on a ${size}, ${theme}`);
		}
	}
} finally {
	await browser.close();
	await api.stop();
}
console.log(`They lie in ${relative(process.cwd(), folder)}.`);
