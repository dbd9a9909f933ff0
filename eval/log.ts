import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One impression of one video to one viewer. Times and durations are milliseconds. */
export interface Exposure {
	readonly user: string;
	/** Row of the video in `Log.items`. */
	readonly item: number;
	/** Where the log gives none (train_seq), spread evenly up to the viewer's last. */
	readonly at: number;
	readonly longView: boolean;
	readonly liked: boolean;
	/** Null where the log does not say (train_seq), and so are the acts below. */
	readonly playMs: number | null;
	readonly followed: boolean;
	readonly commented: boolean;
	readonly forwarded: boolean;
	readonly profile: boolean;
	readonly hated: boolean;
	readonly tab: string | null;
}

export interface Item {
	readonly id: string;
	readonly author: string;
	readonly music: string | null;
	readonly topics: readonly string[];
	readonly durationMs: number;
	readonly uploadedAt: number;
	readonly kind: string;
}

export interface Catalogue {
	readonly items: readonly Item[];
	readonly rowOf: ReadonlyMap<string, number>;
}

/** Lines of a CSV, gzipped or not, without its header, and where each column is. */
function readCsv(path: string): { columns: ReadonlyMap<string, number>; lines: readonly string[] } {
	const [header = "", ...lines] = readText(path).split(/\r?\n/);
	return { columns: new Map(header.split(",").map((name, index) => [name, index])), lines: lines.filter((line) => line !== "") };
}

function readText(path: string): string {
	try {
		const bytes = readFileSync(path);
		return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
	} catch (error) {
		throw new Error(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** A time column's value. Throws on what is no number: a silent NaN would spoil every figure. */
function time(value: string | undefined, path: string, line: number): number {
	const at = Number(value);
	if (value === undefined || value === "" || !Number.isFinite(at))
		throw new Error(`${path}, line ${line + 2}: "${value ?? ""}" is no time in ms`);
	return at;
}

function column(columns: ReadonlyMap<string, number>, name: string, path: string): number {
	const index = columns.get(name);
	if (index === undefined) throw new Error(`${path} has no column ${name}`);
	return index;
}

/** Splits one line; fields may be quoted (the topic list is). */
export function fields(line: string): string[] {
	if (!line.includes('"')) return line.split(",");
	const out: string[] = [];
	let field = "";
	let quoted = false;
	for (const character of line) {
		if (character === '"') quoted = !quoted;
		else if (character === "," && !quoted) {
			out.push(field);
			field = "";
		} else field += character;
	}
	out.push(field);
	return out;
}

export function readCatalogue(path: string): Catalogue {
	const { columns, lines } = readCsv(path);
	const at = (name: string) => column(columns, name, path);
	const [id, author, music, tag, duration, uploaded, kind] = [
		at("video_id"),
		at("author_id"),
		at("music_id"),
		at("tag"),
		at("video_duration"),
		at("upload_dt"),
		at("upload_type"),
	];
	const items = lines.map((line): Item => {
		const row = fields(line);
		return {
			id: row[id] ?? "",
			author: row[author] ?? "",
			music: row[music] === undefined || row[music] === "" ? null : (row[music] ?? null),
			topics: (row[tag] ?? "").split(",").filter((topic) => topic !== ""),
			durationMs: Number(row[duration]) || 0,
			uploadedAt: Date.parse(`${row[uploaded]}T00:00:00Z`) || 0,
			kind: row[kind] ?? "",
		};
	});
	return { items, rowOf: new Map(items.map((item, row) => [item.id, row])) };
}

/** Reads either format: `seq` per viewer (train_seq), or one row per exposure (val). Time-sorted within a viewer. */
export function readExposures(path: string, catalogue: Catalogue): Exposure[] {
	const csv = readCsv(path);
	return csv.columns.has("seq") ? readSequences(path, csv, catalogue) : readRows(path, csv, catalogue);
}

type Csv = ReturnType<typeof readCsv>;

function readSequences(path: string, { columns, lines }: Csv, catalogue: Catalogue): Exposure[] {
	const [user, length, last, seq] = ["user_id", "history_len", "last_time_ms", "seq"].map((name) => column(columns, name, path)) as [
		number,
		number,
		number,
		number,
	];
	const rows = lines.map(fields);
	const lasts = rows.map((row, line) => time(row[last], path, line));
	// The log's first moment: a viewer's exposures are spread between it and their last one.
	const begin = lasts.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY) - 86_400_000;
	return rows.flatMap((row, index) => {
		const entries = (row[seq] ?? "").split(" ").filter((entry) => entry !== "");
		const end = lasts[index] ?? 0;
		const step = Math.max(1, end - begin) / Math.max(Number(row[length]) || 1, entries.length);
		return entries.flatMap((entry, place): Exposure[] => {
			const [video = "", flag = "0"] = entry.split(":");
			const item = catalogue.rowOf.get(video);
			if (item === undefined) return [];
			return [
				{
					user: row[user] ?? "",
					item,
					at: Math.round(end - (entries.length - 1 - place) * step),
					longView: (Number(flag) & 1) === 1,
					liked: (Number(flag) & 2) === 2,
					playMs: null,
					followed: false,
					commented: false,
					forwarded: false,
					profile: false,
					hated: false,
					tab: null,
				},
			];
		});
	});
}

function readRows(path: string, { columns, lines }: Csv, catalogue: Catalogue): Exposure[] {
	const at = (name: string) => column(columns, name, path);
	const [user, video, when, tab, like, follow, comment, forward, hate, long, play, profile] = [
		at("user_id"),
		at("video_id"),
		at("time_ms"),
		at("tab"),
		at("is_like"),
		at("is_follow"),
		at("is_comment"),
		at("is_forward"),
		at("is_hate"),
		at("long_view"),
		at("play_time_ms"),
		at("is_profile_enter"),
	];
	const rows = lines.flatMap((line, number): Exposure[] => {
		const row = fields(line);
		const item = catalogue.rowOf.get(row[video] ?? "");
		if (item === undefined) return [];
		return [
			{
				user: row[user] ?? "",
				item,
				at: time(row[when], path, number),
				longView: row[long] === "1",
				liked: row[like] === "1",
				playMs: Number(row[play]),
				followed: row[follow] === "1",
				commented: row[comment] === "1",
				forwarded: row[forward] === "1",
				profile: row[profile] === "1",
				hated: row[hate] === "1",
				tab: row[tab] ?? null,
			},
		];
	});
	return rows.sort((a, b) => a.at - b.at);
}

/** Exposures by viewer, each viewer's in time order. */
export function byUser(exposures: readonly Exposure[]): Map<string, Exposure[]> {
	const users = new Map<string, Exposure[]>();
	for (const exposure of exposures) {
		const held = users.get(exposure.user);
		if (held === undefined) users.set(exposure.user, [exposure]);
		else held.push(exposure);
	}
	return users;
}
