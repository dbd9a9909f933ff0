import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { ingestKeys, mediaKeys } from "../../../contracts/media.ts";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import type { CleanupMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import { profiles, uploads, videos } from "../../../db/schema/index.ts";
import { vectorId } from "../../feed/vectors/ids.ts";
import { problemResponse } from "../../gateway/problem.ts";
import type { AppEnv } from "../../gateway/route.ts";
import { holdToContract } from "../../gateway/testing/contract.ts";
import type { Env } from "../../platform/env.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import type { Log } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { bindingsWith, testEnv } from "../../platform/test-env.fixture.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";
import { servicesOf } from "../../services.ts";
import { readOperator } from "../../trust/index.ts";
import { deliveryRoutes } from "../delivery/routes.ts";
import { announceVideo } from "../pipeline/announce.ts";
import { outputsOf, publish } from "../pipeline/publish.ts";
import { videoRoutes } from "../routes.ts";
import type { VideoRow } from "../state/index.ts";
import { completeUpload, type Publication } from "../upload/complete.ts";
import { beginUpload } from "../upload/init.ts";
import { partSizes } from "../upload/parts.ts";
import { CLEAN, resultOf, writeOutputs } from "./transcoder.ts";

export { testEnv };

/** What the Worker put on its queues since, instead of there: a test delivers it when it wants to. */
export interface Recorded<T> {
	readonly sent: { readonly body: T; readonly delaySeconds: number }[];
	/** While set, the queue refuses. */
	refusing: boolean;
	readonly queue: Queue<T>;
}

export function recordedQueue<T>(): Recorded<T> {
	const recorded = { sent: [] as { body: T; delaySeconds: number }[], refusing: false };
	const send = async (body: T, options?: QueueSendOptions) => {
		if (recorded.refusing) throw new Error("the queue refuses");
		recorded.sent.push({ body, delaySeconds: options?.delaySeconds ?? 0 });
	};
	return Object.assign(recorded, { queue: { send } as unknown as Queue<T> });
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, with: () => silent };
const QUIET = { TRANSCODE_QUEUE: recordedQueue<TranscodeMessage>().queue, CLEANUP_QUEUE: recordedQueue<CleanupMessage>().queue };
/** The isolate's services, without its log, and with queues that deliver nothing by themselves. */
export const services: Services = {
	...servicesOf(testEnv),
	isolate: new IsolateState(),
	log: silent,
	...bindingsWith(QUIET),
};

/** The same services with some parts replaced. */
export const servicesWith = (bindings: Partial<Env>, other: Partial<Services> = {}): Services => ({
	...services,
	isolate: new IsolateState(),
	...bindingsWith({ ...QUIET, ...bindings }),
	...other,
});

/** A new user with a profile. */
export async function newUser(): Promise<UserViewer> {
	const userId = services.newId();
	await services.db
		.user(userId)
		.insert(profiles)
		.values({ userId, username: `user${userId}`, displayName: `User ${userId}` });
	return { kind: "user", userId, sessionId: `session-${userId}`, teen: false };
}

/** Bytes that pass for the beginning of an MP4, and go on as zeros. */
export function mp4Bytes(size: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(size);
	bytes.set([0, 0, 0, 24, ...new TextEncoder().encode("ftypisom")].slice(0, size));
	return bytes;
}

export const WORDS: Publication = { title: "A walk", description: "By the sea", hashtags: ["sea", "walk"], visibility: "public" };

/** Begins an upload and lays its parts where a browser would PUT them. */
export async function uploadParts(user: UserViewer, bytes: Uint8Array = mp4Bytes(2_000), using: Services = services): Promise<string> {
	const plan = { filename: "walk.mp4", filesize: bytes.length, durationMs: 3_000, clientKey: undefined };
	const { upload } = await beginUpload(using, user.userId, plan, "http://media.test/s3");
	let offset = 0;
	for (const [index, size] of partSizes(bytes.length).entries()) {
		await testEnv.INGEST.put(await partKey(upload.videoId, index + 1), bytes.slice(offset, offset + size));
		offset += size;
	}
	return upload.videoId;
}

/** Where a part of an upload lies, in the folder that was drawn for it. */
export async function partKey(videoId: string, partNumber: number): Promise<string> {
	const [upload] = await services.db.video(videoId).select({ folder: uploads.folder }).from(uploads).where(eq(uploads.videoId, videoId));
	if (upload === undefined) throw new Error("there is no such upload");
	return ingestKeys.part(videoId, upload.folder, partNumber);
}

/** A video that waits to be processed. */
export async function completedVideo(user: UserViewer, using: Services, words: Partial<Publication> = {}): Promise<string> {
	const videoId = await uploadParts(user, undefined, using);
	await completeUpload(using, user.userId, videoId, { ...WORDS, ...words }, "request-test");
	return videoId;
}

export async function rowOf(videoId: string): Promise<VideoRow | undefined> {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId));
	return row;
}

