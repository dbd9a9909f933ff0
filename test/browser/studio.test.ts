import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { makeMovie } from "./support/clips.ts";

const { api, opened } = clientForTests({ signedIn: true, screen: "desktop" });
let movie: string;
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "reelay-studio-"));
	movie = await makeMovie();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
	await opened.page.goto("/upload");
});

const choose = async (path: string) => {
	await opened.page.getByRole("button", { name: "Choose a video" }).waitFor();
	await opened.page.getByLabel("Video file").setInputFiles(path);
};

describe("the studio", () => {
	it("refuses a picture named .mp4, in words, before a byte is sent", async () => {
		const path = join(folder, "clip.mp4");
		await writeFile(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
		await choose(path);
		await opened.page.getByText("This file isn't a video we can read (it looks like a picture (PNG)).").waitFor();
		expect(api.state.requests.filter((line) => line.includes("upload"))).toEqual([]);
	});

	it("refuses a text named .mp4, in words, before the form", async () => {
		const path = join(folder, "diary.mp4");
		await writeFile(path, "Dear diary, für heute nichts Neues.\n");
		await choose(path);
		await opened.page.getByText("This file isn't a video we can read (it looks like a text file).").waitFor();
		expect(await opened.page.getByLabel("Title").count()).toBe(0);
		expect(api.state.requests.filter((line) => line.includes("upload"))).toEqual([]);
	});

	it("keeps words through another screen, a reload and a discarded upload that is taken back", async () => {
		const { page } = opened;
		await choose(movie);
		await page.getByLabel("Title").fill("Rooftop tea");
		await page.getByLabel("Hashtags").fill("te");
		await page.getByRole("radio", { name: "Followers" }).check();
		const expectWords = async () => {
			expect(await page.getByLabel("Title").inputValue()).toBe("Rooftop tea");
			await page.getByText("#te").waitFor();
			expect(await page.getByRole("radio", { name: "Followers" }).isChecked()).toBe(true);
		};
		await page.getByText("Uploaded.").waitFor();
		await page.getByRole("link", { name: "Inbox" }).click();
		await page.goBack();
		await expectWords();
		await page.reload();
		await page.getByText("Uploaded.").waitFor();
		await expectWords();
		await page.getByRole("button", { name: "Discard this upload" }).click();
		await page.getByLabel("Title").waitFor({ state: "detached" });
		await page.getByRole("button", { name: "Undo" }).click();
		await expectWords();
		expect(api.state.requests.filter((line) => line.startsWith("DELETE"))).toEqual([]);
	});

	it("uploads in parts, posts with words and hashtags, and follows the processing until it's up", async () => {
		const { page } = opened;
		await choose(movie);
		await page.getByLabel("Title").fill("Rooftop tea");
		await page.getByLabel("Hashtags").fill("tea,");
		await page.getByText("#tea").waitFor();
		expect(await page.getByLabel(/^Others can download it/).isChecked()).toBe(false);
		await page.getByLabel(/^Others can download it/).check();
		await page.getByText("Uploaded.").waitFor();
		expect(api.state.uploaded.size).toBeGreaterThan(1);
		const posted = page.waitForRequest((request) => request.url().endsWith("/upload/complete"));
		await page.getByRole("button", { name: "Post", exact: true }).click();
		expect((await posted).postDataJSON()).toMatchObject({ title: "Rooftop tea", allowDownload: true });
		api.state.progress = 40;
		await page.getByRole("heading", { name: "Making 480p…" }).waitFor();
		await page.getByText("About 15 seconds left.").waitFor();
		api.state.status = "ready";
		await page.getByRole("heading", { name: "It's up" }).waitFor();
		expect(await page.getByRole("link", { name: "Watch it" }).getAttribute("href")).toBe("/v/2001");
	});

	it("sends a part again after a fault of the store", async () => {
		api.state.failures.push("PUT /put/1", "PUT /put/2");
		await choose(movie);
		await opened.page.getByText("Uploaded.").waitFor({ timeout: 20_000 });
		expect(api.state.requests.filter((line) => line === "PUT /put/1")).toHaveLength(2);
	});

	it("pauses and goes on without sending again what arrived", async () => {
		const { page } = opened;
		api.state.partDelayMs = 400;
		await choose(movie);
		await expect.poll(() => api.state.uploaded.size).toBeGreaterThanOrEqual(1);
		await page.getByRole("button", { name: "Pause upload" }).click();
		await page.getByText("Paused. What arrived is kept.").waitFor();
		const arrived = [...api.state.uploaded.keys()];
		api.state.partDelayMs = 0;
		await page.getByRole("button", { name: "Continue" }).click();
		await page.getByText("Uploaded.").waitFor();
		for (const part of arrived) expect(api.state.requests.filter((line) => line === `PUT /put/${part}`)).toHaveLength(1);
	});

	it("survives a closed tab: on return it offers to go on with the same file", async () => {
		const { context } = opened;
		api.state.partDelayMs = 400;
		await choose(movie);
		await expect.poll(() => api.state.uploaded.size).toBeGreaterThanOrEqual(1);
		await opened.page.close();
		api.state.partDelayMs = 0;
		const begun = api.state.requests.filter((line) => line.endsWith("/upload/init")).length;
		const page = await context.newPage();
		await page.goto("/upload");
		await page.getByRole("button", { name: "Continue" }).click();
		await page.getByText("Uploaded.").waitFor();
		expect(api.state.requests.filter((line) => line.endsWith("/upload/init"))).toHaveLength(begun);
	});

	it("goes on while other screens are open", async () => {
		const { page } = opened;
		api.state.partDelayMs = 300;
		await choose(movie);
		await page.getByRole("link", { name: "Inbox" }).click();
		const chip = page.locator(".chip");
		await chip.getByText(/Uploading \d+ %/).waitFor();
		await chip.getByText("Ready to post").waitFor();
		await chip.click();
		await page.getByText("Uploaded.").waitFor();
	});

	it("shows a failed video on the profile with the reason, and one on its way with its progress", async () => {
		const { page } = opened;
		api.state.uploaded.set(1, 1);
		api.state.progress = 42;
		await page.goto("/@robin");
		await page.getByText("The file ends in the middle.").waitFor();
		await page.getByText("42 %").waitFor();
	});
});
