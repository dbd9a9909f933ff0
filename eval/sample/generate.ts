/**
 * Writes the small sample beside this file: `node eval/sample/generate.ts`. Viewers like two of eight topics; videos have a
 * topic, an author, a length and a quality; what is shown is half taste, half popularity. Seeded: the same bytes each time.
 */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { seeded } from "../../contracts/seeded.ts";
import { longViewMs } from "../../recommender/strength.ts";

const random = seeded(11);
const ITEMS = 300;
const USERS = 500;
const TOPICS = 8;
const BEGIN = Date.UTC(2026, 3, 9);
const DAY = 86_400_000;
const pick = (count: number): number => Math.floor(random() * count);

interface Item {
	readonly topic: number;
	readonly author: number;
	readonly durationMs: number;
	readonly quality: number;
	readonly popularity: number;
}
const items: readonly Item[] = Array.from({ length: ITEMS }, (_, row) => ({
	topic: row % TOPICS,
	author: pick(120),
	durationMs: 4_000 + pick(60_000),
	quality: random(),
	popularity: 1 / (1 + pick(ITEMS)) ** 0.6,
}));
const totalPopularity = items.reduce((sum, item) => sum + item.popularity, 0);

function popularItem(): number {
	let left = random() * totalPopularity;
	for (let row = 0; row < ITEMS; row++) {
		left -= items[row]?.popularity ?? 0;
		if (left <= 0) return row;
	}
	return ITEMS - 1;
}

/** A video shown to a viewer who likes `tastes`: half the time of their topics, half whatever is popular. */
function shown(tastes: readonly number[]): number {
	for (let attempt = 0; attempt < 50; attempt++) {
		const row = popularItem();
		if (random() < 0.5 || tastes.includes(items[row]?.topic ?? -1)) return row;
	}
	return popularItem();
}

const isLong = (row: number, tastes: readonly number[]): boolean =>
	random() < 0.12 + 0.35 * (items[row]?.quality ?? 0) + (tastes.includes(items[row]?.topic ?? -1) ? 0.3 : 0);

const trainLines = ["user_id,history_len,last_time_ms,seq"];
const valLines: { at: number; line: string }[] = [];
for (let user = 0; user < USERS; user++) {
	const tastes = [pick(TOPICS), pick(TOPICS)];
	const length = 5 + pick(46);
	const seq = Array.from({ length }, () => {
		const row = shown(tastes);
		const long = isLong(row, tastes);
		return `${row}:${(long ? 1 : 0) + (long && random() < 0.1 ? 2 : 0)}`;
	});
	trainLines.push(`${user},${length},${BEGIN + (10 + 5 * random()) * DAY - pick(1000)},${seq.join(" ")}`.replace(/\.\d+,/, ","));
	for (let event = pick(12); event > 0; event--) {
		const row = shown(tastes);
		const item = items[row];
		const long = isLong(row, tastes);
		const durationMs = item?.durationMs ?? 0;
		const play = Math.round(longViewMs(durationMs) * (long ? 1 + random() : random() * 0.9));
		const at = Math.round(BEGIN + (16 + 6 * random()) * DAY);
		const liked = long && random() < 0.1 ? 1 : 0;
		valLines.push({
			at,
			line: `${user},${row},${at},1,1,${liked},0,0,0,${random() < 0.002 ? 1 : 0},${long ? 1 : 0},${play},${durationMs},0`,
		});
	}
}
valLines.sort((a, b) => a.at - b.at);
const itemLines = items.map(
	(item, row) =>
		`${row},a${item.author},NORMAL,2026-04-09,ShortImport,0.0,${item.durationMs},720,1280,m${item.author % 40},9,${item.topic}`,
);
const write = (name: string, lines: readonly string[]): void =>
	writeFileSync(new URL(name, import.meta.url), gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
write("train_seq.csv.gz", trainLines);
write("items.csv.gz", [
	"video_id,author_id,video_type,upload_dt,upload_type,visible_status,video_duration,server_width,server_height,music_id,music_type,tag",
	...itemLines,
]);
write("val.csv.gz", [
	"user_id,video_id,time_ms,tab,is_click,is_like,is_follow,is_comment,is_forward,is_hate,long_view,play_time_ms,duration_ms,is_profile_enter",
	...valLines.map(({ line }) => line),
]);
