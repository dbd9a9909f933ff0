import { expect, it, onTestFinished } from "vitest";
import { serve } from "../../local/serve.ts";
import { startMediaProxy } from "./media-proxy.ts";

async function setUp() {
	const seen: string[] = [];
	const store = await serve(async ({ method, url, headers, body }) => {
		seen.push(`${method} ${url.pathname} ${body}`);
		return { status: 200, body: { host: headers.host } };
	});
	const proxy = await startMediaProxy(`${store.url}/s3`);
	onTestFinished(async () => {
		await proxy.close();
		await store.close();
	});
	return { proxy, seen };
}

it("passes requests on with the Host header the client signed", async () => {
	const { proxy, seen } = await setUp();
	const response = await fetch(`${proxy.url}/bucket/a.m4s`, { method: "PUT", body: "bytes" });
	expect(await response.json()).toEqual({ host: new URL(proxy.url).host });
	expect(seen).toEqual(["PUT /s3/bucket/a.m4s bytes"]);
});

it("fails as many matching writes as asked for, and no reads or others", async () => {
	const { proxy, seen } = await setUp();
	proxy.failNext(/480p\/3\.m4s$/, { times: 2, status: 503 });
	const put = async (name: string) => (await fetch(`${proxy.url}/b/${name}`, { method: "PUT", body: "x" })).status;
	expect([await put("480p/2.m4s"), await put("480p/3.m4s"), await put("480p/3.m4s"), await put("480p/3.m4s")]).toEqual([
		200, 503, 503, 200,
	]);
	expect(proxy.failed).toEqual(["/s3/b/480p/3.m4s", "/s3/b/480p/3.m4s"]);
	expect(seen).toHaveLength(2);
});
