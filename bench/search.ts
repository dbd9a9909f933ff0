import { sql } from "drizzle-orm";
import { seeded } from "../contracts/seeded.ts";
import type { Database } from "../db/client.ts";
import { openDatabases } from "../db/client.ts";
import { profiles } from "../db/schema/users.ts";
import { videos } from "../db/schema/videos.ts";
import { catalogue } from "../eval/search/catalogue.ts";
import { QUERIES } from "../eval/search/queries.ts";
import { tableOfWords } from "../eval/search/world.ts";
import { documentOf } from "../workers/discovery/search/documents/document.ts";
import { countTerms, storeDocuments } from "../workers/discovery/search/documents/store.ts";
import { catalogueRows } from "../workers/feed/catalogue-rows.fixture.ts";
import { snowflakes } from "../workers/platform/snowflake.ts";
import { type BenchStack, startBenchStack } from "./stack/miniflare.ts";
import { pause } from "./stack/viewers.ts";
import { percentile, type Row } from "./table.ts";

/** Searches at a steady pace over a large catalogue, by the whole Worker: two statements, fusion, twenty cards. */

const DOCUMENTS = 100_000;
const PER_SECOND = 20;
const SECONDS = 30;
const WARM_UP_S = 8;
/** Terms that take turns, the commonest words of all documents among them. */
const TERMS = 240;
const COMMONEST = 10;
const BATCH = 250;

/** As the migration makes them. */
const INDEXES = [
	{ name: "search_documents_words", on: "search_documents USING gin (words)" },
	{ name: "search_documents_cells", on: "search_documents USING gin (cells)" },
	{ name: "search_terms_trigrams", on: "search_terms USING gin (term gin_trgm_ops)" },
] as const;

const say = (text: string) => console.error(`bench: search: ${text}`);

/** Words as rare as those of a language are: the rank'th is as common as 1 / rank (Zipf). */
function rareWords(random: () => number): () => string {
	const syllables = "ka lo mi ne ru sa ti vo ze pa du fe gi ho ju be ra su ny co".split(" ");
	const word = (rank: number): string => {
		let text = "";
		for (let left = rank + 20; left > 0; left = Math.floor(left / syllables.length)) text += syllables[left % syllables.length];
		return text;
	};
	return () => word(Math.floor(Math.exp(random() * Math.log(60_000))));
}

async function seed({ databaseEndpoint }: BenchStack): Promise<{ database: Database; rare: string[] }> {
	const database = openDatabases({ default: "postgresql://reelay:local@database.local/reelay" }, databaseEndpoint).directory();
	const newId = snowflakes();
	const table = tableOfWords();
	const random = seeded(11);
	const rare = rareWords(random);
	const creatorIds = Array.from({ length: 200 }, newId);
	await database
		.insert(profiles)
		.values(creatorIds.map((userId) => ({ userId, username: `maker${userId}`, displayName: `Maker ${userId}` })));
	const texts = catalogue(DOCUMENTS);
	// Built at once when all is there, which takes a fraction of the time.
	for (const { name } of INDEXES) await database.execute(sql.raw(`DROP INDEX ${name}`));
	const used: string[] = [];
	for (let from = 0; from < DOCUMENTS; from += BATCH) {
		const rows = catalogueRows({ count: BATCH, creatorIds, newId, now: Date.now(), random });
		const written = rows.map((row, at) => {
			const { title, description, hashtags, longViews } = texts[from + at] ?? { title: "", description: "", hashtags: [], longViews: 0 };
			const own = [rare(), rare(), rare()];
			if (random() < 0.02) used.push(own[0] ?? "");
			return { ...row, title, description: `${description} ${own.join(" ")}`, hashtags: [...hashtags], longViewCount: longViews };
		});
		await database.insert(videos).values(written);
		await storeDocuments(
			database,
			written.map(({ id, title, description, hashtags, longViewCount }) =>
				documentOf({ videoId: id, title, description, hashtags, captions: "", longViews: longViewCount }, table),
			),
			Date.now(),
		);
	}
	for (const { name, on } of INDEXES) await database.execute(sql.raw(`CREATE INDEX ${name} ON ${on}`));
	await countTerms(database);
	await database.execute(sql`ANALYZE videos`);
	return { database, rare: used };
}

/** The commonest words, what people ask for, and words of few documents, one after the other. */
async function termsOf(database: Database, rare: readonly string[]): Promise<string[]> {
	const { rows } = await database.execute<{ term: string; documents: number }>(
		sql`SELECT term, documents FROM search_terms ORDER BY documents DESC LIMIT ${COMMONEST}`,
	);
	say(`commonest: ${rows.map(({ term, documents }) => `${term} ${documents}`).join(", ")}`);
	const asked = QUERIES.map(({ text }) => text);
	const terms = [...new Set([...rows.map(({ term }) => term), ...asked, ...rare])].slice(0, TERMS);
	const random = seeded(3);
	return terms
		.map((term) => ({ term, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ term }) => term);
}

/** Asks at its pace, whoever has answered. @returns how long each answer took, milliseconds */
async function ask({ mf }: BenchStack, paths: readonly string[], perSecond: number, seconds: number): Promise<number[]> {
	const times: number[] = [];
	const asking: Promise<void>[] = [];
	const began = performance.now();
	for (let count = 0; count < perSecond * seconds; count++) {
		const due = began + (count * 1_000) / perSecond;
		if (due > performance.now()) await pause(due - performance.now());
		const started = performance.now();
		const headers = { "cf-connecting-ip": `10.1.${count % 250}.${(count * 7) % 250}` };
		const answered = mf.dispatchFetch(`http://reelay.bench${paths[count % paths.length]}`, { headers }).then(async (answer) => {
			const text = await answer.text();
			if (!answer.ok) throw new Error(`${paths[count % paths.length]} answered ${answer.status}: ${text}`);
			times.push(performance.now() - started);
		});
		asking.push(answered);
	}
	await Promise.all(asking);
	return times;
}

export async function run(): Promise<Row[]> {
	const stack = await startBenchStack();
	try {
		const started = performance.now();
		const { database, rare } = await seed(stack);
		say(`${DOCUMENTS} documents written in ${((performance.now() - started) / 1000).toFixed(0)} s`);
		const terms = await termsOf(database, rare);
		const searches = terms.map((term) => `/api/v1/search?type=videos&q=${encodeURIComponent(term)}`);
		const beginnings = terms
			.filter((term) => term.length > 2)
			.map((term) => `/api/v1/search/complete?q=${encodeURIComponent(term.slice(0, Math.max(2, Math.ceil(term.length / 2))))}`);
		const figures: Row[] = [];
		const figure = (name: string, value: number, must: string, aim: string) =>
			figures.push({ figure: name, value, unit: "ms", baseline: null, ratio: null, must, aim });
		await ask(stack, searches, PER_SECOND, WARM_UP_S);
		const times = await ask(stack, searches, PER_SECOND, SECONDS);
		figure(`${DOCUMENTS} documents, ${PER_SECOND} searches/s, ${terms.length} terms: p50`, percentile(times, 0.5), "—", "—");
		figure("the same, p95", percentile(times, 0.95), "< 100 ms", "< 40 ms");
		figure("the same, p99", percentile(times, 0.99), "—", "—");
		await ask(stack, beginnings, PER_SECOND, 3);
		figure(`completion, ${PER_SECOND}/s: p95`, percentile(await ask(stack, beginnings, PER_SECOND, 15), 0.95), "< 50 ms", "—");
		return figures;
	} finally {
		await stack.close();
	}
}
