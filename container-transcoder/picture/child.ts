import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { PICTURE_MAX_PIXELS, PICTURE_MIN_SIDE, type PictureRefusal, PictureSpec } from "../../contracts/pictures.ts";
import { blurhashOfPicture } from "../artwork/cover.ts";
import { pictureFormat } from "./format.ts";

/**
 * Draws one picture anew: a process of its own, because what it reads was made by strangers. Arguments: the file, then a `PictureSpec` as
 * JSON. Writes a line of JSON (`MadeLine`), and after it the picture.
 */

const QUALITY = 84;
/** Decoding and encoding together, seconds. */
const PATIENCE_S = 20;

/** What becomes of the file, in the first line. */
export type MadeLine =
	| { readonly width: number; readonly height: number; readonly blurhash: string }
	| { readonly refused: PictureRefusal };

const REFUSALS = {
	not_a_picture: "This file isn't a picture we can read. Choose a JPEG, PNG, WebP, GIF or AVIF.",
	damaged: "This picture is damaged or incomplete. Export it again, or choose another.",
	too_many_pixels: `This picture has more than ${PICTURE_MAX_PIXELS / 1_000_000} million pixels. Make it smaller and choose it again.`,
	too_small: `This picture is smaller than ${PICTURE_MIN_SIDE} × ${PICTURE_MIN_SIDE} pixels. Choose a larger one.`,
} as const;
const refusal = (code: keyof typeof REFUSALS): MadeLine => ({ refused: { code, message: REFUSALS[code] } });

async function remake(file: Buffer, spec: PictureSpec): Promise<[MadeLine, Buffer | null]> {
	if (pictureFormat(file) === null) return [refusal("not_a_picture"), null];
	// Bounds are checked by what the header says, before any pixel is decoded; the decoder is held to them as well.
	const options = { limitInputPixels: PICTURE_MAX_PIXELS, failOn: "error", sequentialRead: true, pages: 1 } as const;
	try {
		const { width = 0, height = 0 } = await sharp(file, { ...options, limitInputPixels: false }).metadata();
		if (width * height > PICTURE_MAX_PIXELS) return [refusal("too_many_pixels"), null];
		if (Math.min(width, height) < PICTURE_MIN_SIDE) return [refusal("too_small"), null];
		// Upright, in the colours of screens, and without what the camera wrote beside the pixels: nothing is kept unless asked for.
		const { data, info } = await sharp(file, options)
			.autoOrient()
			.resize({ ...spec, withoutEnlargement: spec.fit === "inside" })
			.flatten({ background: "#ffffff" })
			.toColourspace("srgb")
			.webp({ quality: QUALITY, effort: 4 })
			.timeout({ seconds: PATIENCE_S })
			.toBuffer({ resolveWithObject: true });
		return [{ width: info.width, height: info.height, blurhash: await blurhashOfPicture(data) }, data];
	} catch {
		return [refusal("damaged"), null];
	}
}

const [path = "", spec = ""] = process.argv.slice(2);
sharp.concurrency(1);
const [line, picture] = await remake(await readFile(path), PictureSpec.parse(JSON.parse(spec)));
process.stdout.write(`${JSON.stringify(line)}\n`);
if (picture !== null) process.stdout.write(picture);
