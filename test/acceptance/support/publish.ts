import { randomUUID } from "node:crypto";
import type { ProcessingStatus, Upload } from "../../../contracts/videos.ts";
import { type Answer, eventually, type Person } from "./api.ts";

export interface Words {
	readonly title?: string;
	readonly description?: string;
	readonly hashtags?: readonly string[];
	readonly visibility?: "public" | "followers" | "private";
}

export interface Announcement {
	readonly filename?: string;
	readonly filesize?: number;
	readonly durationMs?: number;
	readonly videoId?: string;
}

/** `init` for a file of these bytes; what is announced may differ from the truth. */
export function begin(person: Person, file: Buffer, announced: Announcement = {}): Promise<Answer<Upload>> {
	return person.call<Upload>("POST", "/api/v1/videos/upload/init", {
		filename: announced.filename ?? "clip.mp4",
		filesize: announced.filesize ?? file.length,
		duration_ms: announced.durationMs ?? 3_000,
		videoId: announced.videoId ?? randomUUID(),
	});
}

/** PUTs every missing part to its presigned address. @returns part numbers and etags, as `complete` takes them */
export async function sendParts(
	base: string,
	file: Buffer,
	upload: Upload,
	only?: readonly number[],
): Promise<{ partNumber: number; etag: string }[]> {
	const sent: { partNumber: number; etag: string }[] = [];
	for (const { partNumber, url } of upload.parts) {
		if (only !== undefined && !only.includes(partNumber)) continue;
		const body = file.subarray((partNumber - 1) * upload.chunkSize, partNumber * upload.chunkSize);
		const response = await fetch(new URL(url, base), { method: "PUT", body: new Uint8Array(body) });
		if (!response.ok) throw new Error(`part ${partNumber} answered ${response.status}: ${await response.text()}`);
		sent.push({ partNumber, etag: response.headers.get("etag") ?? "" });
	}
	return sent;
}

export const complete = (person: Person, videoId: string, words: Words = {}, parts?: { partNumber: number; etag: string }[]) =>
	person.call<{ videoId: string; status: string; detail?: string; code?: string }>("POST", `/api/v1/videos/${videoId}/upload/complete`, {
		title: "A clip",
		...words,
		...(parts === undefined ? {} : { parts }),
	});

export const status = async (person: Person, videoId: string): Promise<ProcessingStatus> =>
	(await person.call<ProcessingStatus>("GET", `/api/v1/videos/${videoId}/status`)).body;

/** Waits until processing has ended, well or not. */
export const settled = (person: Person, videoId: string, seconds = 90): Promise<ProcessingStatus> =>
	eventually(
		() => status(person, videoId),
		(now) => now.status !== "processing",
		seconds,
		200,
	);

/** Uploads a file and waits until it is up. @returns the video's id */
export async function publish(
	base: string,
	person: Person,
	file: Buffer,
	words: Words = {},
	announced: Announcement = {},
): Promise<string> {
	const upload = await begin(person, file, announced);
	if (upload.status !== 201) throw new Error(`init answered ${upload.status}: ${JSON.stringify(upload.body)}`);
	await sendParts(base, file, upload.body);
	const done = await complete(person, upload.body.videoId, words);
	if (done.status !== 202) throw new Error(`complete answered ${done.status}: ${JSON.stringify(done.body)}`);
	const end = await settled(person, upload.body.videoId);
	if (end.status !== "ready") throw new Error(`processing ended as ${end.status}: ${JSON.stringify(end.failure)}`);
	return upload.body.videoId;
}
