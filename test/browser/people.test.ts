import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { PEOPLE } from "./support/fake-catalogue.ts";
import { untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);

const [mina, jonas] = PEOPLE as [(typeof PEOPLE)[number], (typeof PEOPLE)[number]];
const me = () => {
	if (api.state.account === null) throw new Error("nobody is logged in");
	return api.state.account;
};

let folder: string;
let photo: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "reelay-people-"));
	photo = join(folder, "photo.jpg");
	await sharp({ create: { width: 900, height: 600, channels: 3, background: "#c04020" } })
		.jpeg()
		.toFile(photo);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("one's own profile", () => {
	const edit = async () => {
		const page = await open({ signedIn: true });
		await page.goto("/settings/profile");
		await page.getByLabel("Bio").waitFor();
		return page;
	};

	it("takes a picture, cut to shape by drag, zoom and keys, and takes it off again", async () => {
		const page = await edit();
		await page.getByLabel("Your picture").setInputFiles(photo);
		const window = page.getByRole("img", { name: /^Your picture, as it will be cut/ });
		await window.waitFor();
		const box = await window.boundingBox();
		if (box === null) throw new Error("the window is not there");
		await page.mouse.move(box.x + 140, box.y + 140);
		await page.mouse.down();
		await page.mouse.move(box.x + 200, box.y + 140, { steps: 4 });
		await page.mouse.up();
		await window.focus();
		for (const key of ["+", "+", "ArrowRight"]) await page.keyboard.press(key);
		await expect.poll(async () => Number(await page.getByRole("slider", { name: "Zoom" }).inputValue())).toBeGreaterThan(1.2);
		await page.getByRole("button", { name: "Use this picture" }).click();
		await page.getByRole("button", { name: "Change picture" }).waitFor();
		await expect.poll(() => api.state.people.picture?.type).toBe("image/jpeg");
		expect(api.state.people.picture?.bytes).toBeGreaterThan(500);
		await page.getByRole("button", { name: "Remove picture" }).click();
		await page.getByRole("button", { name: "Choose a picture" }).waitFor();
		expect(me().avatarUrl).toBeNull();
	});

	it("says why a file is no picture, the browser's reason or the server's, and keeps what was cut", async () => {
		const page = await edit();
		const text = join(folder, "note.jpg");
		await writeFile(text, "no picture at all");
		await page.getByLabel("Your picture").setInputFiles(text);
		await page.getByRole("alert").getByText("This file isn't a picture your browser can read.").waitFor();
		api.state.people.pictureFault = "This picture is damaged or incomplete. Export it again, or choose another.";
		await page.getByLabel("Your picture").setInputFiles(photo);
		await page.getByRole("button", { name: "Use this picture" }).click();
		await page.getByRole("alert").getByText("This picture is damaged or incomplete.").waitFor();
		api.state.people.pictureFault = null;
		await page.getByRole("button", { name: "Use this picture" }).click();
		await page.getByRole("button", { name: "Change picture" }).waitFor();
	});

	it("saves name, user name, bio and links, and shows the links as they lead", async () => {
		const page = await edit();
		await page.getByLabel("Name", { exact: true }).fill("Robin Hood");
		await page.getByLabel("User name").fill("robin.hood");
		await page.getByText("@robin leads to you, and nobody else can take it.").waitFor();
		await page.getByRole("button", { name: "Add a link" }).click();
		await page.getByLabel("Link 1", { exact: true }).fill("https://example.com/shop");
		await page.getByRole("button", { name: "Add a link" }).click();
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByRole("heading", { name: "Robin Hood" }).waitFor();
		expect(page.url()).toContain("/@robin.hood");
		expect(me()).toMatchObject({ displayName: "Robin Hood", username: "robin.hood", links: ["https://example.com/shop"] });
		const link = page.getByRole("link", { name: "example.com/shop" });
		expect(await link.getAttribute("rel")).toContain("nofollow noopener");
		expect(await link.getAttribute("href")).toBe("https://example.com/shop");
	});

	it("says beside the field that a name is taken; what else was changed is saved", async () => {
		const page = await edit();
		await page.getByLabel("Bio").fill("Up before the birds.");
		await page.getByLabel("User name").fill("taken");
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByRole("alert").getByText("This user name is taken.").waitFor();
		expect(me()).toMatchObject({ bio: "Up before the birds.", username: "robin" });
	});
});

