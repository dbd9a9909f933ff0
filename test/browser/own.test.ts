import { beforeEach, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, stageVideo, untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests({ signedIn: true });

beforeEach(async () => {
	const [first] = api.state.cards;
	const { account } = api.state;
	if (first === undefined || account === null) throw new Error("the fake API has no clip, or nobody is signed in");
	api.state.cards[0] = { ...first, user: { ...first.user, id: account.id, username: account.username } };
	await opened.page.goto("/");
	await untilPlaying(opened.page);
	await onStage(opened.page).getByRole("button", { name: /^More/ }).click();
});

const manage = () => opened.page.getByRole("button", { name: "Edit, cover, who can see it, delete" }).click();

/** A storyboard of a picture each quarter of a second, four seconds long. */
const cue = (at: number) =>
	`00:00:0${(at / 4).toFixed(3)} --> 00:00:0${((at + 1) / 4).toFixed(3)}\nstoryboard.jpg#xywh=${at * 90},0,90,160\n`;
const STORYBOARD = `WEBVTT\n\n${Array.from({ length: 16 }, (_, at) => cue(at)).join("\n")}`;

describe("one's own video, from where it plays", () => {
	it("its cover is chosen from the moment it stands at", async () => {
		const { page } = opened;
		await page.route("**/storyboard.vtt", (route) => route.fulfill({ contentType: "text/vtt", body: STORYBOARD }));
		await page.route("**/storyboard.jpg", (route) => route.fulfill({ contentType: "image/jpeg", body: "" }));
		await page.evaluate(`(() => {
			const video = document.querySelector(".slot:not([inert]) video");
			video.pause();
			video.currentTime = 1.3;
		})()`);
		await expect.poll(async () => (await stageVideo(page)).currentTime).toBeCloseTo(1.3, 1);
		await manage();
		await page.getByRole("button", { name: "Choose a cover" }).click();
		await page.getByRole("img", { name: "The cover at 0:01.2" }).waitFor();
		expect(await page.getByRole("slider", { name: /Moment/ }).inputValue()).toBe("5");
	});

	it("is let be downloaded, or not any more", async () => {
		const { page } = opened;
		const asked: unknown[] = [];
		await page.route(/\/api\/v1\/videos\/1000$/, async (route) => {
			if (route.request().method() !== "PATCH") return route.fallback();
			asked.push(route.request().postDataJSON());
			const card = api.state.cards[0];
			await route.fulfill({ status: 200, json: { video: { ...card, status: "ready", visibility: "public", card } } });
		});
		await manage();
		await page.getByRole("button", { name: "Edit title and words" }).click();
		const choice = page.getByRole("checkbox", { name: /Others can download it/ });
		const isAllowed = await choice.isChecked();
		await choice.setChecked(!isAllowed);
		await page.getByRole("button", { name: "Save" }).click();
		await expect.poll(() => asked).toMatchObject([{ allowDownload: !isAllowed }]);
	});

	it("an undone deletion is brought back also when the page is left before the deletion is acknowledged", async () => {
		const { page } = opened;
		// Never answered, like a request on a line that has just gone.
		await page.evaluate(`(() => {
			const real = window.fetch;
			window.fetch = (url, init) => (init?.method === "DELETE" ? new Promise(() => {}) : real(url, init));
		})()`);
		await manage();
		await page.getByRole("button", { name: "Delete" }).click();
		await page.getByRole("button", { name: "Undo" }).click();
		const restores = () => api.state.requests.filter((line) => line === "POST /api/v1/videos/1000/restore").length;
		expect(restores()).toBe(0);
		await page.goto("about:blank");
		await expect.poll(restores).toBe(1);
	});
});
