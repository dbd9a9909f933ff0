import { Ballot } from "../../container-transcoder/fingerprint/candidates.ts";
import { indexOf } from "../../container-transcoder/fingerprint/index-of.ts";
import type { Items } from "../../container-transcoder/fingerprint/items.ts";
import { LIKELY } from "../../container-transcoder/fingerprint/match.ts";
import { searchAt } from "../../container-transcoder/fingerprint/search.ts";
import { seeded } from "../../contracts/seeded.ts";
import { bruteForce } from "./speed.ts";

/** Tracks that are searched whole: a hundred take a tenth of a second a query. */
const TRACKS = 100;
const QUERY_ITEMS = 100;
const BIT_ERRORS = [0.1, 0.15, 0.2, 0.22, 0.24];

/** Recall of the index beside that of laying the query at every place of every track, by how many bits are wrong. */
export function againstBruteForce(filled: readonly Items[], queries: number): string[] {
	const index = indexOf(filled.slice(0, TRACKS).map((items, n) => ({ id: String(n), items })));
	const whole = indexOf(filled.map((items, n) => ({ id: String(n), items })));
	const ballot = new Ballot();
	const random = seeded(5);
	return BIT_ERRORS.map((part) => {
		let [byIndex, byForce] = [0, 0];
		for (let n = 0; n < queries; n++) {
			const track = n % TRACKS;
			const from = Math.floor(random() * ((filled[track]?.length ?? 0) - QUERY_ITEMS));
			const items = (filled[track] ?? new Uint32Array()).slice(from, from + QUERY_ITEMS).map((item) => {
				let flipped = item;
				for (let bit = 0; bit < 32; bit++) if (random() < part) flipped ^= 1 << bit;
				return flipped >>> 0;
			});
			const [hit] = searchAt(whole, { speed: 1, items }, ballot);
			if (hit?.track === track && hit.score >= LIKELY) byIndex++;
			const forced = bruteForce(index, items);
			if (forced.track === track && forced.score >= LIKELY) byForce++;
		}
		const of = (count: number) => (count / queries).toFixed(2);
		return `${Math.round(part * 100)} % of the bits wrong: found by the index among ${filled.length} tracks ${of(byIndex)}, by every alignment ${of(byForce)}`;
	});
}
