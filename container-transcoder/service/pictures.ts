import type { Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { PICTURE_MAX_BYTES } from "../../contracts/limits.ts";
import { PICTURE_TYPE, type PictureRefusal, PictureSpec } from "../../contracts/pictures.ts";
import { type Log, reason } from "../log.ts";
import type { MadePicture } from "../picture/remake.ts";
import { Places } from "./places.ts";

export interface PictureOptions {
	remake(file: Uint8Array, spec: PictureSpec, signal: AbortSignal): Promise<MadePicture | { readonly refused: PictureRefusal }>;
	/** How likely a picture shows sexual content, 0 to 1. Left out by a service without the model; one that fails draws nothing. */
	explicit?: ((picture: Uint8Array) => Promise<number>) | undefined;
	log: Log;
}

/** Each takes up to a few hundred megabytes while it is drawn. */
const PLACES = { atOnce: 2, waitingMost: 16 };
const RETRY_AFTER_S = 5;

const TOO_LARGE: PictureRefusal = {
	code: "too_large",
	message: `A picture has at most ${PICTURE_MAX_BYTES / 1024 / 1024} MB. Make it smaller and choose it again.`,
};

/** `POST /pictures`: a chosen picture drawn anew, at once. */
export function pictureRoutes(app: Hono, signed: MiddlewareHandler, { remake, explicit, log }: PictureOptions): void {
	const places = new Places(PLACES);
	const bounded = bodyLimit({ maxSize: PICTURE_MAX_BYTES, onError: (c) => c.json(TOO_LARGE, 422) });
	app.post("/pictures", bounded, signed, async (c) => {
		const spec = PictureSpec.safeParse(c.req.query());
		if (!spec.success) return c.json({ detail: z.prettifyError(spec.error) }, 400);
		if (places.areTaken) return c.json({ detail: "All places are taken. Try again soon." }, 503, { "retry-after": String(RETRY_AFTER_S) });
		const file = new Uint8Array(await c.req.arrayBuffer());
		try {
			const made = await places.take(() => remake(file, spec.data, c.req.raw.signal));
			if ("refused" in made) {
				log("picture.refused", { code: made.refused.code, bytes: file.length });
				return c.json(made.refused, 422);
			}
			const seen = await explicit?.(made.picture);
			log("picture.made", { bytes: file.length, made: made.picture.length, width: made.width, height: made.height });
			return c.body(new Uint8Array(made.picture), 200, {
				"content-type": PICTURE_TYPE,
				"x-picture-width": String(made.width),
				"x-picture-height": String(made.height),
				"x-picture-blurhash": encodeURIComponent(made.blurhash),
				...(seen === undefined ? {} : { "x-picture-explicit": seen.toFixed(4) }),
			});
		} catch (error) {
			log("picture.failed", { error: reason(error) });
			return c.json({ detail: "The picture could not be drawn anew this time. Try again." }, 503, { "retry-after": String(RETRY_AFTER_S) });
		}
	});
}
