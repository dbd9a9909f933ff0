import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Problem } from "../../contracts/problems/codes.ts";
import { addTrack, dropTracks, offerTracks } from "../../contracts/sounds.ts";
import { type Fault, readRights, type TrackLine } from "./rights.ts";

/** Name of the file that says what each track may be used for. */
const RIGHTS_FILE = "rights.csv";
/** A transcoder that has no place is asked again, times and milliseconds. */
const TRIES = 8;
const WAIT_MS = 5_000;

export interface Library {
	/** Where Reelay answers, and the operators' token. */
	readonly baseUrl: string;
	readonly adminToken: string;
	readonly signal?: AbortSignal;
	readonly wait?: (ms: number) => Promise<void>;
}

/** Some lines are at fault: nothing was added. */
export class RightsFault extends Error {
	readonly faults: readonly Fault[];
	constructor(faults: readonly Fault[]) {
		super(`${faults.length} fault${faults.length === 1 ? "" : "s"}; nothing was added.`);
		this.name = "RightsFault";
		this.faults = faults;
	}
}

/**
 * Adds all tracks of a folder to the library, or none: its `rights.csv` is checked line by line first, the tracks are offered once the last
 * is encoded, and what a failure leaves is removed. The same folder again changes nothing.
 * @returns how many tracks are offered
 * @throws RightsFault with each line that is at fault; an error when the library can't be reached
 */
export async function addFolder(folder: string, library: Library, say: (text: string) => void = () => undefined): Promise<number> {
	const csv = await readFile(path.join(folder, RIGHTS_FILE), "utf8").catch((cause: unknown) => {
		throw new Error(`There is no ${RIGHTS_FILE} in ${folder}.`, { cause });
	});
	const { tracks, faults } = readRights(csv, new Set(await readdir(folder)));
	if (faults.length > 0) throw new RightsFault(faults);
	const batch = await batchOf(folder, csv, tracks);
	try {
		for (const [place, track] of tracks.entries()) {
			say(`${place + 1}/${tracks.length}  ${track.file}`);
			await sendTrack(library, batch, track, await readFile(path.join(folder, track.file)));
		}
		return await offerBatch(library, batch);
	} catch (error) {
		await ask(library, dropTracks.method, dropTracks.path.replace(":batchId", batch)).catch(() => undefined);
		throw error;
	}
}

/** One track of a batch, which nobody is offered before all of it is. @throws RightsFault when the file is refused */
export async function sendTrack(library: Library, batch: string, { file, rights }: TrackLine, bytes: Uint8Array): Promise<void> {
	const query = new URLSearchParams({ ...rights, batch, key: file });
	const answer = await ask(library, addTrack.method, `${addTrack.path}?${query}`, bytes);
	if (!answer.ok) throw new RightsFault([{ line: 0, message: `${file}: ${await whyOf(answer)}` }]);
	await answer.body?.cancel();
}

/** Offers all of a batch at once. @returns how many tracks it has */
export async function offerBatch(library: Library, batch: string): Promise<number> {
	const answer = await ask(library, offerTracks.method, offerTracks.path.replace(":batchId", batch));
	if (!answer.ok) throw new Error(await whyOf(answer));
	return offerTracks.answer.parse(await answer.json()).tracks;
}

async function ask(
	{ baseUrl, adminToken, signal, wait = pause }: Library,
	method: string,
	to: string,
	body?: Uint8Array,
): Promise<Response> {
	for (let attempt = 1; ; attempt++) {
		const answer = await fetch(new URL(to, baseUrl), {
			method,
			headers: { "x-admin-token": adminToken },
			...(body === undefined ? {} : { body: new Uint8Array(body) }),
			...(signal === undefined ? {} : { signal }),
		});
		if ((answer.status !== 503 && answer.status !== 429) || attempt === TRIES) return answer;
		await answer.body?.cancel();
		await wait(WAIT_MS);
	}
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function whyOf(answer: Response): Promise<string> {
	const text = await answer.text();
	try {
		return Problem.parse(JSON.parse(text)).detail;
	} catch {
		return `The server answered ${answer.status}.`;
	}
}

/** Names a folder's contents, so that adding them again finds them. */
async function batchOf(folder: string, csv: string, tracks: readonly TrackLine[]): Promise<string> {
	const hash = createHash("sha256").update(csv);
	for (const { file } of tracks) hash.update(`${file} ${(await stat(path.join(folder, file))).size}\n`);
	return uuidOf(hash.digest());
}

/** The first bytes of a digest as a UUID of our own kind (RFC 9562, version 8). */
function uuidOf(digest: Uint8Array): string {
	const bytes = Buffer.from(digest.subarray(0, 16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytes.toString("hex");
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
