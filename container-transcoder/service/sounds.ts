import type { Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { TRACK_MAX_BYTES } from "../../contracts/limits.ts";
import { SOUND_TYPE, TRACK_REFUSALS, type TrackRefusal } from "../../contracts/sound-files.ts";
import { type Log, reason } from "../log.ts";
import type { MadeTrack } from "../sound/track.ts";
import { Places } from "./places.ts";

export interface SoundOptions {
	make(file: Uint8Array, signal: AbortSignal): Promise<MadeTrack | { readonly refused: TrackRefusal }>;
	log: Log;
}

const RETRY_AFTER_S = 5;

/** `POST /sounds`: a track of the library encoded anew, at once. Operators alone send them, one after another. */
export function soundRoutes(app: Hono, signed: MiddlewareHandler, { make, log }: SoundOptions): void {
	const places = new Places({ atOnce: 1, waitingMost: 8 });
	const bounded = bodyLimit({ maxSize: TRACK_MAX_BYTES, onError: (c) => c.json(TRACK_REFUSALS.too_large, 422) });
	app.post("/sounds", bounded, signed, async (c) => {
		const tryAgain = (detail: string) => c.json({ detail }, 503, { "retry-after": String(RETRY_AFTER_S) });
		if (places.areTaken) return tryAgain("All places are taken. Try again soon.");
		const file = new Uint8Array(await c.req.arrayBuffer());
		try {
			const made = await places.take(() => make(file, c.req.raw.signal));
			if ("refused" in made) {
				log("track.refused", { code: made.refused.code, bytes: file.length });
				return c.json(made.refused, 422);
			}
			log("track.made", { bytes: file.length, made: made.whole.length, ms: made.durationMs });
			return c.body(new Uint8Array(Buffer.concat([made.whole, made.preview, made.items])), 200, {
				"content-type": SOUND_TYPE,
				"x-sound-duration-ms": String(made.durationMs),
				"x-sound-peaks": made.peaks.join(),
				"x-sound-fingerprint": made.fingerprint ?? "",
				"x-sound-whole-bytes": String(made.whole.length),
				"x-sound-preview-bytes": String(made.preview.length),
			});
		} catch (error) {
			log("track.failed", { error: reason(error) });
			return tryAgain("The track could not be encoded this time. Try again.");
		}
	});
}
