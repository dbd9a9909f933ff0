import { readTable, type WordTable } from "./table.ts";

let loading: Promise<WordTable> | null = null;

/** The table of words, read when an isolate first needs it: 2.6 MiB that most requests do without. */
export function tableOfWords(): Promise<WordTable> {
	loading ??= import("./words.bin").then(({ default: bytes }) => readTable(new Uint8Array(bytes)));
	return loading;
}
