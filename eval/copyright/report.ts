import { parseArgs } from "node:util";
import type { Items } from "../../container-transcoder/fingerprint/items.ts";
import { CERTAIN, LIKELY } from "../../container-transcoder/fingerprint/match.ts";
import { againstBruteForce } from "./brute.ts";
import { filling } from "./fill.ts";
import { musicOf } from "./music.ts";
import { outsiders } from "./outsiders.ts";
import { borrowed, LENGTHS, recall } from "./recall.ts";
import { reuploads } from "./reuploads.ts";
import { timed } from "./speed.ts";

/** Forty-one speeds take as many times as long. */
const SOME_AT_ALL_SPEEDS = 5;

const percent = (part: number): string => part.toFixed(2).padStart(6);

/** @returns whether all that is asked for was reached */
export async function copyright(argv: readonly string[], say: (line: string) => void): Promise<boolean> {
	const { values } = parseArgs({
		args: [...argv],
		options: {
			music: { type: "string" },
			quick: { type: "boolean", default: false },
			tracks: { type: "string" },
			outsiders: { type: "string" },
			excerpts: { type: "string" },
			thorough: { type: "boolean", default: false },
			only: { type: "string" },
		},
	});
	const [tracks, strangers, most] = values.quick ? [500, 40, 20] : [10_000, 2_000, 100];
	const wanted = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text));
	const progress = (step: string) => process.stderr.write(`${step}\n`);
	progress("making tracks for the library");
	const fill = await filling(wanted(values.tracks, tracks));
	const parts: Readonly<Record<string, () => Promise<boolean>>> = {
		recall: () => sayRecall(fill, values.music ?? null, wanted(values.excerpts, most), say, progress),
		speed: () => saySpeed(fill, values.quick ? [1_000] : [10_000, 100_000], say),
		outsiders: () => sayOutsiders(wanted(values.outsiders, strangers), fill.length, values.thorough, say, progress),
		videos: () => sayVideos(values.quick, say, progress),
	};
	let isReached = true;
	for (const [name, measure] of Object.entries(parts))
		if (values.only === undefined || values.only === name) isReached = (await measure()) && isReached;
	return isReached;
}

type Say = (line: string) => void;

async function sayRecall(fill: readonly Items[], folder: string | null, most: number, say: Say, progress: Say): Promise<boolean> {
	const { library, excerpts } = await borrowed(musicOf(folder, most));
	const filled = [...library, ...fill.slice(0, Math.max(0, fill.length - library.length))];
	say(`${excerpts.length} excerpts of ${folder ?? "made music"}, library of ${filled.length} tracks`);
	say(
		`found for certain (score ${CERTAIN} or more), by length; last column: with those a person is asked to hear (${LIKELY} or more), at 15 s`,
	);
	say(`${"".padEnd(17)}${LENGTHS.map((seconds) => `${seconds} s`.padStart(6)).join("")}  asked at 15 s   with likely`);
	const at15 = LENGTHS.indexOf(15);
	let isReached = true;
	await recall(filled, excerpts, progress, ({ degradation, certain, likely, others }) => {
		const isMet = degradation.target === null || (certain[at15] ?? 0) >= degradation.target;
		isReached &&= isMet;
		const target = degradation.target === null ? "      –" : `${percent(degradation.target)} ${isMet ? "✓" : "✗"}`;
		const wrong = others > 0 ? `   others taken for certain: ${others}` : "";
		say(`${degradation.name.padEnd(17)}${certain.map(percent).join("")}  ${target.padEnd(14)} ${percent(likely[at15] ?? 0)}${wrong}`);
	});
	for (const line of againstBruteForce(filled, excerpts.length)) say(line);
	return isReached;
}

async function saySpeed(fill: readonly Items[], counts: readonly number[], say: Say): Promise<boolean> {
	for (const count of counts) {
		const { items, medianMs, p90Ms, found, buildMs } = timed(fill, count);
		const times = `median ${medianMs.toFixed(1)} ms of a core, p90 ${p90Ms.toFixed(1)} ms, found ${found.toFixed(2)}; index built in ${Math.round(buildMs)} ms`;
		say(`a query of 15 s against ${count} tracks of three minutes (${Math.round(items / 1e5) / 10} M items): ${times}`);
	}
	return true;
}

async function sayOutsiders(count: number, tracks: number, thorough: boolean, say: Say, progress: Say): Promise<boolean> {
	progress("looking for outsiders");
	const every = thorough ? 1 : SOME_AT_ALL_SPEEDS;
	const strange = await outsiders(count, tracks, every);
	const taken = strange.filter(({ score, items }) => score >= CERTAIN && items > 30);
	const heard = strange.filter(({ score }) => score >= LIKELY && score < CERTAIN);
	const highest = strange.map(({ score }) => Math.round(score)).toSorted((one, other) => other - one);
	say(
		`${strange.length} outsiders of 30 s against ${tracks} tracks: all windows, at their own speed and eleven paces, one of ${every} at forty-one speeds`,
	);
	say(`taken for certain: ${taken.length}; for a person to hear: ${heard.length}; highest scores ${highest.slice(0, 8).join(" ")}`);
	return taken.length === 0;
}

async function sayVideos(quick: boolean, say: Say, progress: Say): Promise<boolean> {
	const { lines, isReached } = await reuploads(quick, progress);
	for (const line of lines) say(line);
	return isReached;
}
