import { beforeEach, describe, expect, it } from "vitest";
import type { Claim } from "../../contracts/copyright.ts";
import { clientForTests } from "./support/client.ts";
import { FAKE_UPLOAD } from "./support/fake-upload.ts";

const { api, opened } = clientForTests({ signedIn: true });

const CLAIM: Claim = {
	id: "81",
	videoId: "1000",
	holder: "person",
	name: "Mia Berg",
	title: "Low Tide",
	artist: "The Quays",
	policy: "mute",
	statement: "I wrote and recorded it myself.",
	links: [],
	state: "accepted",
	createdAt: "2026-11-20T10:00:00.000Z",
	decidedAt: "2026-11-21T10:00:00.000Z",
	matches: 2,
};
let claims: Claim[];
let asked: { readonly method: string; readonly path: string; readonly body: unknown }[];

beforeEach(async () => {
	claims = [CLAIM];
	asked = [];
	await opened.page.route(/\/api\/v1\/copyright\/claims/, async (route) => {
		const request = route.request();
		const { pathname } = new URL(request.url());
		asked.push({ method: request.method(), path: pathname, body: request.postDataJSON() });
		if (request.method() === "DELETE") {
			claims = claims.map((claim) => ({ ...claim, state: "withdrawn" as const }));
			return route.fulfill({ status: 204 });
		}
		if (request.method() === "POST") {
			const { links, ...body } = request.postDataJSON();
			claims = [{ ...CLAIM, ...body, id: "82", links, state: "waiting", decidedAt: null, matches: 0 }, ...claims];
			return route.fulfill({ status: 201, json: { claimId: "82" } });
		}
		const found = { what: "sound", fromMs: 12_000, toMs: 24_500, at: "2026-11-22T10:00:00.000Z" };
		const matches = [
			{ ...found, videoId: "2000", action: "muted", disputed: "waiting" },
			{ ...found, videoId: "2001", action: "credited", disputed: null },
		];
		return route.fulfill({ json: pathname.endsWith("/matches") ? { matches } : { claims } });
	});
});

describe("works of one's own", () => {
	it("say where they were found and what became of it there", async () => {
		const { page } = opened;
		await page.goto("/studio/works");
		await page.getByRole("heading", { name: "Low Tide · The Quays" }).waitFor();
		await page.getByText("Accepted: uploads are compared with it.").waitFor();
		await page.getByRole("button", { name: "Found in 2 videos" }).click();
		await page.getByText("The stretch was silenced.").waitFor();
		await page.getByText("Its creator disputed this: a person is looking.").waitFor();
		expect(
			await page
				.getByRole("link", { name: /^Video of/ })
				.first()
				.getAttribute("href"),
		).toBe("/v/2000");
	});

	it("are withdrawn once one has said so twice", async () => {
		const { page } = opened;
		await page.goto("/studio/works");
		await page.getByRole("button", { name: "Withdraw" }).click();
		await page.getByText("This can't be undone", { exact: false }).waitFor();
		await page.getByRole("button", { name: "Keep it" }).click();
		expect(asked.filter(({ method }) => method === "DELETE")).toEqual([]);
		await page.getByRole("button", { name: "Withdraw" }).click();
		await page.getByRole("button", { name: "Withdraw" }).click();
		await page.getByText("Withdrawn", { exact: true }).waitFor();
		expect(asked.filter(({ method }) => method === "DELETE").map(({ path }) => path)).toEqual(["/api/v1/copyright/claims/81"]);
	});

	it("are claimed by an upload, a reason and links, of which a wrong one is named", async () => {
		claims = [];
		api.state.status = "ready";
		api.state.uploaded.set(1, 1);
		const { page } = opened;
		await page.goto("/studio");
		await page.getByRole("link", { name: "Your works" }).click();
		await page.getByRole("button", { name: "Claim a work" }).click();
		const send = page.getByRole("button", { name: "Claim a work" });
		await page.getByRole("group", { name: "Your upload of the work" }).getByRole("radio", { name: "On its way" }).check({ force: true });
		await page.getByLabel("Title of the work").fill("Harbour");
		await page.getByLabel("Artist").fill("The Quays");
		await page.getByLabel("Name, as it stands in contracts").fill("Mia Berg");
		await page.getByRole("radio", { name: "Show it to nobody" }).check();
		await page.getByLabel("Why it is yours").fill("I wrote, played and recorded it in my kitchen.");
		await page.getByLabel("Links to proof").fill("quays.example");
		await page.getByText("“quays.example” is not a web address.", { exact: false }).waitFor();
		expect(await send.isDisabled()).toBe(true);
		await page.getByLabel("Links to proof").fill("https://quays.example/harbour");
		await send.click();
		await page.getByText("A person is looking at your proof.").waitFor();
		const [made] = asked.filter(({ method }) => method === "POST");
		expect(made?.body).toMatchObject({
			videoId: FAKE_UPLOAD.onItsWay,
			holder: "person",
			policy: "block",
			title: "Harbour",
			artist: "The Quays",
			name: "Mia Berg",
			statement: "I wrote, played and recorded it in my kitchen.",
			links: ["https://quays.example/harbour"],
		});
	});
});
