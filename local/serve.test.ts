import { describe, expect, it, onTestFinished, vi } from "vitest";
import { serve } from "./serve.ts";

async function echo(bodyLimit?: number) {
	const server = await serve(
		async ({ method, url, body }) => {
			if (url.pathname === "/fault") throw new Error("broken stand-in");
			return { status: 201, body: { method, path: url.pathname, bytes: body.length } };
		},
		bodyLimit === undefined ? {} : { bodyLimit },
	);
	onTestFinished(server.close);
	return server;
}

describe("a stand-in's server", () => {
	it("hands over method, path and body and answers JSON", async () => {
		const { url } = await echo();
		const response = await fetch(`${url}/a?b=c`, { method: "POST", body: "four" });
		expect(response.status).toBe(201);
		expect(await response.json()).toEqual({ method: "POST", path: "/a", bytes: 4 });
	});

	it("refuses a body over the limit", async () => {
		const { url } = await echo(10);
		expect((await fetch(url, { method: "POST", body: "x".repeat(11) })).status).toBe(413);
	});

	it("drops connections, answers 503, and serves again, as its gate is set", async () => {
		const { url, gate } = await echo();
		gate("refuse");
		await expect(fetch(url)).rejects.toThrow();
		gate("unavailable");
		expect((await fetch(url)).status).toBe(503);
		gate("hang");
		await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout|aborted/i);
		gate("open");
		expect((await fetch(url)).status).toBe(201);
	});

	it("shows a fault of its own as 500", async () => {
		const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
		const { url } = await echo();
		const response = await fetch(`${url}/fault`);
		expect(complaint).toHaveBeenCalled();
		expect(response.status).toBe(500);
		expect(await response.text()).toContain("broken stand-in");
	});
});
