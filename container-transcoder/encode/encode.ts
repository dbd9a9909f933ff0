import { join } from "node:path";
import type { Readable } from "node:stream";
import { Refusal } from "../failures.ts";
import { SAMPLES_PER_FRAME } from "../media/adts.ts";
import { splitFragments } from "../media/boxes.ts";
import { blamesInput, type ChildEnd, type ChildLimits, encoderFailed, startChild } from "../media/child.ts";
import { isNonsense } from "../media/damage.ts";
import { countSamples, type InitSegment, placeFragment, readInit, setUpright } from "../media/fragments.ts";
import type { Source } from "../media/source.ts";
import { leavesUnpainted } from "../media/unpainted.ts";
import type { Output } from "../storage/output.ts";
import { type Audio, writeAudioFrom } from "./audio.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { encodeArgs } from "./command.ts";
import type { Ladder, Rung } from "./ladder.ts";
import type { Rows } from "./rows.ts";
import { readTiles, type TileSink } from "./tiles.ts";

export interface EncodeOptions {
	ffmpeg: string;
	workDir: string;
	limits: ChildLimits;
	signal: AbortSignal;
	source: Source;
	ladder: Ladder;
	audio: Audio | null;
	earlier: Checkpoint;
	rows: Rows;
	output: Output;
	tiles: TileSink;
	/** Called when something new is stored. */
	onStored: () => void;
}

/** Segments of one rendition on their way to the bucket while the next is encoded. */
const IN_FLIGHT = 4;

/**
 * Makes all renditions from the first missing row on and stores each segment as it comes out of the encoder. Resolves with
 * the processor seconds used, once everything that was encoded is stored.
 */
export async function encodeLadder(options: EncodeOptions): Promise<number> {
	const { ladder, rows } = options;
	const failing = new AbortController();
	const signal = AbortSignal.any([options.signal, failing.signal]);
	const child = startChild({
		command: options.ffmpeg,
		args: encodeArgs({
			source: options.source,
			ladder,
			audioPaths: await audioInputs(options),
			firstSegment: rows.from,
			tileEvery: options.tiles.every,
		}),
		cwd: options.workDir,
		limits: options.limits,
		signal,
		extraPipes: ladder.rungs.length + 1,
	});
	child.stdout.resume();
	const readers = ladder.rungs.map((rung, n) => storeRendition(rung, child.pipes[n] as Readable, options));
	const tiles = readTiles(child.pipes[ladder.rungs.length] as Readable, options.tiles);
	const work = [...readers, tiles].map((task) =>
		task.catch((error: unknown) => {
			failing.abort(error);
			throw error;
		}),
	);
	const [ended, ...read] = await Promise.allSettled([child.ended, ...work]);
	options.signal.throwIfAborted();
	const broken = read.find((result) => result.status === "rejected");
	if (broken) throw broken.reason;
	if (ended.status === "rejected") throw ended.reason;
	checkEnd(ended.value, options);
	if (await leavesUnpainted(options.source, options)) throw damaged();
	return ended.value.cpuSeconds;
}

/** One file per rendition when an earlier attempt ended at different sound frames in them, else one for all. */
async function audioInputs(options: EncodeOptions): Promise<string[]> {
	const { audio } = options;
	if (!audio) return [];
	const starts = options.ladder.rungs.map((rung) => options.earlier.renditions[rung.name]?.audioFrames ?? 0);
	for (const start of new Set(starts)) await writeAudioFrom(audio, start, join(options.workDir, `audio-${start}.aac`));
	return starts.map((start) => join(options.workDir, `audio-${start}.aac`));
}

async function storeRendition(rung: Rung, pipe: Readable, options: EncodeOptions): Promise<void> {
	const { rows, output, ladder, earlier } = options;
	const soundBefore = earlier.renditions[rung.name]?.audioFrames ?? 0;
	let init: InitSegment | null = null;
	let n = rows.from;
	const inFlight = new Set<Promise<void>>();
	for await (const fragment of splitFragments(pipe)) {
		if (!init) {
			init = readInit(fragment);
			setUpright(fragment);
			// On a resumed attempt it is the same, byte for byte: `settings` is equal and the headers depend on nothing else.
			if (n === 0) await output.putFinal(`${rung.name}/init.mp4`, fragment);
			rows.initStored(rung.name, init.codecs, fragment.length);
			continue;
		}
		const place = ticks(init, ladder, rows.from, soundBefore);
		placeFragment(fragment, n + 1, place);
		const samples = countSamples(fragment);
		const of = (kind: "video" | "audio") => samples.get(init?.tracks.find((track) => track.kind === kind)?.id ?? 0) ?? 0;
		const number = n++;
		const stored = { bytes: fragment.length, pictures: of("video"), audioFrames: of("audio") };
		const upload = output.putFinal(`${rung.name}/${number}.m4s`, fragment).then(() => {
			rows.segmentStored(rung.name, number, stored);
			options.onStored();
		});
		inFlight.add(upload);
		upload.then(
			() => inFlight.delete(upload),
			() => undefined, // kept in the set: the next wait meets it
		);
		if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
	}
	await Promise.all(inFlight);
}

function ticks(init: InitSegment, ladder: Ladder, firstSegment: number, soundBefore: number): Map<number, number> {
	const { numerator, denominator } = ladder.rate;
	const pictures = firstSegment * ladder.segmentFrames;
	return new Map(
		init.tracks.map((track) => [
			track.id,
			track.kind === "video" ? Math.round((pictures * track.timescale * denominator) / numerator) : soundBefore * SAMPLES_PER_FRAME,
		]),
	);
}

/** Exit code 0 is not success, and missing pictures are the input's fault only when the encoder itself ended well. */
function checkEnd(ended: ChildEnd, options: EncodeOptions): void {
	const { ladder, rows, source } = options;
	const first = ladder.rungs[0];
	const made = first ? rows.pictures(first.name).reduce((sum, count) => sum + count, 0) : 0;
	if ((ended.code === 0 && made === 0) || (made < ladder.segmentFrames && blamesInput(ended))) {
		throw new Refusal("no_picture", "This video's picture can't be read. Please export it again as MP4 and upload that.");
	}
	if (ended.code !== 0 && blamesInput(ended)) throw damaged();
	const decoded = source.pictureCount * (1 - (rows.from * ladder.segmentFrames) / ladder.totalFrames);
	if (isNonsense(ended.damagedPictures, decoded, source.probe.videoCodec)) throw damaged();
	if (ended.code !== 0) throw encoderFailed(ended);
	// The last picture stands for those that are missing: what the source itself gave tells whether it had to.
	const perSecond = ladder.rate.numerator / ladder.rate.denominator;
	const declared = Math.min(ladder.totalFrames, Math.round((source.picture.endMs / 1000) * perSecond));
	const given = ended.steadyPictures ?? made;
	if (declared - given > Math.max(perSecond, declared * 0.05)) throw damaged();
	if (made < ladder.totalFrames) throw encoderFailed(ended);
}

function damaged(): Refusal {
	return new Refusal("damaged", "Part of this video is missing or damaged. Please upload the original file again.");
}
