import type { ExportFileName, RowOf } from "../../contracts/export-files.ts";
import type { Services } from "./services.ts";

/** A file of the person's own, as it goes into their archive. */
export interface ExportedFile {
	/** Where in the archive. */
	readonly name: string;
	readonly at: Date;
	/** Null for one that is not there any more. */
	readonly open: () => Promise<ReadableStream<Uint8Array> | null>;
}

/** What one feature gives of a person. Nothing is read before it is asked for, and lists page by page, for they may be long. */
export interface Exported {
	readonly files?: { readonly [Name in ExportFileName]?: AsyncIterable<readonly RowOf<Name>[]> };
	readonly media?: AsyncIterable<ExportedFile>;
}

export interface ExportStep {
	readonly name: string;
	readonly run: (services: Services, userId: string) => Exported;
}

/** Rows read at once. */
export const EXPORT_PAGE = 500;

/** A list page by page. @param read what comes after a row; less than `limit` is the end */
export async function* pages<Place, Row extends Place>(
	read: (after: Place | null, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
	for (let after: Place | null = null; ; ) {
		const rows: readonly Row[] = await read(after, EXPORT_PAGE);
		if (rows.length > 0) yield rows;
		after = rows.at(-1) ?? null;
		if (after === null || rows.length < EXPORT_PAGE) return;
	}
}

/** The same rows, as the archive names what they have. */
export async function* mapped<From, To>(
	source: AsyncIterable<readonly From[]>,
	present: (rows: readonly From[]) => readonly To[] | Promise<readonly To[]>,
): AsyncGenerator<readonly To[]> {
	for await (const rows of source) yield await present(rows);
}

/** What is read in one go: few, or one. */
export async function* once<Row>(read: () => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
	const rows = await read();
	if (rows.length > 0) yield rows;
}

export const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;
