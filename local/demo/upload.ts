import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { completeUpload, deleteVideo, initUpload, videoStatus } from "../../contracts/videos.ts";
import type { Member } from "./accounts.ts";
import type { DemoClip } from "./catalogue.ts";
import { type Client, Refused } from "./client.ts";

/** How often the progress of processing is asked for, milliseconds. */
const POLL_MS = 1_000;
/** A clip of a few seconds that takes longer than this is stuck, milliseconds. */
const STUCK_AFTER_MS = 10 * 60_000;

/** A clip's upload, named by a UUID of its own: the idempotency key. */
export interface ClipUpload {
	readonly member: Member;
	readonly clip: DemoClip;
	readonly uuid: string;
}

/** Processing ended, and not well: another try needs another upload. */
export class ProcessingFailed extends Error {
	override readonly name = "ProcessingFailed";
}

/**
 * Uploads a clip's file the way the client does: init, parts straight to storage, complete. Repeated, it goes on where it
 * was.
 */
export async function uploadClip(
	client: Client,
	{ member, clip, uuid: videoId }: ClipUpload,
	file: string,
	signal: AbortSignal,
): Promise<void> {
	const { token } = member;
	const bytes = new Uint8Array(await readFile(file));
	const body = { filename: `${clip.id}.mp4`, filesize: bytes.length, duration_ms: clip.seconds * 1000, videoId };
	const upload = await client.call(initUpload, { token, signal, body }).catch((error: unknown) => {
		// Completed in an earlier run that ended before it could note so.
		if (error instanceof Refused && error.code === "upload_closed") return undefined;
		throw error;
	});
	if (upload === undefined) return;
	const sent = await Promise.all(
		upload.parts.map(async ({ partNumber, url }) => {
			const part = bytes.subarray((partNumber - 1) * upload.chunkSize, partNumber * upload.chunkSize);
			return { partNumber, etag: await client.put(url, part, { signal }) };
		}),
	);
	const parts = [...upload.arrived.map(({ partNumber, etag }) => ({ partNumber, etag })), ...sent].sort(
		(a, b) => a.partNumber - b.partNumber,
	);
	const { title, description, hashtags } = clip;
	await client.call(completeUpload, { token, signal, params: { videoId }, body: { title, description, hashtags: [...hashtags], parts } });
}

/** Waits until a clip can be watched, and gives its video id. @throws ProcessingFailed, or that it is stuck */
export async function untilReady(client: Client, { member, clip, uuid }: ClipUpload, signal: AbortSignal): Promise<string> {
	const started = performance.now();
	for (;;) {
		const now = await client.call(videoStatus, { token: member.token, signal, params: { videoId: uuid } });
		if (now.status === "ready") return now.videoId;
		if (now.status !== "processing" && now.status !== "uploading") {
			throw new ProcessingFailed(`The demo clip “${clip.title}” is ${now.status}: ${now.failure?.message ?? "no reason was given"}`);
		}
		if (performance.now() - started > STUCK_AFTER_MS) throw new Error(`The demo clip “${clip.title}” is stuck at ${now.stage}.`);
		await sleep(POLL_MS, undefined, { signal });
	}
}

/** Takes a clip that failed off its creator's profile; one that is gone already is fine. */
export async function removeClip(client: Client, { member, uuid }: ClipUpload, signal: AbortSignal): Promise<void> {
	await client.call(deleteVideo, { token: member.token, signal, params: { videoId: uuid } }).catch((error: unknown) => {
		if (!(error instanceof Refused) || error.status !== 404) throw error;
	});
}
