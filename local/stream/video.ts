import { randomBytes } from "node:crypto";

export type StreamState = "queued" | "downloading" | "inprogress" | "ready" | "error";

/** A video as Cloudflare Stream's API describes it; sizes in bytes, duration in seconds (-1 while unknown), pixels. */
export interface StreamVideo {
	readonly uid: string;
	readonly created: string;
	modified: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly creator: string | null;
	readonly requireSignedURLs: boolean;
	readyToStream: boolean;
	readyToStreamAt: string | null;
	size: number;
	duration: number;
	input: { width: number; height: number };
	status: { state: StreamState; pctComplete?: string; errorReasonCode: string; errorReasonText: string };
	readonly playback: { hls: string; dash: string };
	readonly preview: string;
	readonly thumbnail: string;
}

export interface CopyRequest {
	readonly url: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly creator: string | null;
	readonly requireSignedURLs: boolean;
}

/** Reads the body of `POST /stream/copy`; null when it has no usable address. */
export function readCopyRequest(body: unknown): CopyRequest | null {
	if (typeof body !== "object" || body === null) return null;
	const fields = body as Record<string, unknown>;
	const address = fields.url ?? fields.input;
	if (typeof address !== "string" || !URL.canParse(address)) return null;
	return {
		url: address,
		meta: typeof fields.meta === "object" && fields.meta !== null ? (fields.meta as Record<string, string>) : {},
		creator: typeof fields.creator === "string" ? fields.creator : null,
		requireSignedURLs: fields.requireSignedURLs === true,
	};
}

export function newVideo(request: CopyRequest, origin: string): StreamVideo {
	const uid = randomBytes(16).toString("hex");
	const created = new Date().toISOString();
	return {
		uid,
		created,
		modified: created,
		meta: request.meta,
		creator: request.creator,
		requireSignedURLs: request.requireSignedURLs,
		readyToStream: false,
		readyToStreamAt: null,
		size: 0,
		duration: -1,
		input: { width: -1, height: -1 },
		status: { state: "downloading", pctComplete: "0", errorReasonCode: "", errorReasonText: "" },
		playback: { hls: `${origin}/${uid}/manifest/video.m3u8`, dash: `${origin}/${uid}/manifest/video.mpd` },
		preview: `${origin}/${uid}/watch`,
		thumbnail: `${origin}/${uid}/thumbnails/thumbnail.jpg`,
	};
}
