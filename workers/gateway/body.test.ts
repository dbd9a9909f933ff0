import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { BODY_MAX_BYTES, limitBodies, readJson } from "./body.ts";

/** What a route reads of a request, as the gateway hands it on. */
async function post(body: BodyInit | null, headers: Record<string, string> = {}): Promise<unknown> {
	const app = new Hono();
	let outcome: { readonly read: unknown } | { readonly error: unknown } = { read: "nothing was read" };
	app.use(limitBodies);
	app.post("/", async (context) => {
		outcome = { read: await readJson(context.req.raw) };
		return context.body(null);
	});
	app.onError((error, context) => {
		outcome = { error };
		return context.body(null);
	});
	await app.request("/", { method: "POST", headers, body, ...(body instanceof ReadableStream ? { duplex: "half" } : {}) });
	if ("error" in outcome) throw outcome.error;
	return outcome.read;
}
const refusal = (code: string) => expect.objectContaining({ code });

describe("a request's body", () => {
	it("is read as JSON, also when a character is cut between two chunks", async () => {
		const bytes = new TextEncoder().encode('{"title":"für 🎬"}');
		const cut = new ReadableStream({
			start(controller) {
				for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
				controller.close();
			},
		});
		expect(await post(cut)).toEqual({ title: "für 🎬" });
	});

	it("may be missing", async () => {
		expect(await post(null)).toEqual({});
		expect(await post("")).toEqual({});
	});

	it("that is not JSON is refused", async () => {
		await expect(post("{bad")).rejects.toEqual(refusal("invalid_request"));
	});

	it("that is too large is refused by its announced length, or else without reading on", async () => {
		await expect(post("{}", { "content-length": String(BODY_MAX_BYTES + 1) })).rejects.toEqual(refusal("body_too_large"));
		let chunks = 0;
		const endless = new ReadableStream({
			pull(controller) {
				chunks += 1;
				controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
			},
		});
		await expect(post(endless)).rejects.toEqual(refusal("body_too_large"));
		expect(chunks).toBeLessThan(10);
	});

	it.each([
		['{"text":"a\\u0000b"}', "body.text"],
		['{"events":[{"device":"\\ud800"}]}', "body.events.0.device"],
	])("%s has text nobody can store, and is refused by its place", async (body, field) => {
		await expect(post(body)).rejects.toMatchObject({ code: "invalid_fields", extras: { errors: [{ field }] } });
	});

	it("may have escaped pairs, and backslashes that only look like escapes", async () => {
		expect(await post('{"a":"\\ud83c\\udfac","b":"\\\\u0000"}')).toEqual({ a: "🎬", b: "\\u0000" });
	});
});
