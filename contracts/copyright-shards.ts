/**
 * A shard of the library as a file: a line of JSON that says what is in it, then the fingerprints' items and the pictures' hashes of each
 * entry, one after another.
 */
export interface ShardEntry {
	readonly id: string;
	/** Raw items, little-endian; empty where only pictures are known. */
	readonly items: Uint8Array;
	readonly pictures: readonly ShardPicture[];
}
interface ShardPicture {
	readonly atMs: number;
	/** 32 bytes. */
	readonly hash: Uint8Array;
}

const HASH_BYTES = 32;
type Line = readonly { readonly id: string; readonly bytes: number; readonly at: readonly number[] }[];

export function writeShard(entries: readonly ShardEntry[]): Uint8Array {
	const line = JSON.stringify(
		entries.map(({ id, items, pictures }) => ({ id, bytes: items.length, at: pictures.map(({ atMs }) => atMs) })),
	);
	const parts = [
		new TextEncoder().encode(`${line}\n`),
		...entries.flatMap(({ items, pictures }) => [items, ...pictures.map(({ hash }) => hash)]),
	];
	const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		file.set(part, at);
		at += part.length;
	}
	return file;
}

/** @throws on a file that is not whole */
export function readShard(file: Uint8Array): ShardEntry[] {
	const end = file.indexOf(10);
	const line = JSON.parse(new TextDecoder().decode(file.subarray(0, Math.max(0, end)))) as Line;
	let at = end + 1;
	const take = (bytes: number) => {
		at += bytes;
		return file.subarray(at - bytes, at);
	};
	const entries = line.map(({ id, bytes, at: times }) => ({
		id,
		items: take(bytes),
		pictures: times.map((atMs) => ({ atMs, hash: take(HASH_BYTES) })),
	}));
	if (at !== file.length) throw new Error(`A shard says ${at} bytes and has ${file.length}.`);
	return entries;
}
