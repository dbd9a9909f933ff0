import * as z from "zod";

/**
 * The protocol between the Worker and the transcoder about pictures people choose: `POST /pictures` with the file as its body and a
 * `PictureSpec` as its query answers the picture made anew, as WebP, with what `MadePictureHeaders` says in the headers; or 422 with
 * a `PictureRefusal`. A chosen file is never served itself: what is served was drawn by us, pixel by pixel, and says nothing of where
 * or when it was taken.
 */

/** Most pixels of one, width times height: what today's phones make, and no bomb. */
export const PICTURE_MAX_PIXELS = 64_000_000;
/** Least width and height, pixels. */
export const PICTURE_MIN_SIDE = 16;
/** The one type that is served. */
export const PICTURE_TYPE = "image/webp";

export const PictureSpec = z.object({
	/** `cover` fills the box and cuts off what stands out; `inside` fits into it, never enlarged. */
	fit: z.enum(["cover", "inside"]),
	width: z.coerce.number().int().min(16).max(4096),
	height: z.coerce.number().int().min(16).max(4096),
});
export type PictureSpec = z.infer<typeof PictureSpec>;

const PictureRefusalCode = z.enum(["not_a_picture", "damaged", "too_many_pixels", "too_small", "too_large"]);
/** Why a file gives no picture; `message` is for who chose it. */
export const PictureRefusal = z.object({ code: PictureRefusalCode, message: z.string() });
export type PictureRefusal = z.infer<typeof PictureRefusal>;

/** What is said of a picture that was made: pixels, and its blur-hash. */
export const MadePictureHeaders = z.object({
	"x-picture-width": z.coerce.number().int().positive(),
	"x-picture-height": z.coerce.number().int().positive(),
	"x-picture-blurhash": z.string().min(6).transform(decodeURIComponent),
	/** How likely it shows sexual content, 0 to 1; left out by a service without the model. */
	"x-picture-explicit": z.coerce.number().min(0).max(1).optional(),
});
