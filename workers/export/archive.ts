import { makeZip } from "client-zip";
import { EXPORT_FILE_NAMES, EXPORT_FILES, type ExportFileName } from "../../contracts/export-files.ts";
import type { Exported, ExportStep } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";
import { readme, schemas } from "./readme.ts";

/** A file of the archive: what it says is read when its turn comes. */
interface Entry {
	readonly name: string;
	readonly lastModified: Date;
	readonly input: string | AsyncIterable<string> | ReadableStream<Uint8Array>;
}

/** What went into an archive, counted as it is read. */
export interface Contents {
	files: number;
	/** Files that were not there any more. */
	missing: number;
}

/**
 * All there is of a person as one ZIP file, stored as it is: videos don't get smaller. Nothing is held in memory but what is being read.
 * @param contents counts along
 */
export function archiveOf(
	services: Services,
	userId: string,
	steps: readonly ExportStep[],
	contents: Contents,
): ReadableStream<Uint8Array> {
	const given = steps.map(({ run }) => run(services, userId));
	return makeZip(entriesOf(given, new Date(services.clock()), contents));
}

async function* entriesOf(given: readonly Exported[], now: Date, contents: Contents): AsyncGenerator<Entry> {
	const entry = (name: string, input: Entry["input"], lastModified = now): Entry => {
		contents.files += 1;
		return { name, input, lastModified };
	};
	yield entry("README.txt", readme(now));
	for (const { name, text } of schemas()) yield entry(name, text);
	for (const name of EXPORT_FILE_NAMES) yield entry(`${name}.json`, listOf(name, rowsFor(given, name)));
	const missing: string[] = [];
	for (const { media } of given) {
		for await (const { name, at, open } of media ?? []) {
			const body = await open();
			if (body === null) missing.push(name);
			else yield entry(name, body, at);
		}
	}
	contents.missing = missing.length;
	if (missing.length > 0) yield entry("not_included.json", `${JSON.stringify(missing, null, "\t")}\n`);
}

/** The rows of one list. @throws when no feature gives it */
function rowsFor(given: readonly Exported[], name: ExportFileName): AsyncIterable<readonly unknown[]> {
	const rows = given.map(({ files }) => files?.[name]).find((found) => found !== undefined);
	if (rows === undefined) throw new Error(`no feature gives ${name}`);
	return rows;
}

/** A list as JSON, a row a line. @throws for a row that is not as the contract says: nothing goes out that it does not name */
async function* listOf(name: ExportFileName, pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
	const { row } = EXPORT_FILES[name];
	let isFirst = true;
	yield "[";
	for await (const page of pages) {
		if (page.length === 0) continue;
		const lines = page.map((each) => JSON.stringify(row.parse(each)));
		yield `${isFirst ? "" : ","}\n${lines.join(",\n")}`;
		isFirst = false;
	}
	yield "\n]\n";
}
