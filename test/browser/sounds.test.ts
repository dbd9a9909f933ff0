import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { makeMovie } from "./support/clips.ts";
import { FAKE_UPLOAD } from "./support/fake-upload.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);
const heading = (page: Page, name: string) => page.getByRole("heading", { name }).first().waitFor();
const asked = (line: string) => api.state.requests.filter((request) => request === line).length;

describe("the library", () => {
	it("is searched by words and genre; what nothing fits is said, and what fails is tried again", async () => {
		const page = await open({});
		api.state.failures.push(...Array.from({ length: 3 }, () => "GET /api/v1/sounds"));
		await page.goto("/sounds");
		await page.getByRole("button", { name: "Try again" }).click();
		await page.getByRole("link", { name: /^Low Tide/ }).waitFor();
		await page.getByRole("searchbox", { name: "Search sounds" }).fill("window");
		await page.getByRole("link", { name: /^Low Tide/ }).waitFor({ state: "detached" });
		await page.getByRole("link", { name: /^Last Tram/ }).waitFor();
		await page.getByRole("button", { name: "Jazz" }).click();
		await heading(page, "Nothing sounds like that");
	});

	it("keeps sounds, and takes it back when that could not be written; guests are asked to sign in", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/sounds");
		const keep = page.getByRole("button", { name: "Keep Low Tide" });
		api.state.failures.push("PUT /api/v1/sounds/7001/save");
		await keep.click();
		await page.getByText("Reelay is taking a breath").first().waitFor();
		expect(await keep.getAttribute("aria-pressed")).toBe("false");
		await keep.click();
		await expect.poll(() => api.state.sounds.saved).toEqual(["7001"]);
		await page.getByRole("radio", { name: "Favourites" }).check();
		await page.getByRole("link", { name: /^Low Tide/ }).waitFor();
		expect(new URL(page.url()).search).toBe("?tab=favourites");
		const guest = await open({});
		await guest.goto("/sounds");
		await guest.getByRole("button", { name: "Keep Last Tram" }).click();
		await guest.getByText("Sign in to keep sounds. Only you see them.").waitFor();
	});
});

describe("a sound's page", () => {
	it("comes from the clip, plays its videos as a list and leads back to it", async () => {
		const page = await open({});
		const [first] = api.state.cards;
		if (first)
			api.state.cards[0] = { ...first, musicId: "1000", sound: { id: "1000", title: "original sound – @mina", artistName: "Mina Okafor" } };
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page)
			.getByRole("link", { name: /original sound/ })
			.click();
		await heading(page, "original sound – @mina");
		await page.getByRole("link", { name: /Tiny tea ritual/ }).click();
		await untilPlaying(page);
		expect(new URL(page.url()).pathname).toBe("/sound/1000/1001");
		await page.getByRole("link", { name: "Back to the sound" }).click();
		await heading(page, "original sound – @mina");
	});

	it("says why one can't be used, and what is not there", async () => {
		const page = await open({});
		await page.goto("/sound/7003");
		await page.getByText("This sound isn't licensed where you are. Choose another.").waitFor();
		expect(await page.getByRole("link", { name: "Use this sound" }).count()).toBe(0);
		expect(await page.getByRole("button", { name: "Play Anthem" }).count()).toBe(0);
		await page.goto("/sound/4711");
		await heading(page, "This sound isn't here");
		await page.getByRole("link", { name: "Other sounds" }).click();
		await heading(page, "Sounds");
	});

	it("lets its creator rename it and turn it off", async () => {
		const page = await open({ signedIn: true });
		const own = api.state.sounds.all.find(({ id }) => id === "1000");
		if (own) own.own = { off: false };
		await page.goto("/sound/1000");
		await page.getByRole("button", { name: "Manage" }).click();
		await page.getByRole("switch", { name: "Others can use it" }).click();
		await expect.poll(() => own?.own?.off).toBe(true);
		await page.getByLabel("Name").fill("Harbour at six");
		await page.getByRole("button", { name: "Save the name" }).click();
		await heading(page, "Harbour at six");
		await page.getByText("You turned this sound off: only you see it.").waitFor();
	});
});

describe("a sound in the studio", () => {
	let movie: string;
	beforeAll(async () => {
		movie = await makeMovie();
	});

	it("comes along by “Use this sound”, is mixed as chosen, outlives a reload and is posted", async () => {
		const page = await open({ signedIn: true, screen: "desktop" });
		await page.goto("/sound/7001");
		await page.getByRole("link", { name: "Use this sound" }).click();
		await page.getByText("Chosen for your next video: Low Tide").waitFor();
		await page.reload();
		await page.getByText("Chosen for your next video: Low Tide").waitFor();
		await page.getByLabel("Video file").setInputFiles(movie);
		await page.getByLabel("Your video's own sound").fill("0");
		await page.getByText("Your video's own sound is left out.").waitFor();
		await page.getByText("Uploaded.").waitFor();
		await page.reload();
		expect(await page.getByLabel("Your video's own sound").inputValue()).toBe("0");
		await page.getByText("Uploaded.").waitFor();
		const posted = page.waitForRequest((request) => request.url().endsWith("/upload/complete"));
		await page.getByRole("button", { name: "Post", exact: true }).click();
		expect((await posted).postDataJSON()).toMatchObject({ musicId: "7001", soundMix: { original: 0, added: 100 } });
	});

	it("is chosen there, and taken out when it can't be used any more: the words stay", async () => {
		const page = await open({ signedIn: true, screen: "desktop" });
		await page.goto("/upload");
		await page.getByLabel("Video file").setInputFiles(movie);
		await page.getByLabel("Title").fill("Rooftop tea");
		await page.getByRole("button", { name: "Add a sound" }).click();
		await page.getByRole("button", { name: "Use Last Tram" }).click();
		await page.getByRole("slider", { name: "The added sound" }).waitFor();
		await page.getByText("Uploaded.").waitFor();
		const words = "The sound you chose can't be used any more, or not where you are. Choose another, or post without it.";
		await page.route("**/upload/complete", (route) =>
			route.fulfill({
				status: 409,
				contentType: "application/problem+json",
				body: JSON.stringify({ type: "/docs", code: "sound_not_available", title: "No", status: 409, detail: words, requestId: "r" }),
			}),
		);
		await page.getByRole("button", { name: "Post", exact: true }).click();
		await page.getByText(words).waitFor();
		expect(await page.getByLabel("Title").inputValue()).toBe("Rooftop tea");
		await page.getByRole("button", { name: "Add a sound" }).waitFor();
		await page.unroute("**/upload/complete");
		await page.getByRole("button", { name: "Post when uploaded" }).click();
		await expect.poll(() => asked(`POST /api/v1/videos/${FAKE_UPLOAD.onItsWay}/upload/complete`)).toBeGreaterThan(0);
	});
});
