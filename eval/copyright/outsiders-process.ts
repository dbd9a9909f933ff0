import { appendFileSync } from "node:fs";
import { setPriority } from "node:os";
import { Ballot } from "../../container-transcoder/fingerprint/candidates.ts";
import { indexOf } from "../../container-transcoder/fingerprint/index-of.ts";
import { playedAt, SPEEDS } from "../../container-transcoder/fingerprint/listen.ts";
import { searchAt } from "../../container-transcoder/fingerprint/search.ts";
import { compose } from "./compose.ts";
import { FILL_RATE, filling } from "./fill.ts";
import { OUTSIDER_SECONDS, OUTSIDER_SEEDS } from "./outsiders.ts";
import { fingerprints } from "./render.ts";

/**
 * Looks for music that is not in the library, at all speeds: what scores highest of each. Arguments: file for the results, tracks of the
 * library, outsiders from, up to, every how many of them one is looked for at all speeds.
 */
const [file = "", tracks = "0", from = "0", to = "0", every = "1"] = process.argv.slice(2);
setPriority(19);
const ballot = new Ballot();
const library = (await filling(Number(tracks))).map((items, n) => ({ id: String(n), items }));
const index = indexOf(library);
/** Pieces that FFmpeg hears in one run. */
const BATCH = 25;
for (let first = Number(from); first < Number(to); first += BATCH) {
	const count = Math.min(BATCH, Number(to) - first);
	const pieces = Array.from({ length: count }, (_, n) => compose(OUTSIDER_SEEDS + first + n, OUTSIDER_SECONDS, FILL_RATE));
	const best = pieces.map(() => ({ score: 0, bitErrorRate: 1, items: 0, track: -1, speed: 1 }));
	for (const speed of SPEEDS) {
		const asked = pieces.map((_, n) => n).filter((n) => speed === 1 || (first + n) % Number(every) === 0);
		const heard = asked.map((n) => pieces[n] ?? new Float32Array());
		const made = await fingerprints(heard, FILL_RATE, { filter: playedAt(speed, FILL_RATE), faster: speed });
		for (const [k, items] of made.entries()) {
			const n = asked[k] ?? 0;
			const [hit] = searchAt(index, { speed, items }, ballot);
			if (hit !== undefined && hit.score > (best[n]?.score ?? 0))
				best[n] = { score: hit.score, bitErrorRate: hit.errorRate, items: hit.to - hit.from, track: hit.track, speed: speed * hit.pace };
		}
	}
	appendFileSync(file, best.map((one, n) => `${JSON.stringify({ outsider: first + n, ...one })}\n`).join(""));
}
