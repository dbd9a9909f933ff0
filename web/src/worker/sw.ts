import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { NetworkOnly } from "workbox-strategies";

/** The files of the client, each with what changes when it does; written in by the build (`web/precache.ts`). */
declare const PRECACHED: readonly PrecacheEntry[];

/** What of a service worker's scope is used here: the client's types know a page's alone. */
interface WorkerScope {
	readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
	addEventListener(type: "install" | "activate", listener: (event: InstallEvent) => void): void;
}
interface InstallEvent {
	waitUntil(work: Promise<unknown>): void;
	/** Says once which requests never come here; Chromium knows it. */
	addRoutes?(routes: { condition: { urlPattern: { pathname: string } }; source: "network" }[]): Promise<void>;
}
const worker = globalThis as unknown as WorkerScope;

/** A page that takes longer is taken from what is kept, seconds. */
const PATIENCE_S = 5;
/** No screens of the client: the API, its description, media, and the player that other sites embed. */
const ELSEWHERE = [/^\/api\//, /^\/docs/, /^\/openapi/, /^\/oembed/, /^\/embed/, /^\/videos\//, /^\/downloads\//, /^\/cdn-cgi\//];

worker.addEventListener("install", (event) => {
	const toNetwork = ["/api/*", "/videos/*"].map((pathname) => ({ condition: { urlPattern: { pathname } }, source: "network" as const }));
	// Neither waits for a worker to start; where that is not known, requests pass through without an answer from here.
	if (event.addRoutes) event.waitUntil(event.addRoutes(toNetwork));
});
worker.addEventListener("activate", (event) => {
	const { navigationPreload } = worker.registration;
	if (navigationPreload) event.waitUntil(navigationPreload.enable());
});

/** Words of a language other than English are in files of their own: those are kept that this browser's reader names. */
const WORDS = /\/words-(?:.+-)?(?<language>[a-z]{2})-[\w-]{8}\.js$/;
const read = new Set(navigator.languages.map((tag) => tag.slice(0, 2)));
function isRead({ url }: PrecacheEntry): boolean {
	const language = WORDS.exec(url)?.groups?.language;
	return language === undefined || read.has(language);
}

cleanupOutdatedCaches();
precacheAndRoute(PRECACHED.filter(isRead));
// A page comes from the edge, with what its address previews and asks for ahead; without a connection it is the shell.
registerRoute(
	new NavigationRoute(
		new NetworkOnly({
			networkTimeoutSeconds: PATIENCE_S,
			plugins: [{ handlerDidError: async () => matchPrecache("/index.html") }],
		}),
		{ denylist: ELSEWHERE },
	),
);