/** Keys of all objects of a video, original and outputs. */
export async function objectsOf(videoId: string): Promise<string[]> {
	const lists = await Promise.all([
		testEnv.INGEST.list({ prefix: ingestKeys.video(videoId) }),
		testEnv.MEDIA.list({ prefix: mediaKeys.video(videoId) }),
	]);
	return lists.flatMap((list) => list.objects.map(({ key }) => key));
}

/** A queue message as a consumer sees it, noting what became of it. */
export function messageOf<T>(body: T, attempts = 1) {
	const outcome: { acked: boolean; retriedAfter: number | null } = { acked: false, retriedAfter: null };
	const message = {
		id: crypto.randomUUID(),
		timestamp: new Date(),
		body,
		attempts,
		ack: () => {
			outcome.acked = true;
		},
		retry: (options?: QueueRetryOptions) => {
			outcome.retriedAfter = options?.delaySeconds ?? 0;
		},
	};
	const batch = { queue: "test", messages: [message], ackAll: () => undefined, retryAll: () => undefined } as unknown as MessageBatch;
	return { batch, outcome };
}

/** The videos' and delivery's routes as one app, with a viewer of the test's choice instead of a session. */
export function testApp(viewer: Viewer | null, using: Services = services) {
	const app = new Hono<AppEnv>();
	app.use("*", async (context, next) => {
		context.set("services", using);
		context.set("log", using.log);
		context.set("requestId", "request-test");
		context.set("viewer", viewer);
		context.set("readOperator", () => readOperator(using, context.req.raw));
		await next();
	});
	app.onError((error) => {
		if (error instanceof ProblemError) return problemResponse(error, "request-test");
		throw error;
	});
	videoRoutes(app);
	deliveryRoutes(app);
	return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> => {
		const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
		const waiting: Promise<unknown>[] = [];
		const context = { waitUntil: (promise: Promise<unknown>) => waiting.push(promise), passThroughOnException: () => undefined, props: {} };
		const response = await app.request(`http://reelay.test${path}`, init, testEnv, context as unknown as ExecutionContext);
		await Promise.all(waiting);
		// Media and streams are no answers of the contract's shape.
		const isJson = response.headers.get("content-type")?.includes("json") ?? false;
		if (isJson) holdToContract(method, path, response.status, await response.clone().json());
		else if (response.body === null) holdToContract(method, path, response.status, "");
		return response;
	};
}

/** A user's notices, newest first. */
export async function noticesOf(user: UserViewer): Promise<{ type: string; text: string; videoId: string | null }[]> {
	const inbox = testEnv.INBOX.get(testEnv.INBOX.idFromName(user.userId));
	const page = await inbox.list(50, null);
	return [...page.entries].map(({ type, text, videoId }) => ({ type, text, videoId: videoId ?? null }));
}

/** Whether the vector index knows a video, by the vector the fake transcoder gave it. */
export async function vectorOf(videoId: string): Promise<boolean> {
	return (await testEnv.VECTORS.getByIds([vectorId(videoId, "test")])).length > 0;
}

/** A video that is up, with its objects, as the pipeline leaves it. */
export async function publishedVideo(user: UserViewer, words: Partial<Publication> = {}): Promise<string> {
	const videoId = await completedVideo(user, services, words);
	await writeOutputs(testEnv.MEDIA, mediaKeys.generation(videoId, 1));
	const row = await rowOf(videoId);
	if (row === undefined) throw new Error("the row was not written");
	await publish(services, row, outputsOf(resultOf({ videoId, generation: 1 })), CLEAN);
	await announceVideo(services, videoId, user.userId);
	return videoId;
}
