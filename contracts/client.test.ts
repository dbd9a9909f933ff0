import { describe, expect, it, vi } from "vitest";
import { fillPath } from "./call.ts";
import { ClientError, clientOf } from "./client.ts";
import { like } from "./engagement.ts";
import { feed } from "./feed.ts";
import { login } from "./users.ts";

const answering = (status: number, body?: unknown) =>
	vi.fn<typeof globalThis.fetch>(async () => new Response(body === undefined ? null : JSON.stringify(body), { status }));

describe("an address", () => {
	it("has its parameters filled in and escaped, the @ of a name readable", () => {
		expect(fillPath("/u/:userId/videos", { userId: "@mina" }, undefined)).toBe("/u/@mina/videos");
		expect(fillPath("/u/:userId", { userId: "a/b?c" }, undefined)).toBe("/u/a%2Fb%3Fc");
	});
	it("has of the query what is there", () => {
		expect(fillPath("/feed", undefined, { count: 4, cursor: undefined })).toBe("/feed?count=4");
	});
});

describe("a client of the API", () => {
	it("sends what the endpoint takes, in the name of a session", async () => {
		const fetch = answering(200, { videos: [], nextCursor: null });
		const page = await clientOf({ baseUrl: "https://reelay.test", token: "secret", fetch })(feed, { query: { count: 6 } });
		expect(page.videos).toEqual([]);
		const [url, init] = fetch.mock.lastCall ?? [];
		expect([String(url), init?.method, new Headers(init?.headers).get("authorization")]).toEqual([
			"https://reelay.test/api/v1/feed?count=6",
			"GET",
			"Bearer secret",
		]);
	});
	it("sends a body as JSON, and a guest's call without a session", async () => {
		const fetch = answering(200, { token: "t" });
		await clientOf({ baseUrl: "https://reelay.test", fetch })(login, { body: { username: "mina", password: "p" } });
		const init = fetch.mock.lastCall?.[1];
		expect(JSON.parse(String(init?.body))).toEqual({ username: "mina", password: "p" });
		expect(new Headers(init?.headers).get("content-type")).toBe("application/json");
		expect(new Headers(init?.headers).has("authorization")).toBe(false);
	});
	it("throws what was refused, with its code and its sentence", async () => {
		const problem = { type: "", title: "", status: 404, code: "video_not_found", detail: "This video isn't here.", requestId: "r" };
		const refused = clientOf({ baseUrl: "https://reelay.test", fetch: answering(404, problem) })(like, { params: { videoId: "7" } });
		await expect(refused).rejects.toThrow(ClientError);
		await expect(refused).rejects.toMatchObject({ message: "This video isn't here.", problem: { code: "video_not_found" } });
	});
});
