import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TRACK_MAX_BYTES } from "../../../contracts/limits.ts";
import { mediaKeys } from "../../../contracts/media.ts";
import { SOUND_TYPE, TRACK_REFUSALS } from "../../../contracts/sound-files.ts";
import { services, testApp, testEnv } from "../../gateway/testing/api.ts";
import { soundRoutes } from "./routes.ts";
import { PEAKS } from "./sounds.fixture.ts";

const call = testApp(soundRoutes);
const headers = { "x-admin-token": services.config.ADMIN_TOKEN };

/** What the transcoder answers, and how often it was asked. */
let answers: () => Response;
let asked = 0;
const made = () =>
	new Response(new Uint8Array([...new Array(60).fill(1), ...new Array(20).fill(2)]), {
		headers: {
			"content-type": SOUND_TYPE,
			"x-sound-duration-ms": "41000",
			"x-sound-peaks": PEAKS.join(),
			"x-sound-fingerprint": "AQAA",
			"x-sound-whole-bytes": "60",
			"x-sound-preview-bytes": "20",
		},
	});

beforeEach(() => {
	answers = made;
	asked = 0;
	const real = globalThis.fetch;
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		if (!new Request(input, init).url.startsWith(services.config.TRANSCODER_URL ?? "")) return real(input, init);
		asked += 1;
		return answers();
	});
});
afterEach(() => vi.restoreAllMocks());

const query = (batch: string, key: string, more: Record<string, string> = {}) =>
	new URLSearchParams({
		batch,
		key,
		title: "Tide",
		artist: `A ${batch}`,
		genre: "ambient",
		mood: "calm",
		license: "restricted",
		copyrighted: "true",
		territories: "DE AT",
		...more,
	});
const add = (batch: string, key: string, more?: Record<string, string>, file = new Uint8Array(9)) =>
	call(`POST /internal/sounds?${query(batch, key, more)}`, { headers, file });

describe("tracks of the library", () => {
	it("201, 200: are added to a batch once, and offered all at once", async () => {
		const batch = crypto.randomUUID();
		const first = await add(batch, "one.wav");
		expect(first.status).toBe(201);
		expect(await add(batch, "one.wav")).toMatchObject({ status: 200, json: first.json });
		expect(asked).toBe(1);
		await add(batch, "two.wav", { license: "free", copyrighted: "false", territories: "" });
		const library = async () => (await call(`GET /api/v1/sounds?q=${batch}`)).json.sounds;
		expect((await call(`GET /api/v1/sounds/${first.json.soundId}`)).status).toBe(404);
		expect(await library()).toEqual([]);
		for (const _ of [1, 2]) {
			expect(await call(`POST /internal/sounds/batches/${batch}`, { headers })).toMatchObject({ status: 200, json: { tracks: 2 } });
		}
		// From here, no country is known: the free one alone is offered.
		expect(await library()).toMatchObject([{ title: "Tide", durationMs: 41_000, peaks: PEAKS, usable: true }]);
		expect((await call(`DELETE /internal/sounds/batches/${batch}`, { headers })).json).toEqual({ tracks: 0 });
		const [{ id, previewUrl }] = await library();
		const audio = previewUrl.split("/")[3];
		expect((await testEnv.MEDIA.get(`${mediaKeys.track(id, audio)}sound.m4a`))?.size).toBe(60);
		expect((await testEnv.MEDIA.get(`${mediaKeys.track(id, audio)}preview.m4a`))?.size).toBe(20);
	});

	it("200: of a batch that came to nothing, nothing is left", async () => {
		const batch = crypto.randomUUID();
		const { soundId } = (await add(batch, "one.wav")).json;
		const drop = () => call(`DELETE /internal/sounds/batches/${batch}`, { headers });
		expect([(await drop()).json, (await drop()).json]).toEqual([{ tracks: 1 }, { tracks: 0 }]);
		expect((await testEnv.MEDIA.list({ prefix: `sounds/${soundId}/` })).objects).toEqual([]);
		expect((await call(`POST /internal/sounds/batches/${batch}`, { headers })).json).toEqual({ tracks: 0 });
	});

	it("413, 422, 503: are refused in words, and nothing of them is kept", async () => {
		const batch = crypto.randomUUID();
		answers = () => Response.json(TRACK_REFUSALS.silent, { status: 422 });
		expect((await add(batch, "silent.wav")).json).toMatchObject({ code: "track_refused", detail: TRACK_REFUSALS.silent.message });
		answers = () => Response.json({ detail: "full" }, { status: 503 });
		expect((await add(batch, "later.wav")).json.code).toBe("unavailable");
		answers = () => {
			throw new TypeError("connection refused");
		};
		expect((await add(batch, "later.wav")).json.code).toBe("unavailable");
		const wrongs: Record<string, string>[] = [
			{ license: "mine" },
			{ territories: "Germany" },
			{ genre: "polka" },
			{ title: " " },
			{ copyrighted: "maybe" },
		];
		for (const wrong of wrongs) expect((await add(batch, "wrong.wav", wrong)).json.code, JSON.stringify(wrong)).toBe("invalid_fields");
		expect((await add(batch, "large.wav", {}, new Uint8Array(TRACK_MAX_BYTES + 1))).json.code).toBe("file_too_large");
		expect((await call(`POST /internal/sounds/batches/${batch}`, { headers })).json).toEqual({ tracks: 0 });
	});

	it("403: are the operators' to add", async () => {
		expect((await call(`POST /internal/sounds?${query(crypto.randomUUID(), "one.wav")}`, { file: new Uint8Array(1) })).status).toBe(403);
	});
});
