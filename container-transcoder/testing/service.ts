import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sign } from "hono/jwt";
import { CALL_ALGORITHM, CALL_LIFETIME_S, digestOf, type InternalCall, TO_TRANSCODER } from "../../contracts/internal-call.ts";
import { TranscodeEvent, type TranscodeJob, type TranscodeResult } from "../../contracts/transcode.ts";
import { type Config, parseConfig } from "../config.ts";
import { etagOf, type TestBucket } from "./bucket.ts";

/** What calls to a test's service are signed with. */
export const TEST_KEY = "a-key-of-some-length";

/** A request to a service as the Worker sends it. @param claims those that are to be otherwise */
export async function signedRequest(
	url: string,
	{ method, body }: { readonly method: string; readonly body?: string | Uint8Array },
	claims: Partial<InternalCall> = {},
	key = TEST_KEY,
): Promise<Request> {
	const { pathname, search } = new URL(url);
	const bytes = body === undefined ? new ArrayBuffer(0) : new Uint8Array(Buffer.from(body)).buffer;
	const iat = Math.floor(Date.now() / 1_000);
	const call = {
		aud: TO_TRANSCODER,
		jti: crypto.randomUUID(),
		iat,
		exp: iat + CALL_LIFETIME_S,
		method,
		path: `${pathname}${search}`,
		digest: await digestOf(bytes),
		...claims,
	};
	const headers = { authorization: `Bearer ${await sign(call, key, CALL_ALGORITHM)}` };
	return new Request(url, { method, headers, ...(body === undefined ? {} : { body: bytes }) });
}

/** Sends it. */
export const askService = async (url: string, method: string, body?: string | Uint8Array): Promise<Response> =>
	fetch(await signedRequest(url, { method, ...(body === undefined ? {} : { body }) }));

/** Configuration of a service on a free port that writes to a test bucket. */
export function testEnvironment(bucket: TestBucket, workDir: string, more: Record<string, string> = {}): Record<string, string> {
	return {
		PORT: "0",
		HOST: "127.0.0.1",
		MEDIA_ENDPOINT: bucket.url,
		MEDIA_BUCKET: "media",
		WORK_DIR: workDir,
		TRANSCODER_KEY: TEST_KEY,
		...more,
	};
}

export function testConfig(bucket: TestBucket, workDir: string, more: Record<string, string> = {}): Config {
	return parseConfig(testEnvironment(bucket, workDir, more));
}

/** A job on a file, put into the bucket as parts of `partBytes`. */
export async function jobFor(
	bucket: TestBucket,
	file: string,
	more: Partial<TranscodeJob> = {},
	partBytes = 1024 * 1024,
): Promise<TranscodeJob> {
	const bytes = await readFile(file);
	const videoId = more.videoId ?? "1";
	const parts: TranscodeJob["source"]["parts"] = [];
	for (let at = 0; at < bytes.length; at += partBytes) {
		const key = `media/originals/${videoId}/part-${parts.length + 1}`;
		const body = bytes.subarray(at, at + partBytes);
		bucket.objects.set(key, { body, contentType: "", cacheControl: "" });
		parts.push({ url: `${bucket.url}/${key}`, bytes: body.length, etag: etagOf(body) });
	}
	return {
		videoId,
		generation: 1,
		requestId: "test",
		source: { parts, bytes: bytes.length },
		text: { title: "A test", description: "", hashtags: ["test"] },
		access: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "token" },
		outputPrefix: `videos/${videoId}/g${more.generation ?? 1}/`,
		...more,
	};
}

/** Starts or attaches to a job and gives its events as they come. */
export async function* putJob(url: string, job: TranscodeJob, init: RequestInit = {}): AsyncGenerator<TranscodeEvent> {
	const answer = await fetch(await signedRequest(`${url}/jobs/${job.videoId}`, { method: "PUT", body: JSON.stringify(job) }), init);
	if (answer.status !== 200 || !answer.body) throw new Error(`The job was answered ${answer.status}.`);
	let rest = "";
	for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) yield TranscodeEvent.parse(JSON.parse(line));
	}
}

/** All events of a job to its last. */
export async function runJob(url: string, job: TranscodeJob): Promise<TranscodeEvent[]> {
	const events: TranscodeEvent[] = [];
	for await (const event of putJob(url, job)) events.push(event);
	return events;
}

/** The result of a job that must succeed. */
export async function resultOf(url: string, job: TranscodeJob): Promise<TranscodeResult> {
	const last = (await runJob(url, job)).at(-1);
	if (last?.type !== "done") throw new Error(`The job ended with ${JSON.stringify(last)}.`);
	return last.result;
}

/** Writes the objects below a prefix to a directory, where FFmpeg can play them. */
export async function saveOutputs(bucket: TestBucket, prefix: string, dir: string): Promise<string> {
	for (const [key, { body }] of bucket.objects) {
		if (!key.startsWith(`media/${prefix}`)) continue;
		const path = join(dir, key.slice(`media/${prefix}`.length));
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, body);
	}
	return dir;
}
