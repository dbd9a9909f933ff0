import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { EMBEDDING_VERSION, type EmbedInput } from "../../container-transcoder/embed/index.ts";
import { extractParts, type PartFeatures, type PartName } from "../../container-transcoder/embed/parts.ts";
import { project, readProjection } from "../../container-transcoder/embed/projection.ts";
import { seeded } from "../../contracts/seeded.ts";
import { DEMO_CLIPS, type DemoClip } from "./catalogue.ts";
import { Canvas } from "./picture/canvas.ts";
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
	/** Chance that a clip of the topic lies nearer than one of another: the area under the curve, mean over all clips. */
	readonly auc: number;
	/** Share of the topic among a clip's three nearest, all that there are of it; mean over all clips. */
	readonly precisionAt3: number;
}

function judge(vectors: readonly (readonly number[])[]): Judged {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const each = vectors.map((a, i) => {
		const others = vectors
			.flatMap((b, j) => {
				const likeness = a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
				return i === j ? [] : [{ likeness, sameTopic: DEMO_CLIPS[i]?.scene === DEMO_CLIPS[j]?.scene }];
			})
			.sort((one, other) => other.likeness - one.likeness);
		const same = others.filter(({ sameTopic }) => sameTopic).map(({ likeness }) => likeness);
		const rest = others.filter(({ sameTopic }) => !sameTopic).map(({ likeness }) => likeness);
		return {
			within: mean(same),
			between: mean(rest),
			nearest: others[0]?.sameTopic ? 1 : 0,
			auc: mean(same.map((likeness) => rest.filter((other) => other < likeness).length / rest.length)),
			precisionAt3: others.slice(0, 3).filter(({ sameTopic }) => sameTopic).length / 3,
		};
	});
	return {
		within: mean(each.map(({ within }) => within)),
		between: mean(each.map(({ between }) => between)),
		nearest: mean(each.map(({ nearest }) => nearest)),
		auc: mean(each.map(({ auc }) => auc)),
		precisionAt3: mean(each.map(({ precisionAt3 }) => precisionAt3)),
	};
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
	});

	it("lie nearer to clips of their own topic than to others, by a wide margin", () => {
		const { within, between, nearest, auc, precisionAt3 } = judge(vectorsBy("visual", "colour", "text", "audio"));
		expect(within - between).toBeGreaterThan(0.3);
		expect(nearest).toBeGreaterThanOrEqual(0.95);
		expect(auc).toBeGreaterThanOrEqual(0.99);
		expect(precisionAt3).toBeGreaterThanOrEqual(0.97);
	});

	it.each([
		{ by: "pictures alone", parts: ["visual", "colour"], margin: 0.3, nearest: 0.85, auc: 0.97, precisionAt3: 0.8 },
		{ by: "words alone", parts: ["text"], margin: 0.3, nearest: 0.9, auc: 0.97, precisionAt3: 0.8 },
		{ by: "sound alone", parts: ["audio"], margin: 0.5, nearest: 0.95, auc: 0.98, precisionAt3: 0.9 },
	] as const)("find their own topic by $by", ({ parts, margin, nearest, auc, precisionAt3 }) => {
		const judged = judge(vectorsBy(...parts));
		expect(judged.within - judged.between).toBeGreaterThan(margin);
		expect(judged.nearest).toBeGreaterThanOrEqual(nearest);
		expect(judged.auc).toBeGreaterThanOrEqual(auc);
		expect(judged.precisionAt3).toBeGreaterThanOrEqual(precisionAt3);
	});

	it("are found by a clip without sound or without words too", () => {
		expect(judge(vectorsBy("visual", "colour", "text")).precisionAt3).toBeGreaterThanOrEqual(0.95);
		expect(judge(vectorsBy("visual", "colour", "audio")).precisionAt3).toBeGreaterThanOrEqual(0.95);
	});
});
