import { beforeEach, describe, expect, it } from "vitest";
import type { OwnCopyright } from "../../contracts/copyright.ts";
import { clientForTests } from "./support/client.ts";

const { opened } = clientForTests({ signedIn: true });

const FOUND: OwnCopyright = {
	status: "copyright_flagged",
	title: "Kitchen dance",
	matches: [
		{
			id: "71",
			what: "sound",
			title: "Low Tide",
			artist: "The Quays",
			fromMs: 12_000,
			toMs: 24_500,
			trackFromMs: 3_000,
			action: "held",
			soundId: "900",
			dispute: null,
		},
	],
	may: { mute: true, replace: true, dispute: true },
};
let found: OwnCopyright;
let asked: { readonly path: string; readonly body: unknown }[];

beforeEach(async () => {
	found = FOUND;
	asked = [];
	await opened.page.route(/\/api\/v1\/videos\/1000\/copyright/, async (route) => {
		const request = route.request();
		if (request.method() === "GET") return route.fulfill({ json: found });
		const path = new URL(request.url()).pathname;
		asked.push({ path, body: request.postDataJSON() });
		if (path.endsWith("/clearing")) return route.fulfill({ status: 202, json: { status: "processing" } });
		const { ground, statement } = request.postDataJSON();
		const dispute = { state: "waiting" as const, ground, statement, createdAt: new Date().toISOString() };
		found = { ...found, matches: found.matches.map((match) => ({ ...match, dispute })) };
		return route.fulfill({ status: 201, json: { disputeId: "5" } });
	});
});

describe("what was found of others in one's video", () => {
	it("says what and where, and is silenced by a press", async () => {
		const { page } = opened;
		await page.goto("/studio/1000/copyright");
		await page.getByRole("heading", { name: "Sound: Low Tide · The Quays" }).waitFor();
		await page.getByText("0:12 to 0:24 in your video").waitFor();
		expect(await page.getByRole("link", { name: "Hear the recording" }).getAttribute("href")).toBe("/sound/900");
		await page.getByRole("button", { name: "Silence these stretches" }).click();
		await page.getByText("Your video is being made again").waitFor();
		expect(asked).toEqual([{ path: "/api/v1/videos/1000/copyright/clearing", body: { how: "mute" } }]);
		expect(new URL(page.url()).pathname).toBe("/studio");
	});

	it("is disputed in one's own words, which are kept while too few", async () => {
		const { page } = opened;
		await page.goto("/studio/1000/copyright");
		await page.getByRole("button", { name: "This is wrong" }).click();
		await page.getByRole("radio", { name: "I have a licence" }).check();
		await page.getByLabel("In your own words").fill("Too short");
		expect(await page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
		await page.getByLabel("In your own words").fill("I bought it from the label in May, see my mail.");
		await page.getByRole("button", { name: "Send" }).click();
		await page.getByText("You disputed it: a person is looking.").waitFor();
		expect(asked[0]?.body).toEqual({ matchId: "71", ground: "licence", statement: "I bought it from the label in May, see my mail." });
		expect(await page.getByRole("button", { name: "This is wrong" }).count()).toBe(0);
	});

	it("says so when there is nothing", async () => {
		found = { ...FOUND, matches: [], may: { mute: false, replace: false, dispute: false } };
		await opened.page.goto("/studio/1000/copyright");
		await opened.page.getByText("Nothing of others was found in it").waitFor();
	});
});
