import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { Embedding } from "../../contracts/transcode.ts";
import { createEmbedder, type EmbedInput } from "./index.ts";

const picture = async (background: string) =>
	new Uint8Array(
		await sharp({ create: { width: 90, height: 160, channels: 3, background } })
			.jpeg()
			.toBuffer(),
	);
const input = async (background: string): Promise<EmbedInput> => ({
	frames: [await picture(background)],
	text: { title: "A test card", description: "", hashtags: ["test"] },
	pcm: Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i / 8)),
	sampleRate: 16_000,
});

describe("embedder", () => {
	const embedder = createEmbedder();
	afterAll(() => embedder.close());

	it("answers what the contract says, the same for the same video", async () => {
		await embedder.warmUp();
		const [first, other, again] = await Promise.all([
			embedder.embed(await input("red")),
			embedder.embed(await input("blue")),
			embedder.embed(await input("red")),
		]);
		expect(Embedding.parse(first)).toEqual(first);
		expect(again).toEqual(first);
		expect(other.vector).not.toEqual(first.vector);
	});

	it("rejects a frame that is no picture and goes on with the next video", async () => {
		const broken = { ...(await input("red")), frames: [new TextEncoder().encode("no picture")] };
		await expect(embedder.embed(broken)).rejects.toThrow();
		expect((await embedder.embed(await input("green"))).vector).toHaveLength(256);
	});

	it("embeds a video without picture, words or sound", async () => {
		const nothing: EmbedInput = { frames: [], text: { title: "", description: "", hashtags: [] }, pcm: null, sampleRate: 16_000 };
		expect(Math.hypot(...(await embedder.embed(nothing)).vector)).toBeCloseTo(1, 6);
	});

	it("rejects what is under way when it is closed, and everything after", async () => {
		const closing = createEmbedder();
		const under = closing.embed(await input("red"));
		const outcome = expect(under).rejects.toThrow(/closed/);
		await closing.close();
		await outcome;
		await expect(closing.embed(await input("red"))).rejects.toThrow(/closed/);
	});
});

describe("embedder whose thread misbehaves", () => {
	const order = (title: string): EmbedInput => ({
		frames: [],
		text: { title, description: "", hashtags: [] },
		pcm: null,
		sampleRate: 16_000,
	});
	const embedder = createEmbedder({ timeoutMs: 1_500, thread: new URL("./unruly-thread.fixture.ts", import.meta.url) });
	afterAll(() => embedder.close());

	it.each([
		["die", /ended/],
		["throw", /failed: out of memory/],
		["hang", /too long/],
	])("rejects every call under way when it is told to %s, and serves the next with a fresh thread", async (title, reason) => {
		const first = expect(embedder.embed(order(title))).rejects.toThrow(reason);
		const second = expect(embedder.embed(order("hang"))).rejects.toThrow(reason);
		await Promise.all([first, second]);
		expect((await embedder.embed(order("answer"))).version).toBe("test");
	});

	it("rejects an input that can't be copied, and stays usable", async () => {
		const uncopyable = { ...order("answer"), extra: () => undefined };
		await expect(embedder.embed(uncopyable)).rejects.toThrow();
		expect((await embedder.embed(order("answer"))).version).toBe("test");
	});
});
