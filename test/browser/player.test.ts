import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { fetchedBy, framedPlayers, goOn, onStage, stageSlot, stageVideo, swipe, untilPlayedFor, untilPlaying } from "./support/page.ts";
import { countObjectUrls, holdStage, type PageUsage, pageUsage, setHidden, stageOffset } from "./support/stage.ts";

const { api, opened, open } = clientForTests();

const start = async (): Promise<Page> => {
	const { page } = opened;
	await page.goto("/");
	await untilPlaying(page);
	return page;
};

describe("a cold page", () => {
	it("asks for the feed with its scripts, not after them, and once", async () => {
		const { page } = opened;
		const asked = Promise.withResolvers<void>();
		api.state.beforeScripts = asked.promise;
		await page.goto("/", { waitUntil: "commit" });
		await expect.poll(() => api.state.requests).toContain("GET /api/v1/feed");
		asked.resolve();
		await untilPlaying(page);
		expect(api.state.requests.filter((line) => line === "GET /api/v1/feed")).toHaveLength(1);
	});
	it("asks for nobody's feed on another screen", async () => {
		await opened.page.goto("/explore");
		await opened.page.getByRole("link", { name: /^#nature/ }).waitFor();
		expect(api.state.requests).not.toContain("GET /api/v1/feed");
	});
	it("needs three answers one after the other for its first picture: page, feed, clip", async () => {
		const page = await start();
		const media = (await fetchedBy(page)).filter((url) => url.includes("/videos/")).map((url) => url.replace(/.*\/g1\//, ""));
		expect(media.slice(0, 2)).toEqual(["360p/init.mp4", "360p/0.m4s"]);
		expect((await fetchedBy(page)).some((url) => url.endsWith(".m3u8"))).toBe(false);
	});
});

describe("the stage", () => {
	it("follows the finger one to one, and settles where it was let go to", async () => {
		const page = await start();
		const hold = await holdStage(page, 0.7, 0.65);
		await hold.move(0.5);
		// Less the slop that tells a drag from a tap.
		await expect.poll(() => stageOffset(page)).toBeCloseTo(-0.2 * hold.height + 9, -1);
		await hold.move(0.4);
		await expect.poll(() => stageOffset(page)).toBeCloseTo(-0.3 * hold.height + 9, -1);
		await hold.release();
		await expect.poll(() => stageSlot(page)).toBe(1);
		await expect.poll(() => stageOffset(page)).toBe(0);
	});

	it("hurries while the picture is held down, and is not paused by that", async () => {
		const page = await start();
		const hold = await holdStage(page, 0.4);
		await page.locator(".speed-mark").getByText("2×").waitFor();
		expect(await page.evaluate("document.querySelector('.slot:not([inert]) video').playbackRate")).toBe(2);
		await hold.release();
		await page.locator(".speed-mark").waitFor({ state: "detached" });
		expect(await page.evaluate("document.querySelector('.slot:not([inert]) video').playbackRate")).toBe(1);
		expect((await stageVideo(page)).paused).toBe(false);
	});

	it("keeps a chosen speed from clip to clip", async () => {
		const page = await start();
		await onStage(page).getByRole("button", { name: "More", exact: true }).click();
		await page.getByRole("radio", { name: "1.5×" }).check();
		await page.keyboard.press("Escape");
		await page.locator("dialog").waitFor({ state: "detached" });
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		expect(await page.evaluate("document.querySelector('.slot:not([inert]) video').playbackRate")).toBe(1.5);
	});

	it("goes on in a window over other apps, which follows the swipes", async () => {
		const page = await start();
		await onStage(page).getByRole("button", { name: "More", exact: true }).click();
		await page.getByRole("button", { name: "Picture in picture" }).click();
		const floats = () => page.evaluate("document.pictureInPictureElement?.closest('.slot:not([inert])') instanceof Element");
		await expect.poll(floats).toBe(true);
		await setHidden(page, true);
		expect((await stageVideo(page)).paused).toBe(false);
		await setHidden(page, false);
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		await expect.poll(floats).toBe(true);
	});

	it("moves within the clip by arrow keys and by dragging the progress bar", async () => {
		const page = await start();
		await page.keyboard.press(" ");
		const before = (await stageVideo(page)).currentTime;
		await page.keyboard.press("ArrowRight");
		expect((await stageVideo(page)).currentTime).toBeCloseTo(before + 2, 1);
		const bar = await page.getByRole("slider", { name: "Position in the video" }).boundingBox();
		if (!bar) throw new Error("there is no progress bar");
		await page.mouse.move(bar.x + 20, bar.y + bar.height / 2);
		await page.mouse.down();
		await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
		await page.getByText(/^0:03 \/ 0:07$/).waitFor();
		await page.mouse.up();
		expect((await stageVideo(page)).currentTime).toBeCloseTo(3.5, 0);
	});

	it("remembers sound over visits", async () => {
		const page = await start();
		await page.keyboard.press("m");
		await expect.poll(async () => (await stageVideo(page)).muted).toBe(false);
		await page.reload();
		await untilPlaying(page);
		expect((await stageVideo(page)).muted).toBe(false);
	});

	it("plays a clip that could not be played, once it can, on another try", async () => {
		const { page } = opened;
		const first = "/videos/local/1000/g1/360p/0.m4s";
		api.state.media.set(first, 404);
		await page.goto("/");
		await page.getByText("This video can't be played right now.").waitFor();
		expect(await page.locator(".slot__waiting").count()).toBe(0);
		api.state.media.delete(first);
		await page.getByRole("button", { name: "Try again" }).click();
		await untilPlaying(page);
		expect(await page.getByText("This video can't be played right now.").count()).toBe(0);
	});

	it("stops a clip that it holds whole, within seconds of its being taken away, and goes on where it is let back", async () => {
		const page = await start();
		await page.waitForFunction(() => {
			const video = document.querySelector<HTMLVideoElement>(".slot:not([inert]) video");
			return video !== null && video.buffered.length === 1 && video.buffered.end(0) > video.duration - 0.3;
		});
		api.state.media.set("/videos/local/1000/g1/master.m3u8", 404);
		const [card] = api.state.cards.splice(0, 1);
		await page.getByText("This video can't be played right now.").waitFor();
		expect(await stageVideo(page)).toMatchObject({ paused: true, videoWidth: 0 });
		api.state.media.clear();
		if (card) api.state.cards.unshift(card);
		await page.getByRole("button", { name: "Try again" }).click();
		await untilPlaying(page);
	});

	it.each([
		["a key", (page: Page) => page.keyboard.press("ArrowDown")],
		["a finger", (page: Page) => swipe(page)],
	] as const)("says so when someone wants to go on by %s and nothing follows", async (_by, goOn) => {
		api.state.cards.splice(2);
		const page = await start();
		await goOn(page);
		await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(api.state.cards[1]?.title);
		await untilPlaying(page);
		await goOn(page);
		await page.getByText("That's all there is just now").waitFor();
	});

	it.each([
		{ reducedMotion: "no-preference", settle: 220 },
		{ reducedMotion: "reduce", settle: 110 },
	] as const)("settles in $settle ms where motion is wanted as $reducedMotion", async ({ reducedMotion, settle }) => {
		await open({ apart: true });
		await opened.page.emulateMedia({ reducedMotion });
		const page = await start();
		await page.clock.install();
		await page.clock.pauseAt(Date.now() + 1000);
		await page.keyboard.press("ArrowDown");
		await page.clock.runFor(settle - 30);
		expect(await stageOffset(page)).toBeGreaterThan(0);
		await page.clock.runFor(50);
		expect(await stageOffset(page)).toBe(0);
	});

	it("says nothing, and goes on by itself, when a swipe was faster than the next page", async () => {
		const release = Promise.withResolvers<void>();
		let asked = 0;
		await opened.page.route("**/api/v1/feed?*", async (route) => {
			asked++;
			// The first page comes; no other is on its way when the clips are counted.
			if (asked > 1) await release.promise;
			await route.continue();
		});
		const page = await start();
		const last = api.state.next - 1;
		for (let clip = 0; clip < last; clip++) await goOn(page);
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(api.state.cards[last]?.title);
		release.resolve();
		await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(api.state.cards[last + 1]?.title);
		await untilPlaying(page);
		expect(await page.locator(".toast").count()).toBe(0);
	});

	it("holds no more with each dozen of swipes", async () => {
		const dozen = api.state.cards.slice(0, 12);
		const cards = Array.from({ length: 120 }, (_, index) => ({ ...dozen[index % 12], id: String(1000 + index) }));
		api.state.cards = cards as typeof dozen;
		await countObjectUrls(opened.page);
		const page = await start();
		const titleAt = (index: number) => api.state.cards[index]?.title ?? null;
		const slots = () => page.locator(".slot").evaluateAll((all) => all.map((slot) => slot.getAttribute("aria-label")));
		const held: PageUsage[] = [];
		for (let swipes = 12; swipes <= 60; swipes += 12) {
			for (let i = 0; i < 12; i++) await goOn(page);
			await untilPlaying(page);
			await expect.poll(() => framedPlayers(page)).toBe(3);
			// Neighbours are drawn in a task of their own, and covers go when the pictures have come.
			await expect.poll(async () => (await slots()).sort()).toEqual([titleAt(swipes - 1), titleAt(swipes), titleAt(swipes + 1)].sort());
			await expect.poll(() => page.locator(".slot__cover").count()).toBe(0);
			held.push(await pageUsage(page));
		}
		// The same twelve cards over and over, so that the same stand there each time. What leaks grows with every dozen; what came once, like
		// a toast or a screen loaded ahead, does not.
		const growth = (of: keyof PageUsage) => Math.min(...held.slice(1).map((usage, round) => usage[of] - (held[round]?.[of] ?? 0)));
		expect(growth("nodes")).toBeLessThan(12);
		expect(growth("heapBytes")).toBeLessThan(12 * 10 * 1024);
		// Three players, and one that is on its way out.
		await expect.poll(async () => (await pageUsage(page)).mediaSources).toBeLessThanOrEqual(4);
		await expect.poll(async () => (await pageUsage(page)).objectUrls).toBeLessThanOrEqual(4);
	});
});

/** Less than what ends an impression for good, milliseconds. */
const AWAY_MS = 19_000;

describe("what was watched", () => {
	it("stops counting, and playing, while the page is out of sight", async () => {
		await open({ apart: true });
		const before = Date.now();
		await opened.page.clock.install();
		const page = await start();
		await setHidden(page, true);
		await expect.poll(async () => (await stageVideo(page)).paused).toBe(true);
		await page.clock.fastForward(AWAY_MS);
		await setHidden(page, false);
		await untilPlaying(page);
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => api.state.watched.length).toBe(1);
		const tookHere = Date.now() - before;
		// However long the rest took on this machine, the time out of sight is no part of it.
		expect(api.state.watched[0]?.watchDuration).toBeLessThanOrEqual(tookHere);
	});
	it("is told as the page is closed", async () => {
		const page = await start();
		await untilPlayedFor(page, 0.3);
		await page.close({ runBeforeUnload: true });
		await expect.poll(() => api.state.watched.map(({ videoId }) => videoId)).toEqual(["1000"]);
	});
	it("is told on the next visit when the page was killed out of sight", async () => {
		const page = await start();
		await untilPlayedFor(page, 0.3);
		await setHidden(page, true);
		const [event] = JSON.parse(String(await page.evaluate("localStorage.getItem('reelay.watch.draft')"))) as {
			eventId: string;
			at: number;
		}[];
		// Killed: no event of the page ran. A minute later the person is back.
		const left = JSON.stringify([{ ...event, at: (event?.at ?? 0) - 60_000 }]);
		const next = await opened.context.newPage();
		await next.addInitScript(`localStorage.setItem("reelay.watch.draft", ${JSON.stringify(left)})`);
		await next.goto("/explore");
		await expect.poll(() => api.state.watched.map(({ eventId }) => eventId)).toEqual([event?.eventId]);
	});
	it("is repeated under the same id when the answer never came", async () => {
		const page = await start();
		await untilPlayedFor(page, 0.3);
		api.state.failures.push("POST /api/v1/analytics/watch");
		await swipe(page);
		await expect.poll(() => api.state.watched.length, { timeout: 10_000 }).toBe(1);
		expect(api.state.requests.filter((line) => line === "POST /api/v1/analytics/watch").length).toBeGreaterThan(1);
	});
});

describe("on a line that breaks down", () => {
	it("goes down in quality rather than stand still", async () => {
		const page = await start();
		await expect.poll(async () => (await stageVideo(page)).videoWidth, { timeout: 15_000 }).toBeGreaterThanOrEqual(480);
		const cdp = await opened.context.newCDPSession(page);
		await cdp.send("Network.enable");
		await cdp.send("Network.emulateNetworkConditions", {
			offline: false,
			latency: 80,
			downloadThroughput: 700_000 / 8,
			uploadThroughput: 1e6,
		});
		// What was held of the next clips before plays as it is; those after are met on the line as it is now.
		for (let clips = 0; clips < 8 && (await stageVideo(page)).videoWidth >= 480; clips++) {
			await goOn(page);
			await untilPlaying(page);
		}
		expect((await stageVideo(page)).videoWidth).toBeLessThan(480);
	});
});
