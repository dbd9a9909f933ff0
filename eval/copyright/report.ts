import { parseArgs } from "node:util";
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
		},
	});
	const [tracks, strangers, most] = values.quick ? [500, 40, 20] : [10_000, 2_000, 100];
	const wanted = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text));
	const progress = (step: string) => process.stderr.write(`${step}\n`);
	progress("making tracks for the library");
	const fill = await filling(wanted(values.tracks, tracks));
	const music = musicOf(values.music ?? null, wanted(values.excerpts, most));
	const { library, excerpts } = await borrowed(music);
	const filled = [...library, ...fill.slice(0, Math.max(0, fill.length - library.length))];
	say(`${excerpts.length} excerpts of ${values.music === undefined ? "made music" : values.music}, library of ${filled.length} tracks`);
	say(`found for certain (score ${CERTAIN} or more; with ${LIKELY} or more, which a person hears, at 15 s in the last column), by length`);
	say(`${"".padEnd(17)}${LENGTHS.map((seconds) => `${seconds} s`.padStart(6)).join("")}  asked at 15 s   with likely`);
	const found = await recall(filled, excerpts, progress);
	const at15 = LENGTHS.indexOf(15);
	let isReached = true;
	for (const { degradation, certain, likely, others } of found) {
		const isMet = degradation.target === null || (certain[at15] ?? 0) >= degradation.target;
		isReached &&= isMet;
		const target = degradation.target === null ? "      –" : `${percent(degradation.target)} ${isMet ? "✓" : "✗"}`;
		say(
			`${degradation.name.padEnd(17)}${certain.map(percent).join("")}  ${target.padEnd(14)} ${percent(likely[at15] ?? 0)}${others > 0 ? `   others taken for certain: ${others}` : ""}`,
		);
	}
	for (const line of againstBruteForce(filled, excerpts.length)) say(line);
	for (const count of values.quick ? [1_000] : [10_000, 100_000]) {
		const { items, medianMs, p90Ms, found: part, buildMs } = timed(fill, count);
		say(
			`a query of 15 s against ${count} tracks of three minutes (${Math.round(items / 1e5) / 10} M items): median ${medianMs.toFixed(1)} ms, p90 ${p90Ms.toFixed(1)} ms, found ${part.toFixed(2)}; index built in ${Math.round(buildMs)} ms`,
		);
	}
	progress("looking for outsiders");
	const every = values.thorough ? 1 : SOME_AT_ALL_SPEEDS;
	const strange = await outsiders(wanted(values.outsiders, strangers), fill.length, every);
	const taken = strange.filter(({ score, items }) => score >= CERTAIN && items > 30);
	const heard = strange.filter(({ score }) => score >= LIKELY && score < CERTAIN);
	say(
		`${strange.length} outsiders of 30 s, all windows, at their own speed and eleven paces, and one of ${every} at forty-one speeds: ${taken.length} taken for certain, ${heard.length} for a person to hear; highest scores ${strange
			.map(({ score }) => Math.round(score))
			.toSorted((a, b) => b - a)
			.slice(0, 8)
			.join(" ")}`,
	);
	isReached &&= taken.length === 0;
	const videos = await reuploads(values.quick, progress);
	for (const line of videos.lines) say(line);
	return isReached && videos.isReached;
}
