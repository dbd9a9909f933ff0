import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { checkFile } from "../api/videos.ts";

/** Bytes hashed at a time: some ten milliseconds, between which the page draws and listens. */
const SLICE = 1024 * 1024;

/** SHA-256 of a file, hexadecimal, read piece by piece: Web Crypto would take all of it into memory. */
export async function sha256Of(file: Blob, signal: AbortSignal): Promise<string> {
	const hash = sha256.create();
	for (let at = 0; at < file.size; at += SLICE) {
		signal.throwIfAborted();
		hash.update(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
	}
	return bytesToHex(hash.digest());
}

/** Whether a file was removed here before. Where that can't be found out it is sent: the server decides. */
export async function isKnown(
	file: Blob,
	signal: AbortSignal,
	ask: (sha256: string) => Promise<{ readonly known: boolean }> = checkFile,
): Promise<boolean> {
	try {
		return (await ask(await sha256Of(file, signal))).known;
	} catch {
		return false;
	}
}
