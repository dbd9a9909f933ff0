import { AwsClient } from "aws4fetch";
import { ingestKeys, mediaKeys } from "../../../contracts/media.ts";
import type { Config } from "../../platform/config.ts";
import { folderAccess } from "../pipeline/access.ts";
import { presignPart, presignRead } from "./presign.ts";

/** What of `R2Bucket` this needs. */
interface Bucket {
	put(key: string, value: string): Promise<{ readonly etag: string } | null>;
	get(key: string): Promise<{ text(): Promise<string> } | null>;
	head(key: string): Promise<{ readonly etag: string } | null>;
	delete(keys: string | string[]): Promise<void>;
}

interface Probed extends Readonly<Record<"ingest" | "media" | "archive", Bucket>> {
	readonly config: Config;
	readonly clock: () => number;
}

/** Stands where a video's id does: no video has it. */
const PROBE = "0";
const SECRET = "not for those who hold an address";
const PART = "what the address is made for";
const OTHER = "what was put there afterwards";

/**
 * Tries, with addresses and credentials as the product hands them out, what their holders must not be able to do, against the very
 * store that is configured. What it lays there it takes away again.
 * @returns what was possible, and what should have been and was not, in words; empty when all is as it should be
 * @throws when the store can't be reached
 */
export async function probeStore(services: Probed): Promise<string[]> {
	const { config, ingest, media, archive } = services;
	const folder = crypto.randomUUID().replaceAll("-", "");
	const key = (part: number) => ingestKeys.part(PROBE, folder, part);
	const hidden = `${mediaKeys.video(PROBE)}${folder}/hidden`;
	const endpoint = config.MEDIA_S3_PUBLIC ?? config.MEDIA_S3_ENDPOINT;
	const found: string[] = [];
	try {
		await Promise.all([ingest.put(key(9), SECRET), media.put(hidden, SECRET), archive.put(hidden, SECRET)]);
		const put = await presignPart(config, endpoint, key(1), PART.length);
		const textOf = async (part: number) => (await ingest.get(key(part)))?.text();

		if (!(await send(put, PART)) || (await textOf(1)) !== PART) found.push("the address of a part does not take the part");
		const sources = { ingest: `${config.INGEST_S3_BUCKET}/${key(9)}`, media: `${config.MEDIA_S3_BUCKET}/${hidden}` };
		for (const [bucket, source] of Object.entries({ ...sources, archive: `${config.ARCHIVE_S3_BUCKET}/${hidden}` })) {
			for (const body of ["", PART]) await send(put, body, { "x-amz-copy-source": `/${source}` });
			if ((await textOf(1)) === SECRET) found.push(`the address of a part copies objects of ${bucket}`);
		}
		for (const body of [`${PART}!`, PART.slice(1)]) {
			await send(put, body);
			if ((await textOf(1)) === body)
				found.push(`the address of a part takes ${body.length > PART.length ? "more" : "less"} than was announced`);
		}
		await send(put.replace(key(1), key(2)), PART);
		if ((await ingest.head(key(2))) !== null) found.push("the address of a part writes another one");

		found.push(
			...(await probeSwap(services, put, key(1))),
			...(await probeJob(services, hidden, `${mediaKeys.video(PROBE)}${folder}/own/`)),
		);
		return found;
	} finally {
		await Promise.all([ingest.delete([1, 2, 9].map(key)), media.delete([hidden, ownObject(folder)]), archive.delete(hidden)]);
	}
}

const ownObject = (folder: string): string => `${mediaKeys.video(PROBE)}${folder}/own/object`;

/** What was pinned at `complete` can't be read any more once something else was put in its place, or it was removed. */
async function probeSwap({ config, ingest }: Probed, put: string, key: string): Promise<string[]> {
	const pinned = (await ingest.put(key, PART))?.etag ?? "";
	const read = await presignRead(config, key, pinned);
	const condition = { "if-match": `"${pinned}"` };
	const found: string[] = [];
	if ((await receive(read, condition)) !== PART) found.push("a job can't read the part that was pinned");
	if ((await receive(read)) !== null) found.push("a job's address opens a part without its pin");
	await send(put, OTHER.slice(0, PART.length).padEnd(PART.length));
	if ((await receive(read, condition)) !== null && (await ingest.head(key))?.etag !== pinned) {
		found.push("a part that was put after `complete` is taken for the one that was pinned");
	}
	await ingest.delete(key);
	await send(put, OTHER.slice(0, PART.length).padEnd(PART.length));
	if ((await receive(read, condition)) !== null) found.push("a part that was put after its removal is taken for the one that was pinned");
	return found;
}

/** What the transcoder is given opens its own folder, and nothing else. */
async function probeJob({ config, clock }: Probed, hidden: string, folder: string): Promise<string[]> {
	const client = new AwsClient({ ...(await folderAccess(config, folder, clock())), service: "s3", region: "auto", retries: 0 });
	const ask = async (path: string, init?: RequestInit): Promise<boolean> => {
		const answer = await client.fetch(`${config.MEDIA_S3_ENDPOINT.replace(/\/$/, "")}/${path}`, init);
		await answer.body?.cancel();
		return answer.ok;
	};
	const found: string[] = [];
	const own = `${config.MEDIA_S3_BUCKET}/${folder}object`;
	if (!(await ask(own, { method: "PUT", body: PART }))) found.push("a job can't write to its folder");
	if (!(await ask(own))) found.push("a job can't read its folder");
	for (const bucket of [config.MEDIA_S3_BUCKET, config.ARCHIVE_S3_BUCKET]) {
		if (await ask(`${bucket}/${hidden}`)) found.push(`a job reads what is not its own in ${bucket}`);
	}
	if (await ask(`${config.MEDIA_S3_BUCKET}/${hidden}`, { method: "PUT", body: SECRET })) found.push("a job writes what is not its own");
	if (await ask(`${config.MEDIA_S3_BUCKET}?list-type=2`)) found.push("a job lists the bucket");
	return found;
}

async function send(url: string, body: string, headers: Record<string, string> = {}): Promise<boolean> {
	const answer = await fetch(url, { method: "PUT", body, headers });
	await answer.body?.cancel();
	return answer.ok;
}

/** What an address answers; null when it refuses. */
async function receive(url: string, headers: Record<string, string> = {}): Promise<string | null> {
	const answer = await fetch(url, { headers });
	if (answer.ok) return answer.text();
	await answer.body?.cancel();
	return null;
}
