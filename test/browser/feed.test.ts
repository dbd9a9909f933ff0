import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import {
	doubleTap,
	fetchedBy,
	framedPlayers,
	goOn,
	onStage,
	stageSlot,
	stageVideo,
	swipe,
	untilPlayedFor,
	untilPlaying,
} from "./support/page.ts";

const { api, opened } = clientForTests();

describe("the feed", () => {
	it("plays the first clip, silently, within the content policy", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		expect((await stageVideo(page)).muted).toBe(true);
		await page.getByRole("button", { name: "Tap for sound" }).click();
		await expect.poll(async () => (await stageVideo(page)).muted).toBe(false);
	});

	it("holds the next clip decoded before the swipe, and the two after it in memory", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await expect.poll(() => framedPlayers(page)).toBe(2);
		const firstSegments = async () => (await fetchedBy(page)).filter((url) => /\/(1001|1002|1003)\/g1\/\w+\/0\.m4s$/.test(url)).length;
		await expect.poll(firstSegments).toBe(3);
	});

	it("says that a clip is trending, and only of one that is", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		expect(await onStage(page).locator(".caption").getByText("Trending").count()).toBe(0);
		await swipe(page);
		await onStage(page).locator(".caption").getByText("Trending").waitFor();
	});

	it("goes on and back by finger, wheel and keys, each by one clip", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		expect(await stageSlot(page)).toBe(0);
		// Three players take turns: one clip too many at any of these, and all that follow are elsewhere.
		for (const [slot, act] of [
			[1, () => swipe(page)],
			[2, () => page.keyboard.press("ArrowDown")],
			[0, () => page.mouse.move(180, 400).then(() => page.mouse.wheel(0, 120))],
			[2, () => swipe(page, 0.3, 0.7)],
		] as const) {
			await act();
			await expect.poll(() => stageSlot(page)).toBe(slot);
			await untilPlaying(page);
			expect(await stageSlot(page)).toBe(slot);
		}
	});

	it("tells each impression once, with the time the picture moved, as soon as it is over", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await untilPlayedFor(page, 1);
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => api.state.watched.length).toBe(1);
		const [event] = api.state.watched;
		expect(event).toMatchObject({ videoId: "1000", totalDuration: 7000, source: "fyp", replayed: false });
		expect(event?.watchDuration).toBeGreaterThan(900);
		expect(event?.eventId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it("asks for the next page only after the server knows what was watched", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		for (let i = 0; i < 3; i++) {
			// Seen long enough to be told of.
			await untilPlayedFor(page, 0.2);
			await goOn(page);
		}
		const lines = () => api.state.requests.filter((line) => /feed$|watch$/.test(line));
		await expect.poll(() => lines().filter((line) => line.endsWith("feed")).length).toBeGreaterThan(1);
		expect(lines()[lines().lastIndexOf("GET /api/v1/feed") - 1]).toBe("POST /api/v1/analytics/watch");
	});

	it("keeps playing what it holds while offline, and tells what was watched once it is back", async () => {
		const { page, context } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await expect.poll(() => framedPlayers(page)).toBe(2);
		await untilPlayedFor(page, 0.3);
		await context.setOffline(true);
		await page.getByText("You're offline.").waitFor();
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		await untilPlayedFor(page, 0.3);
		await page.keyboard.press("ArrowUp");
		await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(api.state.cards[0]?.title);
		expect(api.state.watched).toEqual([]);
		await context.setOffline(false);
		await expect.poll(() => new Set(api.state.watched.map(({ videoId }) => videoId))).toEqual(new Set(["1000", "1001"]));
	});

	it("pauses by tap and by space, and shows that it is paused", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await page.locator(".stage").tap({ position: { x: 150, y: 300 } });
		await page.locator(".pause-mark").waitFor();
		expect((await stageVideo(page)).paused).toBe(true);
		await page.keyboard.press(" ");
		await untilPlaying(page);
		expect(await page.locator(".pause-mark").count()).toBe(0);
	});

	it("asks a guest to join before a like, and says what for", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await page.keyboard.press("l");
		await page.getByRole("heading", { name: "Join reelay to like videos" }).waitFor();
		await page.keyboard.press("Escape");
		await page.locator("dialog").waitFor({ state: "detached" });
		expect(api.state.liked.size).toBe(0);
	});

	it("offers another try when nothing could be loaded, in words", async () => {
		const { page } = opened;
		api.state.failures.push(...Array.from({ length: 3 }, () => "GET /api/v1/feed"));
		await page.goto("/");
		await page.getByText("Reelay is taking a breath.").waitFor();
		await page.getByRole("button", { name: "Try again" }).click();
		await untilPlaying(page);
	});

	it("plays a clip whose bytes its own player refuses, by hls.js", async () => {
		const { page } = opened;
		api.state.media.set("/videos/local/1000/g1/360p/init.mp4", "garbage");
		await page.goto("/");
		await untilPlaying(page);
		expect((await fetchedBy(page)).some((url) => url.includes("hlsPlayback"))).toBe(true);
	});

	it("begins each clip in one rendition, and takes its bytes once", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		const firsts = (await fetchedBy(page)).flatMap((url) => /\/(\d+)\/g1\/[^/]+\/0\.m4s$/.exec(url)?.[1] ?? []);
		expect(firsts.slice(0, 3)).toEqual(["1000", "1001", "1002"]);
		expect(new Set(firsts).size).toBe(firsts.length);
	});

	it("asks for fresh addresses when a private clip's grant ran out", async () => {
		const { page } = opened;
		api.state.media.set("/videos/local/1000/g1/360p/0.m4s", 403);
		await page.goto("/");
		await untilPlaying(page);
		expect(api.state.requests).toContain("GET /api/v1/videos/1000/manifest");
	});

	it("says so when a clip is gone, and the next one plays", async () => {
		const { page } = opened;
		api.state.media.set("/videos/local/1000/g1/360p/0.m4s", 404);
		await page.goto("/");
		await page.getByText("This video can't be played right now.").waitFor();
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
	});

	it("goes up in quality once some seconds are held", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		expect((await stageVideo(page)).videoWidth).toBeLessThan(720);
		await expect.poll(async () => (await stageVideo(page)).videoWidth, { timeout: 15_000 }).toBeGreaterThanOrEqual(480);
	});
});

