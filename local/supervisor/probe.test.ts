import { expect, it, onTestFinished } from "vitest";
import { serve } from "../serve.ts";
import { probeUploads } from "./probe.ts";

async function said(status: number, body: unknown): Promise<string> {
	const seen: unknown[] = [];
	const product = await serve(async ({ method, url, headers }) => {
		seen.push([method, url.pathname, headers["x-admin-token"]]);
		return { status, body };
	});
	onTestFinished(() => product.close());
	const lines: string[] = [];
	await probeUploads(product.url, "token", (text) => lines.push(text));
	expect(seen).toEqual([["POST", "/internal/uploads/probe", "token"]]);
	return lines.join("\n");
}

it("says nothing when all is well, what was possible when it is not, and that nothing is known when nobody answers well", async () => {
	expect(await said(200, { found: [] })).toBe("");
	expect(await said(200, { found: ["the address of a part copies objects of MEDIA"] })).toMatch(/NOT SAFE[\s\S]*copies objects of MEDIA/);
	expect(await said(503, { code: "unavailable" })).toContain("could not be probed: it answered 503");
});
