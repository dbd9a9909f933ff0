import { afterEach, describe, expect, it, vi } from "vitest";
import type { feed } from "../../../contracts/feed.ts";
import type { login } from "../../../contracts/users.ts";
import { ApiError } from "./problem.ts";
import { call } from "./request.ts";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string, detail: string) =>
	json({ code, status, detail, title: code, type: "", requestId: "r" }, status);
const answers = (...responses: (Response | Error)[]) => {
	const fetch = vi.fn<typeof globalThis.fetch>();
	for (const response of responses) {
		if (response instanceof Error) fetch.mockRejectedValueOnce(response);
		else fetch.mockResolvedValueOnce(response);
	}
	vi.stubGlobal("fetch", fetch);
	vi.stubGlobal("navigator", { onLine: true });
	return fetch;
};
const readFeed = () => call<typeof feed>("GET", "/api/v1/feed", { query: { count: 4 } });
const logIn = () => call<typeof login>("POST", "/api/v1/auth/login", { body: { username: "a", password: "b" } });

afterEach(() => vi.unstubAllGlobals());

describe("call", () => {
	it("lets what is written outlive the page, as far as browsers allow, and nothing that is read", async () => {
		const fetch = answers(json({}), json({}), json({}));
		const isKept = () => fetch.mock.lastCall?.[1]?.keepalive;
		await logIn();
		expect(isKept()).toBe(true);
		await call<typeof login>("POST", "/api/v1/auth/login", { body: { username: "a", password: "b".repeat(40_000) } });
		expect(isKept()).toBe(false);
		await readFeed();
		expect(isKept()).toBe(false);
	});
	it("tries a read again after a fault of network or server", async () => {
		const fetch = answers(new TypeError("network"), problem(503, "unavailable", "Wait."), json({ videos: [], nextCursor: null }));
		await expect(readFeed()).resolves.toEqual({ videos: [], nextCursor: null });
		expect(fetch).toHaveBeenCalledTimes(3);
	});
	it("sends a write once, marked as the web client's", async () => {
		const fetch = answers(problem(503, "unavailable", "Wait."));
		await expect(logIn()).rejects.toMatchObject({ code: "unavailable", isTransient: true });
		expect(fetch).toHaveBeenCalledTimes(1);
		expect(fetch.mock.calls[0]?.[1]?.headers).toMatchObject({ "X-Reelay-Client": "web", "Content-Type": "application/json" });
	});
	it("sends a caller's headers along with its own", async () => {
		const fetch = answers(json({ videos: [], nextCursor: null }));
		await call<typeof feed>("GET", "/api/v1/feed", { headers: { "X-Admin-Token": "t" } });
		expect(fetch.mock.calls[0]?.[1]?.headers).toEqual({ Accept: "application/json", "X-Admin-Token": "t" });
	});
	it("gives the server's own sentence", async () => {
		answers(problem(401, "bad_credentials", "Wrong user name or password. Try again."));
		await expect(logIn()).rejects.toThrow("Wrong user name or password. Try again.");
	});
	it("has a sentence of its own for an answer that is no problem document", async () => {
		answers(new Response("<html>", { status: 400 }));
		const error = await logIn().catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject({ code: "unreadable", status: 400 });
	});
	it("does not try again while offline", async () => {
		const fetch = answers(new TypeError("network"));
		vi.stubGlobal("navigator", { onLine: false });
		await expect(readFeed()).rejects.toMatchObject({ code: "offline" });
		expect(fetch).toHaveBeenCalledTimes(1);
	});
});
