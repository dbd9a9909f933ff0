import type { Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { VOICE_MAX_BYTES } from "../../contracts/limits.ts";
import { VOICE_REFUSALS, VOICE_TYPE, type VoiceRefusal } from "../../contracts/voice.ts";
import { type Log, reason } from "../log.ts";
import type { MadeVoice } from "../voice/remake.ts";
import { Places } from "./places.ts";

export interface VoiceOptions {
	remake(file: Uint8Array, signal: AbortSignal): Promise<MadeVoice | { readonly refused: VoiceRefusal }>;
	log: Log;
}

const RETRY_AFTER_S = 5;

/** `POST /voices`: a recording encoded anew, at once. */
export function voiceRoutes(app: Hono, signed: MiddlewareHandler, { remake, log }: VoiceOptions): void {
	const places = new Places({ atOnce: 2, waitingMost: 16 });
	const bounded = bodyLimit({ maxSize: VOICE_MAX_BYTES, onError: (c) => c.json(VOICE_REFUSALS.too_large, 422) });
	app.post("/voices", bounded, signed, async (c) => {
		const tryAgain = (detail: string) => c.json({ detail }, 503, { "retry-after": String(RETRY_AFTER_S) });
		if (places.areTaken) return tryAgain("All places are taken. Try again soon.");
		const file = new Uint8Array(await c.req.arrayBuffer());
		try {
			const made = await places.take(() => remake(file, c.req.raw.signal));
			if ("refused" in made) {
				log("voice.refused", { code: made.refused.code, bytes: file.length });
				return c.json(made.refused, 422);
			}
			log("voice.made", { bytes: file.length, made: made.sound.length, ms: made.durationMs });
			return c.body(new Uint8Array(made.sound), 200, {
				"content-type": VOICE_TYPE,
				"x-voice-duration-ms": String(made.durationMs),
				"x-voice-peaks": made.peaks.join(),
			});
		} catch (error) {
			log("voice.failed", { error: reason(error) });
			return tryAgain("The recording could not be encoded this time. Try again.");
		}
	});
}
