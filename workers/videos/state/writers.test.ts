import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COUNTERS = ["viewCount", "likeCount", "shareCount", "impressionCount", "longViewCount", "expectedMilli", "counterVersion"];

/**
 * Who writes to the table of videos, and which columns. `state/` alone writes what a video's state is; a file that is not named here writes
 * nothing, and no file writes a column it does not name.
 */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
	"workers/videos/cards/load.ts": ["changedAt"],
	"workers/videos/engagement/counter/flush.ts": COUNTERS.flatMap((column) => [column, snakeCase(column)]),
	"workers/videos/engagement/counter/virality.ts": ["viralAt"],
	"workers/videos/lifecycle/update.ts": [
		"title",
		"description",
		"alt",
		"hashtags",
		"hashtagsWritten",
		"visibility",
		"allowReposts",
		"allowDownload",
		"changedAt",
	],
	"workers/videos/pipeline/cover/process.ts": ["coverAsked"],
	"workers/videos/pipeline/download/request.ts": ["downloadAskedAt"],
	"workers/feed/vectors/switch.ts": ["servedVector", "servedVectorVersion"],
	"workers/feed/vectors/take-up.ts": ["servedVector", "servedVectorVersion"],
	"workers/social/comments/erase-mentions.ts": ["changedAt"],
	"workers/social/comments/erase.ts": ["changedAt"],
	"workers/social/comments/write.ts": ["comment_count"],
};
const STATE = "workers/videos/state/write.ts";
const UPDATE = /\.update\(\s*videos\s*\)|update\s+(?:\$\{videos\}|"?videos"?)\s+set/gi;
/** Nothing but the stamp is ever written as the moment of a change. */
const STAMPED = /(?:changedAt:|changed_at\s*=)(?!\s*(?:CHANGED\b|\$\{CHANGED\}))/;

interface Update {
	readonly columns: readonly string[];
	readonly text: string;
}

/** The updates of videos in a source, and the columns each one sets. */
function updatesIn(source: string): Update[] {
	return [...source.matchAll(UPDATE)].map((match) => {
		const rest = source.slice(match.index);
		const end = rest.search(/\.where\(|\bwhere\b|\bfrom\b/i);
		const text = rest.slice(0, end === -1 ? undefined : end);
		const set = text.replace(/^[\s\S]*?(?:\.set\(\{|\bset\b)/i, "");
		const columns = match[0].startsWith(".")
			? [...set.matchAll(/(?:^|[{,])\s*(\.\.\.)?(\w+)\s*(?=[,:}\n])/g)].map(([, spread = "", name]) => `${spread}${name}`)
			: [...set.matchAll(/(?:^|,)\s*(\w+)\s*=/g)].map(([, name]) => name ?? "");
		return { columns, text };
	});
}

const SOURCES = globSync("{workers,durable-objects,db,recommender}/**/*.ts").filter(
	(path) => !/\.test\.ts$|\.fixture\.ts$|\/testing\//.test(path),
);

describe("the table of videos", () => {
	it("is written by whom it names, and each writes its own columns", () => {
		const written: Record<string, string[]> = {};
		for (const path of SOURCES.filter((source) => source !== STATE)) {
			const updates = updatesIn(readFileSync(path, "utf8"));
			if (updates.length > 0) written[path] = [...new Set(updates.flatMap(({ columns }) => columns))].toSorted();
			for (const { text } of updates) expect(text, path).not.toMatch(STAMPED);
		}
		expect(written).toEqual(Object.fromEntries(Object.entries(WRITERS).map(([path, columns]) => [path, columns.toSorted()])));
	});

	it.each([
		["database.update(videos).set({ status: 'ready', title }).where(eq(videos.id, id))", ["status", "title"]],
		["await db\n.update( videos )\n.set({\n\t...values,\n\tstage: 'done',\n})\n.where(match)", ["...values", "stage"]],
		["sql`UPDATE videos SET status = 'ready', generation = 2 WHERE id = 1`", ["status", "generation"]],
		["sql`update $" + "{videos} set stage = 'done' where true`", ["stage"]],
	])("a planted one is seen: %s", (source, columns) => {
		expect(updatesIn(source).flatMap((update) => update.columns)).toEqual(columns);
	});

	it("a moment of its own as that of a change is seen", () => {
		expect("set({ changedAt: new Date() })").toMatch(STAMPED);
		expect("set({ changedAt: CHANGED })").not.toMatch(STAMPED);
	});
});
