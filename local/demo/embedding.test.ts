import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { EMBEDDING_VERSION, type EmbedInput } from "../../container-transcoder/embed/index.ts";
import { extractParts, type PartFeatures, type PartName } from "../../container-transcoder/embed/parts.ts";
import { project, readProjection } from "../../container-transcoder/embed/projection.ts";
import { DEMO_CLIPS, type DemoClip } from "./catalogue.ts";
import { Canvas } from "./picture/canvas.ts";
import { seeded } from "./random.ts";
import { FRAME } from "./render.ts";
import { SCENES } from "./scenes/index.ts";
import { MIX_RATE, Mix } from "./sound/mix.ts";
import { TRACKS } from "./sound/tracks.ts";

/** Seconds of sound, and moments of the picture, that the embedder is given. */
const LISTENED = 4;
const MOMENTS = [0.5, 2.5, 5];

async function inputOf(clip: DemoClip): Promise<EmbedInput> {
	const setting = { ...clip, width: FRAME.drawnWidth, height: FRAME.drawnHeight };
	const canvas = new Canvas(setting.width, setting.height);
	const draw = SCENES[clip.scene]({ ...setting, random: seeded(clip.seed) });
	const frames: Uint8Array[] = [];
	for (const moment of MOMENTS) {
		draw(canvas, moment);
		const raw = new Uint8Array(setting.width * setting.height * 3);
		canvas.toBytes(raw);
		frames.push(
			await sharp(raw, { raw: { width: setting.width, height: setting.height, channels: 3 } })
				.jpeg()
				.toBuffer(),
		);
	}
	const mix = new Mix(LISTENED);
	TRACKS[clip.scene](mix, { ...setting, seconds: LISTENED, random: seeded(clip.seed + 1) });
	// From 32 to 16 kHz, both sides together.
	const pcm = Float32Array.from(
		{ length: (LISTENED * MIX_RATE) / 2 },
		(_, i) => ((mix.left[2 * i] ?? 0) + (mix.right[2 * i] ?? 0) + (mix.left[2 * i + 1] ?? 0) + (mix.right[2 * i + 1] ?? 0)) / 4,
	);
	return { frames, text: clip, pcm, sampleRate: 16_000 };
}

interface Judged {
	readonly within: number;
	readonly between: number;
	/** Share of clips whose nearest other clip is of their topic. */
	readonly nearest: number;
}

function judge(vectors: readonly (readonly number[])[]): Judged {
	const sums = { within: 0, withinCount: 0, between: 0, betweenCount: 0, nearest: 0 };
	vectors.forEach((a, i) => {
		let best = { likeness: -2, sameTopic: false };
		vectors.forEach((b, j) => {
			if (i === j) return;
			const likeness = a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
			const sameTopic = DEMO_CLIPS[i]?.scene === DEMO_CLIPS[j]?.scene;
			sums[sameTopic ? "within" : "between"] += likeness;
			sums[sameTopic ? "withinCount" : "betweenCount"] += 1;
			if (likeness > best.likeness) best = { likeness, sameTopic };
		});
		if (best.sameTopic) sums.nearest += 1;
	});
	return { within: sums.within / sums.withinCount, between: sums.between / sums.betweenCount, nearest: sums.nearest / vectors.length };
}

describe("demo clips in the common space", () => {
	let features: PartFeatures[] = [];
	let vectorsBy: (...parts: PartName[]) => number[][] = () => [];

	beforeAll(async () => {
		const file = new URL(`../../container-transcoder/embed/projection-${EMBEDDING_VERSION}.bin`, import.meta.url);
		const projection = readProjection(await readFile(file));
		for (const clip of DEMO_CLIPS) features.push(await extractParts(await inputOf(clip)));
		const none: PartFeatures = { visual: null, colour: null, text: null, audio: null };
		vectorsBy = (...parts) =>
			features.map((all) => Array.from(project({ ...none, ...Object.fromEntries(parts.map((part) => [part, all[part]])) }, projection)));
		return () => {
			features = [];
		};
	}, 180_000);

	it("lie nearer to clips of their own topic than to others, by a wide margin", () => {
		const { within, between, nearest } = judge(vectorsBy("visual", "colour", "text", "audio"));
		expect(within - between).toBeGreaterThan(0.3);
		expect(nearest).toBeGreaterThanOrEqual(0.95);
	});

	it.each([
		{ by: "pictures alone", parts: ["visual", "colour"], margin: 0.2, nearest: 0.8 },
		{ by: "words alone", parts: ["text"], margin: 0.2, nearest: 0.8 },
		{ by: "sound alone", parts: ["audio"], margin: 0.3, nearest: 0.8 },
	] as const)("find their own topic by $by", ({ parts, margin, nearest }) => {
		const judged = judge(vectorsBy(...parts));
		expect(judged.within - judged.between).toBeGreaterThan(margin);
		expect(judged.nearest).toBeGreaterThanOrEqual(nearest);
	});

	it("are found by a clip without sound or without words too", () => {
		expect(judge(vectorsBy("visual", "colour", "text")).nearest).toBeGreaterThanOrEqual(0.9);
		expect(judge(vectorsBy("visual", "colour", "audio")).nearest).toBeGreaterThanOrEqual(0.9);
	});
});
