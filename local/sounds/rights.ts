import { parse } from "csv-parse/sync";
import type * as z from "zod";
import { TrackRights } from "../../contracts/sounds.ts";

/** Columns of `rights.csv`, as its first line names them. */
const COLUMNS = ["file", "title", "artist", "genre", "mood", "license", "copyrighted", "territories"] as const;

/** A track as its line describes it. */
export interface TrackLine {
	readonly file: string;
	/** As the API takes them. */
	readonly rights: Readonly<Record<Exclude<(typeof COLUMNS)[number], "file">, string>> & { readonly policy?: string };
}

/** What is wrong with a line, counted as an editor counts them; 0 is the whole file. */
export interface Fault {
	readonly line: number;
	readonly message: string;
}

/**
 * Reads the rights of a folder's tracks (CSV by RFC 4180, UTF-8). All faults are told, not only the first.
 * @param files names in the folder
 */
export function readRights(csv: string, files: ReadonlySet<string>): { readonly tracks: TrackLine[]; readonly faults: Fault[] } {
	const faults: Fault[] = [];
	const read = parseCsv(csv);
	if ("fault" in read) return { tracks: [], faults: [read.fault] };
	const [head, ...lines] = read.records;
	const missing = COLUMNS.filter((column) => !head?.fields.includes(column));
	if (head === undefined || missing.length > 0) {
		return { tracks: [], faults: [{ line: 1, message: `The first line must name these columns: ${missing.join(", ")}.` }] };
	}
	const seen = new Map<string, number>();
	const tracks = lines.flatMap(({ line, fields }): TrackLine[] => {
		const at = (column: string) => fields[head.fields.indexOf(column)]?.trim() ?? "";
		const tell = (message: string) => faults.push({ line, message });
		const before = faults.length;
		if (fields.length !== head.fields.length) tell(`It has ${fields.length} fields where the first line has ${head.fields.length}.`);
		const file = at("file");
		if (file === "") tell("It names no file.");
		else if (!files.has(file)) tell(`There is no file “${file}” in the folder.`);
		const other = seen.get(file);
		if (other !== undefined) tell(`The file “${file}” is in line ${other} already.`);
		seen.set(file, line);
		const [, ...columns] = COLUMNS;
		// What is done where the licence does not hold may be left to the licence.
		const policy = at("policy");
		const named = Object.fromEntries(columns.map((column) => [column, at(column)])) as TrackLine["rights"];
		const rights = policy === "" ? named : { ...named, policy };
		const checked = TrackRights.safeParse(rights);
		for (const issue of checked.error?.issues ?? []) tell(`${issue.path.join(".")}: ${sayOf(issue)}`);
		if (rights.license === "restricted" && rights.territories === "")
			tell("territories: A restricted track names the countries it may be used in.");
		return faults.length === before ? [{ file, rights }] : [];
	});
	if (lines.length === 0) faults.push({ line: 1, message: "No track follows the first line." });
	return { tracks, faults };
}

const sayOf = (issue: z.core.$ZodIssue): string =>
	issue.code === "invalid_value" ? `It is one of ${issue.values.map(String).join(", ")}.` : issue.message;

interface CsvRecord {
	readonly line: number;
	readonly fields: readonly string[];
}

function parseCsv(csv: string): { readonly records: CsvRecord[] } | { readonly fault: Fault } {
	try {
		const rows = parse(csv, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
			readonly record: string[];
			readonly info: { readonly lines: number };
		}[];
		return { records: rows.map(({ record, info }) => ({ line: info.lines, fields: record })) };
	} catch (error) {
		const line = (error as { lines?: number }).lines ?? 0;
		return { fault: { line, message: error instanceof Error ? error.message : String(error) } };
	}
}
