import { MAX_DURATION_MS, MIN_DURATION_MS } from "../../../../contracts/limits.ts";
import { mediaKeys } from "../../../../contracts/media.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import type { Outputs, VideoRow } from "../../state/index.ts";
import type { Conclusion } from "../attempt.ts";
import type { StreamVideo } from "./client.ts";

/** Stream's error codes that mean the input is at fault, and what the creator is told. */
const REFUSALS: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
	ERR_NON_VIDEO: { code: "not_a_video", message: "This file is not a video. Choose another one." },
	ERR_MALFORMED_VIDEO: { code: "truncated", message: "This video is damaged or incomplete. Export it again, then upload it." },
	ERR_DURATION_EXCEED_CONSTRAINT: { code: "too_long", message: "The video is longer than 10 minutes. Cut it, then upload it." },
	ERR_DURATION_TOO_SHORT: { code: "too_short", message: "The video is shorter than a second. Choose a longer one." },
};

/** A cover larger than this is none, bytes. */
const COVER_BYTES_MOST = 5 * 1024 * 1024;

async function readCover({ body }: Response): Promise<Blob> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array<ArrayBuffer>>) {
		bytes += chunk.length;
		if (bytes > COVER_BYTES_MOST) throw new Error("the thumbnail is too large");
		chunks.push(chunk);
	}
	return new Blob(chunks);
}

/** How a job at Stream ended; null while it goes on. */
export async function streamOutcome(services: Services, row: VideoRow, video: StreamVideo): Promise<Conclusion | null> {
	if (video.status.state === "error") {
		const { errorReasonCode = "", errorReasonText = "" } = video.status;
		const refusal = REFUSALS[errorReasonCode];
		return refusal === undefined
			? { kind: "failed", code: errorReasonCode || "stream_error", message: errorReasonText }
			: { kind: "refused", ...refusal };
	}
	if (!video.readyToStream || video.status.state !== "ready") return null;
	const durationMs = Math.round(video.duration * 1000);
	const wrong =
		durationMs > MAX_DURATION_MS ? "ERR_DURATION_EXCEED_CONSTRAINT" : durationMs < MIN_DURATION_MS ? "ERR_DURATION_TOO_SHORT" : null;
	const refusal = wrong === null ? undefined : REFUSALS[wrong];
	if (refusal !== undefined) return { kind: "refused", ...refusal };
	await keepCover(services, row, video.thumbnail);
	return { kind: "outputs", outputs: outputsFrom(video, durationMs) };
}

/** A manifest that points to Stream's own HLS. There is no blur-hash and no embedding: both come with a later reprocessing. */
function outputsFrom(video: StreamVideo, durationMs: number): Outputs {
	return {
		manifest: {
			segmentSeconds: durationMs / 1000,
			lastSegmentSeconds: durationMs / 1000,
			segmentCount: 1,
			hasAudio: true,
			renditions: [],
			external: video.playback.hls,
		},
		probe: null,
		blurhash: null,
		durationMs,
		width: video.input.width,
		height: video.input.height,
		backend: "stream",
		backendRef: video.uid,
	};
}

/** The cover is kept with us, so that it is served, granted and deleted like every other. */
async function keepCover(services: Services, row: VideoRow, address: string): Promise<void> {
	try {
		const response = await fetch(address);
		if (!response.ok) throw new Error(`the thumbnail answered ${response.status}`);
		const key = `${mediaKeys.generation(row.id, row.generation)}cover.jpg`;
		await services.media.put(key, await readCover(response), { httpMetadata: { contentType: "image/jpeg" } });
	} catch (error) {
		// A video without its picture is better than none; the blank cover shows it.
		services.log.warn("stream_cover_failed", { videoId: row.id, ...errorFields(error) });
	}
}
