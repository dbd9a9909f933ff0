import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { services, testApp, testEnv } from "../gateway/testing/api.ts";
import { bindingsOf } from "../platform/bindings.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { checkHealth } from "./health.ts";
import { opsRoutes } from "./routes.ts";

const call = testApp(opsRoutes);
const vectors = (describe: () => Promise<unknown>) => ({ ...testEnv, VECTORS: { describe } as unknown as Vectorize });
const well = vectors(async () => ({}));
const failing = (error: Error) => () => Promise.reject(error);

beforeEach(() => {
	vi.spyOn(globalThis, "fetch").mockImplementation(realFetchExceptTranscoder(new Response("{}")));
});
afterEach(() => vi.restoreAllMocks());

const realFetch = globalThis.fetch;
function realFetchExceptTranscoder(answer: Response): typeof fetch {
	const transcoder = services.config.TRANSCODER_URL ?? "http://transcoder.invalid";
	return (input, init) => (new Request(input).url.startsWith(transcoder) ? Promise.resolve(answer.clone()) : realFetch(input, init));
}

describe("health", () => {
	it("200 ok: while every part answers", async () => {
		const health = await checkHealth({ ...services, isolate: new IsolateState(), ...bindingsOf(well) });
		expect(health.status).toBe("ok");
		for (const part of Object.values(health.parts)) expect(part).toMatchObject({ status: "ok", ms: expect.any(Number) });
	});

	it("200 degraded: without cache or vectors, which the API can do without for a while", async () => {
		vi.spyOn(console, "warn").mockImplementation(() => undefined);
		const bindings = { VECTORS: { describe: failing(new Error("index at secret.example is gone")) } };
		const { status, json } = await call("GET /health", { bindings });
		expect([status, json.status, json.parts.vectors.status, json.parts.database.status]).toEqual([200, "degraded", "failed", "ok"]);
		expect(JSON.stringify(json)).not.toContain("secret.example");
	});

	it("503 down: without the database", async () => {
		const directory = () => {
			throw new Error("no route to host");
		};
		const health = await checkHealth({ ...services, isolate: new IsolateState(), ...bindingsOf(well), db: { ...services.db, directory } });
		expect([health.status, health.parts.database.status]).toEqual(["down", "failed"]);
	});

	it("waits for no part longer than its time", async () => {
		const never = vectors(() => new Promise(() => undefined));
		const health = await checkHealth({ ...services, isolate: new IsolateState(), ...bindingsOf(never) }, 50);
		expect(health.parts.vectors).toMatchObject({ status: "failed", detail: "the check took more than 50 ms" });
	});

	it("shows what each part took itself, though one is slow", async () => {
		let now = 0;
		const taking = (ms: number) => async () => {
			now += ms;
			return {};
		};
		vi.mocked(globalThis.fetch).mockImplementation(async () => {
			now += 3;
			return new Response("{}");
		});
		const directory = () => ({ execute: taking(1) }) as unknown as ReturnType<typeof services.db.directory>;
		const redis = { ...services.redis, client: { ping: taking(2) } as unknown as typeof services.redis.client, soft: taking(4) as never };
		const config = { ...services.config, TRANSCODER_URL: "http://transcoder.invalid" };
		const { parts } = await checkHealth({
			...services,
			isolate: new IsolateState(),
			config,
			redis,
			clock: () => now,
			...bindingsOf(vectors(taking(500))),
			db: { ...services.db, directory },
		});
		expect(Object.values(parts).map(({ ms }) => ms)).toEqual([1, 2, 500, 3, 4]);
	});

	it("says that uploads are not safe when the last probe found something, and nothing of what it was", async () => {
		const probed = (outcome: unknown) =>
			checkHealth({
				...services,
				isolate: new IsolateState(),
				...bindingsOf(well),
				redis: { ...services.redis, soft: async () => outcome as never },
			});
		expect((await probed({ at: 1, found: ["copies"] })).parts.uploads).toMatchObject({
			status: "failed",
			detail: "the probe of the store found a fault",
		});
		expect((await probed({ at: 1, found: [] })).parts.uploads.detail).toBeUndefined();
		expect((await probed(null)).parts.uploads).toMatchObject({ status: "ok", detail: "not probed lately" });
	});

	it("says when the transcoder is unwell", async () => {
		const config = { ...services.config, TRANSCODER_URL: services.config.TRANSCODER_URL ?? "http://transcoder.invalid" };
		vi.mocked(globalThis.fetch).mockImplementation(async (input, init) =>
			new Request(input).url.startsWith(config.TRANSCODER_URL) ? new Response("full", { status: 500 }) : realFetch(input, init),
		);
		const health = await checkHealth({ ...services, isolate: new IsolateState(), ...bindingsOf(well), config });
		expect(health.parts.transcoder).toMatchObject({ status: "failed", detail: "the transcoder answered 500" });
		expect(health.status).toBe("degraded");
	});
});

describe("the API's description", () => {
	it("200: is served with the addresses of all features", async () => {
		const { status, json, headers } = await call("GET /openapi.json");
		expect([status, json.openapi]).toEqual([200, "3.1.0"]);
		expect(Object.keys(json.paths)).toContain("/api/v1/videos/upload/init");
		expect(headers.get("cache-control")).toBe("public, max-age=300");
	});
});
