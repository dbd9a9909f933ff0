import { mean } from "../metrics.ts";
import { catalogue, type Video } from "./catalogue.ts";
import { LANGUAGES } from "./concepts.ts";
import { type JudgedQuery, QUERIES } from "./queries.ts";
import { fullText, meaningAlone, miniSearch, type Ranker, served, wordsAlone } from "./rankers.ts";
import { worldOf } from "./world.ts";

/** When the measured search happens: all videos are as old. */
const NOW = Date.UTC(2026, 0, 1);
const DEPTH = 10;
/** Those that have to be beaten, and by how much. */
const BASELINES = ["full text", "meaning", "minisearch"] as const;
const MUST = 1.05;

const gainOf = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);

/** NDCG@10 with graded judgements (Järvelin and Kekäläinen, 2002). @param ids the best first */
export function ndcg(ids: readonly string[], query: Pick<JudgedQuery, "grade">, videos: ReadonlyMap<string, Video>): number {
	const gained = ids.slice(0, DEPTH).reduce((sum, id, place) => {
		const video = videos.get(id);
		return sum + (video === undefined ? 0 : gainOf(query.grade(video), place));
	}, 0);
	const ideal = [...videos.values()]
		.map((video) => query.grade(video))
		.sort((a, b) => b - a)
		.slice(0, DEPTH)
		.reduce((sum, grade, place) => sum + gainOf(grade, place), 0);
	return ideal === 0 ? 0 : gained / ideal;
}

export interface Measured {
	readonly name: string;
	/** NDCG@10 by query, in their order. */
	readonly values: readonly number[];
}

/** `npm run eval -- search`: how well search answers, beside what it has to beat. @returns whether it does */
export async function search(say: (line: string) => void, isVerbose = false): Promise<boolean> {
	const videos = catalogue();
	const byId = new Map(videos.map((video) => [video.id, video]));
	const world = await worldOf(videos, NOW);
	try {
		const rankers: readonly (readonly [string, Ranker])[] = [
			["search", served(world.databases, world.table, NOW)],
			["words alone", wordsAlone(world.databases, world.table, NOW)],
			["full text", fullText(world.databases)],
			["meaning", meaningAlone(videos, world.table)],
			["minisearch", miniSearch(videos)],
		];
		const measured: Measured[] = [];
		for (const [name, ranker] of rankers) {
			const values: number[] = [];
			for (const query of QUERIES) values.push(ndcg(await ranker(query.text), query, byId));
			measured.push({ name, values });
		}
		say(`${videos.length} documents, ${QUERIES.length} queries; NDCG@10`);
		say("");
		say(tableOf(measured));
		if (isVerbose) say(perQuery(measured));
		return verdict(measured, say);
	} finally {
		await world.close();
	}
}

const where = ({ values }: Measured, keep: (query: JudgedQuery) => boolean): number =>
	mean(
		values.filter((_, at) => {
			const query = QUERIES[at];
			return query !== undefined && keep(query);
		}),
	);

function tableOf(measured: readonly Measured[]): string {
	const cases = [...new Set(QUERIES.map((query) => query.case))];
	const rows: (readonly [string, (query: JudgedQuery) => boolean])[] = [
		["all", () => true],
		...LANGUAGES.map((language) => [language, (query: JudgedQuery) => query.language === language] as const),
		...cases.map((kind) => [kind, (query: JudgedQuery) => query.case === kind] as const),
	];
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [
		line(["", "queries", ...measured.map(({ name }) => name)]),
		line(["---", ...measured.map(() => "---"), "---"]),
		...rows.map(([name, keep]) => line([name, String(QUERIES.filter(keep).length), ...measured.map((one) => where(one, keep).toFixed(3))])),
	].join("\n");
}

const perQuery = (measured: readonly Measured[]): string =>
	QUERIES.map(
		(query, at) =>
			`${query.language} ${query.case.padEnd(10)} ${query.text.padEnd(24)} ${measured.map(({ values }) => values[at]?.toFixed(2)).join("  ")}`,
	).join("\n");

/** At least a twentieth better than the best of the three, and in no language worse than full text. */
function verdict(measured: readonly Measured[], say: (line: string) => void): boolean {
	const named = (name: string) => measured.find((one) => one.name === name) ?? { name, values: [] };
	const ours = named("search");
	const best = Math.max(...BASELINES.map((name) => where(named(name), () => true)));
	const gain = where(ours, () => true) / best;
	say("");
	say(`${((gain - 1) * 100).toFixed(1)} % above the best of ${BASELINES.join(", ")} (must 5, aim 12)`);
	const worse = LANGUAGES.filter((language) => {
		const ofLanguage = (query: JudgedQuery) => query.language === language;
		return where(ours, ofLanguage) < where(named("full text"), ofLanguage);
	});
	if (worse.length > 0) say(`Worse than full text in ${worse.join(", ")}`);
	return gain >= MUST && worse.length === 0;
}
