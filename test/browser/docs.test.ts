import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ENDPOINTS } from "../../contracts/api.ts";
import { PROBLEMS } from "../../contracts/problems/codes.ts";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { openApiDocument } from "../../workers/ops/openapi/document.ts";
import { openBrowser } from "../support/browser.ts";
import { buildForTest } from "./support/build.ts";
import { openPage } from "./support/page.ts";

const TYPES: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
};
let browser: Browser;
let server: Server;
let url: string;

/** The built page under the very policy it is deployed with, and the API's own description. */
beforeAll(async () => {
	await buildForTest();
	const headers = await readFile(join(ROOT, "web/public/_headers"), "utf8");
	const policy = /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? "";
	server = createServer(async (request, response) => {
		const path = (request.url ?? "").replace(/\/$/, "/index.html");
		if (path === "/openapi.json") return void response.setHeader("content-type", "application/json").end(JSON.stringify(openApiDocument()));
		const file = await readFile(join(ROOT, "web/dist", path)).catch(() => null);
		response.writeHead(file === null ? 404 : 200, {
			"content-type": TYPES[extname(path)] ?? "application/octet-stream",
			"content-security-policy": policy,
		});
		response.end(file);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	server?.close();
});

it("the API's docs show every operation and problem, from this origin alone, within the strict policy", async () => {
	const { page, context, faults } = await openPage(browser, url, "desktop");
	const foreign: string[] = [];
	page.on("request", (request) => {
		if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
	});
	await page.goto("/docs/");
	await page.locator(".opblock").first().waitFor();
	expect(await page.locator(".opblock").count()).toBeGreaterThanOrEqual(ENDPOINTS.length);
	expect(await page.locator("#problems tbody tr").count()).toBe(Object.keys(PROBLEMS).length);
	await page.locator(".opblock", { hasText: "/api/v1/videos/upload/init" }).first().click();
	await page.getByText("duration_ms").first().waitFor();
	expect([faults, foreign]).toEqual([[], []]);
	await context.close();
});