describe("who sees one", () => {
	it("turns the account private, shows what is liked, and asks before it opens again", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/settings");
		await page.getByRole("link", { name: /^Who sees you/ }).click();
		await page.getByRole("switch", { name: "Private account" }).click();
		await expect.poll(() => me().isPrivate).toBe(true);
		await page.getByRole("switch", { name: "Show what I like" }).click();
		await expect.poll(() => me().showsLiked).toBe(true);
		await page.getByRole("switch", { name: "Private account", checked: true }).click();
		await page.getByText("Everybody who waits for your answer follows you at once.").waitFor();
		expect(me().isPrivate).toBe(true);
		await page.getByRole("button", { name: "Make it public" }).click();
		await expect.poll(() => me().isPrivate).toBe(false);
	});

	it("says when it did not work, and tries again", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/settings/privacy");
		api.state.failures.push("PATCH /api/v1/auth/me");
		await page.getByRole("switch", { name: "Private account" }).click();
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(() => me().isPrivate).toBe(true);
	});

	it("lets in who asks, and declines", async () => {
		const page = await open({ signedIn: true });
		api.state.account = { ...me(), isPrivate: true };
		const at = new Date(Date.now() - 3_600_000).toISOString();
		api.state.people.requests = [mina, jonas].map((user) => ({ user, at }));
		await page.goto("/settings/requests");
		await page.getByText("2 people wait for your answer.").waitFor();
		await page.getByRole("button", { name: "Accept Mina Okafor" }).click();
		await page.getByRole("button", { name: "Decline Jonas Weber" }).click();
		await page.getByRole("heading", { name: "Nobody waits" }).waitFor();
		await expect.poll(() => [...api.state.people.followers]).toEqual([mina.id]);
	});

	it("puts a request back that could not be answered", async () => {
		const page = await open({ signedIn: true });
		api.state.people.requests = [{ user: mina, at: new Date().toISOString() }];
		api.state.failures.push(`PUT /api/v1/users/me/follow-requests/${mina.id}`);
		await page.goto("/settings/requests");
		await page.getByRole("button", { name: "Accept Mina Okafor" }).click();
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(() => [...api.state.people.followers]).toEqual([mina.id]);
		await page.getByRole("button", { name: "Accept Mina Okafor" }).waitFor({ state: "detached" });
	});

	it("offers a private account to who has a public one and no requests", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/settings/requests");
		await page.getByRole("heading", { name: "Everybody can follow you" }).waitFor();
	});

	it("removes a follower, asked twice", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/@robin");
		await page.getByRole("button", { name: /Follower/ }).click();
		await page.getByRole("button", { name: "Remove Mina Okafor", exact: true }).click();
		expect(api.state.people.removed.size).toBe(0);
		await page.getByRole("button", { name: "Really remove Mina Okafor" }).click();
		await page.getByText("Mina Okafor doesn't follow you any more.").waitFor();
		await expect.poll(() => [...api.state.people.removed]).toEqual([mina.id]);
	});

	it("lists who is muted and who is blocked, each with the way back", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/settings/muted");
		await page.getByRole("heading", { name: "You muted nobody" }).waitFor();
		api.state.people.muted.add(mina.id);
		api.state.blocked.add(jonas.id);
		await page.reload();
		await page.getByRole("button", { name: "Unmute Mina Okafor" }).click();
		await expect.poll(() => api.state.people.muted.size).toBe(0);
		await page.goto("/settings/blocked");
		await page.getByRole("button", { name: "Unblock Jonas Weber" }).click();
		await expect.poll(() => api.state.blocked.size).toBe(0);
		await page.getByRole("heading", { name: "You blocked nobody" }).waitFor();
	});

	it("asks guests to log in first", async () => {
		const page = await open({});
		for (const path of ["privacy", "requests", "muted", "blocked"]) {
			await page.goto(`/settings/${path}`);
			await page.getByRole("heading", { name: "Log in first" }).waitFor();
		}
	});
});

describe("somebody else's profile", () => {
	it("of a private account shows no videos, and asks to follow; the request is taken back", async () => {
		const page = await open({ signedIn: true });
		api.state.people.private.add("mina");
		await page.goto("/@mina");
		await page.getByRole("heading", { name: "This account is private" }).waitFor();
		expect(await page.locator(".grid").count()).toBe(0);
		await page.getByRole("button", { name: "Ask to follow" }).click();
		await page.getByText("You asked to follow Mina Okafor. Once they accept").waitFor();
		await expect.poll(() => [...api.state.people.requested]).toEqual([mina.id]);
		await page.getByRole("button", { name: "Requested", pressed: true }).click();
		await page.getByRole("button", { name: "Ask to follow" }).waitFor();
		await expect.poll(() => api.state.people.requested.size).toBe(0);
	});

	it("mutes, and says so on the button; the videos stay", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/@mina");
		await page.getByRole("button", { name: "Mute Mina Okafor" }).click();
		await page.getByRole("button", { name: "Unmute Mina Okafor", pressed: true }).waitFor();
		await expect.poll(() => [...api.state.people.muted]).toEqual([mina.id]);
		expect(await page.locator(".grid .tile").count()).toBeGreaterThan(0);
	});

	it("shows what they like where they show it", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/@mina");
		await page.locator(".grid .tile").first().waitFor();
		expect(await page.getByRole("link", { name: "Liked" }).count()).toBe(0);
		api.state.people.showsLiked.add("mina");
		await page.reload();
		await page.getByRole("link", { name: "Liked" }).click();
		await expect.poll(() => page.locator(".grid .tile").count()).toBe(3);
	});

	it("is found by the name they had, and the address says the new one", async () => {
		const page = await open({});
		api.state.people.former.set("mina.old", "mina");
		await page.goto("/@mina.old");
		await page.getByRole("heading", { name: "Mina Okafor" }).waitFor();
		await expect.poll(() => new URL(page.url()).pathname).toBe("/@mina");
		await page.locator(".grid .tile").first().waitFor();
	});
});

describe("friends", () => {
	it("stand beside Following, play, and say what a friend is where there are none", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/friends");
		await page.getByRole("heading", { name: "No friends here yet" }).waitFor();
		await page.getByRole("button", { name: "Follow", exact: true }).first().waitFor();
		api.state.people.friendsVideos = api.state.cards.slice(0, 2);
		await page.goto("/");
		await page.getByRole("link", { name: "Friends" }).click();
		await untilPlaying(page);
	});

	it("ask guests to log in", async () => {
		const page = await open({});
		await page.goto("/friends");
		await page.getByRole("heading", { name: "Your friends" }).waitFor();
	});
});
