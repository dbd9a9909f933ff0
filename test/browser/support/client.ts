import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { openBrowser } from "../../support/browser.ts";
import { buildForTest } from "./build.ts";
import { type FakeApi, startFakeApi } from "./fake-api.ts";
import { newContext, type OpenedPage, SCREENS, type Screen, watchForFaults } from "./page.ts";

export interface ClientOptions {
	signedIn?: boolean | undefined;
	screen?: Screen | undefined;
	/** In a context of its own: for what a page can't take back, as a clock. */
	apart?: boolean | undefined;
	/** With service workers; `apart` as well. */
	workers?: boolean | undefined;
}

/** What a test works on; each member is that of the running test. */
export interface Client {
	readonly browser: Browser;
	readonly api: Pick<FakeApi, "url" | "state">;
	readonly opened: Pick<OpenedPage, "page" | "context">;
	/** Begins the test with a made-up API and a page of another kind than usual. */
	readonly open: (options: ClientOptions) => Promise<Page>;
}

/** A test's own: its API, its pages, and what went wrong in them. */
interface Running {
	readonly api: FakeApi;
	readonly context: BrowserContext;
	readonly page: Page;
	readonly faults: string[];
	/** Makes it as it was at the beginning, for the next test. */
	readonly begin: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/**
 * The built client in a browser, before a made-up API: one browser for the file, and for each test an API and a page of its own. A
 * test fails when a page did what it must not by itself, or when the API answered otherwise than by its contract.
 * @param usual what each test begins with; null where each opens its own
 * @param isWhole in a browser that could have a window, for what the one without lacks
 * @param keepsPage one page serves them all, for tests that only look at screens: half the time
 */
export function clientForTests(usual: ClientOptions | null = {}, { keepsPage = false, isWhole = false } = {}): Client {
	let browser: Browser | undefined;
	let running: Running | undefined;
	/** One for all tests of a kind of screen: to make one takes longer than most tests. APIs differ by port, so nothing is kept from test to test. */
	const contexts = new Map<Screen, Promise<BrowserContext>>();
	const now = <T>(value: T | undefined): T => {
		if (value === undefined) throw new Error("This is there while a test runs only.");
		return value;
	};
	const shared = (screen: Screen): Promise<BrowserContext> => {
		const known = contexts.get(screen) ?? newContext(now(browser), screen);
		contexts.set(screen, known);
		return known;
	};
	let kept = "";
	const close = async () => {
		const ended = running;
		running = undefined;
		await ended?.close();
		expect(ended?.faults ?? []).toEqual([]);
	};
	const open = async (options: ClientOptions) => {
		const kind = JSON.stringify(options);
		if (keepsPage && running && kind === kept) {
			await running.begin();
			return running.page;
		}
		kept = kind;
		await close();
		running = await begin(
			options,
			options.apart ? newContext(now(browser), options.screen ?? "phone", options) : shared(options.screen ?? "phone"),
		);
		return running.page;
	};
	beforeAll(async () => {
		[browser] = await Promise.all([openBrowser(isWhole), buildForTest()]);
	});
	afterAll(() => browser?.close());
	if (keepsPage) afterAll(close);
	beforeEach(async () => {
		if (usual !== null) await open(usual);
	});
	afterEach(async () => {
		if (!keepsPage) return close();
		expect(running?.faults.splice(0) ?? []).toEqual([]);
	});
	return {
		get browser() {
			return now(browser);
		},
		api: {
			get url() {
				return now(running).api.url;
			},
			get state() {
				return now(running).api.state;
			},
		},
		opened: {
			get page() {
				return now(running).page;
			},
			get context() {
				return now(running).context;
			},
		},
		open,
	};
}

async function begin({ signedIn, apart, screen = "phone" }: ClientOptions, opening: Promise<BrowserContext>): Promise<Running> {
	const context = await opening;
	const faults: string[] = [];
	const closePages = () => Promise.all(context.pages().map((page) => page.close()));
	const api = await startFakeApi({
		signedIn,
		onFault(fault) {
			faults.push(fault);
			// Ends the test at once: it would wait in vain for what should follow from the answer.
			void closePages();
		},
	});
	const onPage = (page: Page) => {
		watchForFaults(page, faults);
		const goto = page.goto.bind(page);
		page.goto = (path, options) => goto(new URL(path, api.url).href, options);
	};
	context.on("page", onPage);
	const page = await context.newPage();
	// The one socket ends in the test itself: the made-up API's server has none.
	await page.routeWebSocket("**/api/v1/live", (socket) => api.state.messages.connect(socket));
	return {
		api,
		context,
		page,
		faults,
		async begin() {
			api.reset();
			// There is nothing to be cleared where no test has opened anything yet.
			if (page.url().startsWith(api.url)) await page.evaluate("localStorage.clear(); sessionStorage.clear()");
			await page.setViewportSize(SCREENS[screen].viewport);
		},
		async close() {
			context.off("page", onPage);
			await closePages();
			await Promise.all([context.unrouteAll(), context.setOffline(false), context.clearPermissions()]);
			if (apart) await context.close();
			await api.stop();
		},
	};
}