describe("for the signed-in", () => {
	it("likes by double tap, with a heart from under the finger, and undoes a like the server refuses", async () => {
		const { page } = opened;
		await signUp();
		await untilPlaying(page);
		const id = await currentId();
		await doubleTap(page, 150, 300);
		await page.locator(".burst svg").waitFor();
		await expect.poll(() => api.state.liked.has(id)).toBe(true);
		await goOn(page);
		await goOn(page);
		const next = await currentId();
		api.state.failures.push(`POST /api/v1/videos/${next}/like`);
		const button = onStage(page).getByRole("button", { name: /^Like/ });
		await button.click();
		await page.getByText("Reelay is taking a breath.").waitFor();
		expect(await button.getAttribute("aria-pressed")).toBe("false");
	});

	it("comments, and counts it", async () => {
		const { page } = opened;
		await signUp();
		await untilPlaying(page);
		await onStage(page)
			.getByRole("button", { name: /^Comments/ })
			.click();
		await page.getByText("The light at the end!").waitFor();
		await page.getByRole("textbox", { name: "Add a comment" }).fill("So calm.");
		await page.keyboard.press("Enter");
		await page.getByText("So calm.").waitFor();
		await page.getByRole("button", { name: "Close" }).click();
		await onStage(page).getByRole("button", { name: "Comments, 4" }).waitFor();
	});

	it("keeps a comment that was written before the others came", async () => {
		const { page } = opened;
		await signUp();
		await untilPlaying(page);
		const release = Promise.withResolvers<void>();
		await page.route(/\/comments(\?|$)/, async (route) => {
			// Read before, and on its way since.
			const answer = await route.fetch();
			await release.promise;
			await route.fulfill({ response: answer });
		});
		await page.keyboard.press("c");
		await page.getByRole("textbox", { name: "Add a comment" }).fill("So calm.");
		await page.keyboard.press("Enter");
		await page.getByText("So calm.").waitFor();
		release.resolve();
		await page.getByText("The light at the end!").waitFor();
		expect(await page.getByText("So calm.").count()).toBe(1);
	});

	const signUp = async () => {
		const { page } = opened;
		await page.goto("/signup");
		await page.getByLabel("User name").fill("robin");
		await page.getByLabel("Password").fill("long enough");
		await page.getByLabel("Date of birth").fill("1990-04-01");
		await page.getByRole("button", { name: "Sign up" }).click();
		await page.getByRole("button", { name: "Nature" }).click();
		await page.getByRole("button", { name: "Start watching" }).click();
	};
	const currentId = async () => {
		const label = await onStage(opened.page).getAttribute("aria-label");
		return api.state.cards.find(({ title }) => title === label)?.id ?? "";
	};
});
