import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Answer, type Request, type StandIn, serve } from "../serve.ts";
import { copyAndEncode, StreamRefusal } from "./encode.ts";
import { newVideo, readCopyRequest, type StreamVideo } from "./video.ts";
import { notify } from "./webhook.ts";

export interface StreamOptions {
	readonly account: string;
	readonly token: string;
	readonly ffmpegPath: string;
	readonly ffprobePath: string;
	readonly port?: number;
	/** Secret of the webhook, to be known beforehand; else made when the webhook is set, as on Cloudflare. */
	readonly webhookSecret?: string;
	/** Milliseconds between attempts to deliver a notice. */
	readonly webhookDelays?: readonly number[];
}

const ok = (result: unknown): Answer => ({ status: 200, body: { result, success: true, errors: [], messages: [] } });
const refuse = (status: number, code: number, message: string): Answer => ({
	status,
	body: { result: null, success: false, errors: [{ code, message }], messages: [] },
});

/** Cloudflare Stream's REST calls for copying a video from an address, with its signed notice when ready, and HLS that plays. */
export async function startStream(options: StreamOptions): Promise<StandIn> {
	const folder = await mkdtemp(join(tmpdir(), "reelay-stream-"));
	const stopped = new AbortController();
	const videos = new Map<string, { video: StreamVideo; cancel: AbortController; done: Promise<void> }>();
	let webhook: { notificationUrl: string; modified: string; secret: string } | null = null;
	let origin = "";

	async function process(video: StreamVideo, url: string, signal: AbortSignal): Promise<void> {
		const own = join(folder, video.uid);
		await mkdir(own);
		try {
			const made = await copyAndEncode(url, own, options, signal);
			const now = new Date().toISOString();
			const input = { width: made.width, height: made.height };
			Object.assign(video, { readyToStream: true, readyToStreamAt: now, size: made.bytes, duration: made.duration, input });
			video.status = { state: "ready", pctComplete: "100.000000", errorReasonCode: "", errorReasonText: "" };
		} catch (error) {
			if (signal.aborted) return;
			const code = error instanceof StreamRefusal ? error.code : "ERR_UNKNOWN";
			video.status = { state: "error", errorReasonCode: code, errorReasonText: (error as Error).message };
		}
		video.modified = new Date().toISOString();
		const target = webhook && { url: webhook.notificationUrl, secret: webhook.secret };
		if (!target) return;
		const delays = options.webhookDelays ? { delays: options.webhookDelays } : {};
		const told = await notify(target, JSON.stringify(video), { signal, ...delays });
		if (!told && !signal.aborted) console.error(`stream: the notice about ${video.uid} was not taken by ${target.url}`);
	}

	function copy(body: unknown): Answer {
		const request = readCopyRequest(body);
		if (!request) return refuse(400, 10005, "Bad Request: a url is needed");
		const video = newVideo(request, origin);
		const cancel = new AbortController();
		const done = process(video, request.url, AbortSignal.any([cancel.signal, stopped.signal]));
		videos.set(video.uid, { video, cancel, done });
		return ok(video);
	}

	function setWebhook(body: unknown): Answer {
		const url = typeof body === "object" && body !== null && "notificationUrl" in body ? body.notificationUrl : null;
		if (typeof url !== "string" || !URL.canParse(url)) return refuse(400, 10005, "Bad Request: a notificationUrl is needed");
		const secret = webhook?.secret ?? options.webhookSecret ?? randomBytes(32).toString("hex");
		webhook = { notificationUrl: url, modified: new Date().toISOString(), secret };
		return ok(webhook);
	}

	async function remove(uid: string): Promise<Answer> {
		const found = videos.get(uid);
		if (!found) return refuse(404, 10003, "Not Found");
		videos.delete(uid);
		found.cancel.abort();
		await found.done;
		await rm(join(folder, uid), { recursive: true, force: true });
		return { status: 200 };
	}

	async function media(path: readonly string[]): Promise<Answer> {
		const [uid = "", kind, ...rest] = path;
		const name = basename(rest.join("/"));
		if (!videos.get(uid)?.video.readyToStream || (kind !== "manifest" && kind !== "thumbnails")) return { status: 404, body: "Not found" };
		const type = name.endsWith(".m3u8") ? "application/vnd.apple.mpegurl" : name.endsWith(".jpg") ? "image/jpeg" : "video/mp2t";
		const bytes = await readFile(join(folder, uid, name)).catch(() => null);
		return bytes ? { status: 200, body: bytes, headers: { "content-type": type } } : { status: 404, body: "Not found" };
	}

	async function answer(request: Request): Promise<Answer> {
		const path = request.url.pathname.split("/").filter(Boolean);
		if (path[0] === "health") return { status: 200, body: { ok: true } };
		if (path[0] !== "accounts") return media(path);
		if (request.headers.authorization !== `Bearer ${options.token}`) return refuse(403, 10000, "Authentication error");
		const [, account, service, ...rest] = path;
		if (account !== options.account || service !== "stream") return refuse(404, 7003, "Could not route to the requested address");
		const call = `${request.method} ${rest.join("/")}`;
		const body = (): unknown => JSON.parse(request.body.toString() || "null");
		if (call === "POST copy") return copy(body());
		if (call === "PUT webhook") return setWebhook(body());
		if (call === "GET webhook") return webhook ? ok(webhook) : refuse(404, 10003, "Not Found");
		const uid = rest[0] ?? "";
		const found = videos.get(uid);
		if (request.method === "GET") return found ? ok(found.video) : refuse(404, 10003, "Not Found");
		if (request.method === "DELETE") return remove(uid);
		return refuse(405, 10405, "Method not allowed");
	}

	const server = await serve(answer, options.port === undefined ? {} : { port: options.port });
	origin = server.url;
	return {
		...server,
		async close() {
			stopped.abort();
			await server.close();
			await Promise.all([...videos.values()].map(({ done }) => done));
			await rm(folder, { recursive: true, force: true });
		},
	};
}
