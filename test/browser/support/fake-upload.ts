import type { IncomingMessage, ServerResponse } from "node:http";
import type { ProcessingStatus } from "../../../contracts/videos.ts";
import { checked, json, nothing } from "./contract.ts";

/** What an upload is told by, and leaves. */
export interface FakeUploads {
	readonly uploaded: Map<number, number>;
	/** Each part is taken only after this time. */
	partDelayMs: number;
	status: ProcessingStatus["status"];
	progress: number;
}

const PART_BYTES = 256 * 1024;
/** Video ids of what is uploaded here: one on its way, one that failed. */
export const FAKE_UPLOAD = { onItsWay: "2001", failed: "2002" } as const;
const sizes = new WeakMap<FakeUploads, number>();

const uploadOf = (state: FakeUploads, total: number) => {
	const numbers = Array.from({ length: Math.ceil(total / PART_BYTES) }, (_, i) => i + 1);
	return {
		videoId: FAKE_UPLOAD.onItsWay,
		chunkSize: PART_BYTES,
		uploadUrl: "/put/1",
		expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
		parts: numbers.filter((n) => !state.uploaded.has(n)).map((partNumber) => ({ partNumber, url: `/put/${partNumber}` })),
		arrived: [...state.uploaded].map(([partNumber, bytes]) => ({ partNumber, bytes, etag: `part-${partNumber}` })),
	};
};

const statusOf = (state: FakeUploads, videoId: string): ProcessingStatus => {
	const failed = videoId === FAKE_UPLOAD.failed;
	return {
		videoId,
		status: failed ? "failed" : state.status,
		progress: state.progress,
		stage: state.status === "ready" ? "done" : "encoding",
		detail: "480p",
		urls: {},
		manifest: null,
		thumbnail: "/videos/local/1001/g1/cover.jpg",
		estimatedSecondsLeft: 14,
		...(failed ? { failure: { code: "truncated", message: "The file ends in the middle. Copy it anew and upload that." } } : {}),
	};
};

/** A part put into the store, as R2 answers it. */
export async function putPart(request: IncomingMessage, response: ServerResponse, part: number, body: Buffer, state: FakeUploads) {
	await new Promise((resolve) => setTimeout(resolve, state.partDelayMs));
	if (request.socket.destroyed) return;
	state.uploaded.set(part, body.length);
	response.writeHead(200, { etag: `"part-${part}"` }).end();
}

/** Answers what is about an upload or its processing. @returns false for anything else */
export function answerUpload(
	request: IncomingMessage,
	response: ServerResponse,
	pathname: string,
	body: Buffer,
	state: FakeUploads,
): boolean {
	switch (`${request.method} ${pathname}`) {
		case "POST /api/v1/videos/upload/check":
			json(response, { known: false });
			return true;
		case "POST /api/v1/videos/upload/init": {
			const { filesize } = JSON.parse(body.toString()) as { filesize: number };
			sizes.set(state, filesize);
			json(response, uploadOf(state, filesize), 201);
			return true;
		}
		case `GET /api/v1/videos/upload/${FAKE_UPLOAD.onItsWay}`:
			json(response, uploadOf(state, sizes.get(state) ?? 1));
			return true;
		case `DELETE /api/v1/videos/upload/${FAKE_UPLOAD.onItsWay}`:
			nothing(response);
			return true;
		case `POST /api/v1/videos/${FAKE_UPLOAD.onItsWay}/upload/complete`:
			json(response, { videoId: FAKE_UPLOAD.onItsWay, status: "processing" }, 202);
			return true;
	}
	const [, videoId] = /^\/api\/v1\/videos\/(\d+)\/status$/.exec(pathname) ?? [];
	if (videoId === undefined || request.method !== "GET") return false;
	const now = () => checked(request, 200, statusOf(state, videoId));
	if (!request.headers.accept?.includes("event-stream")) json(response, now());
	else {
		const first = now();
		response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
		const tell = (status: unknown) => response.write(`event: status\ndata: ${JSON.stringify(status)}\n\n`);
		tell(first);
		const timer = setInterval(() => tell(now()), 150);
		response.on("close", () => clearInterval(timer));
	}
	return true;
}
