import { unzipSync } from "fflate";

/** What an archive holds, read by another library than the one that wrote it. */
export function unzipped(archive: ArrayBuffer): ReadonlyMap<string, Uint8Array> {
	return new Map(Object.entries(unzipSync(new Uint8Array(archive))));
}

/** One of its lists. @throws when it is not there, or no JSON */
export function listIn(files: ReadonlyMap<string, Uint8Array>, name: string): Record<string, unknown>[] {
	return JSON.parse(new TextDecoder().decode(files.get(`${name}.json`))) as Record<string, unknown>[];
}
