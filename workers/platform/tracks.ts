import { trackRefused, tracksUnavailable } from "../../contracts/problems/sounds.ts";
import { type MadeSound, MadeTrackHeaders, SOUND_TYPE, TrackRefusal } from "../../contracts/sound-files.ts";
import { errorFields } from "./log.ts";
import type { Services } from "./services.ts";
import { askTranscoder } from "./transcoder.ts";

/** A container's cold start and ten minutes of music are within it, milliseconds. */
const PATIENCE_MS = 180_000;

/** A track that may be served. */
export interface MadeTrack extends MadeSound {
	/** AAC in M4A: all of it, and its preview. */
	readonly whole: Uint8Array;
	readonly preview: Uint8Array;
	/** Raw items of its whole fingerprint; empty where it is too short to have any. */
	readonly items: Uint8Array;
}

/**
 * Has a track of the library encoded anew by the transcoder: nothing is served as it was uploaded.
 * @param name says which instance encodes it
 * @throws ProblemError track_refused in words for the operator, unavailable when it is worth trying again
 */
export async function remakeTrack(
	services: Pick<Services, "objects" | "config" | "clock" | "log">,
	name: string,
	body: ArrayBuffer,
): Promise<MadeTrack> {
	const answer = await ask(services, name, body);
	if (answer.status === 422) throw trackRefused(TrackRefusal.parse(await answer.json()).message);
	const said = MadeTrackHeaders.safeParse(Object.fromEntries(answer.headers));
	if (!answer.ok || !said.success || answer.headers.get("content-type") !== SOUND_TYPE) {
		await answer.body?.cancel();
		services.log.warn("track_not_made", { status: answer.status });
		throw tracksUnavailable();
	}
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const wholeBytes = said.data["x-sound-whole-bytes"];
	const previewBytes = said.data["x-sound-preview-bytes"];
	return {
		durationMs: said.data["x-sound-duration-ms"],
		peaks: said.data["x-sound-peaks"],
		fingerprint: said.data["x-sound-fingerprint"] || null,
		whole: bytes.subarray(0, wholeBytes),
		preview: bytes.subarray(wholeBytes, wholeBytes + previewBytes),
		items: bytes.subarray(wholeBytes + previewBytes),
	};
}

async function ask(services: Pick<Services, "objects" | "config" | "clock" | "log">, name: string, body: ArrayBuffer): Promise<Response> {
	const request = { method: "POST", path: "/sounds", body, signal: AbortSignal.timeout(PATIENCE_MS) };
	try {
		return await askTranscoder(services, name, request, "application/octet-stream");
	} catch (error) {
		services.log.warn("track_not_made", errorFields(error));
		throw tracksUnavailable(error);
	}
}
