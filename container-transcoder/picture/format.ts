/** Formats that are read, by the bytes they begin with: whatever else sharp could open (SVG, PDF, TIFF, …) never comes to it. */
export type PictureFormat = "jpeg" | "png" | "webp" | "gif" | "avif";

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** @returns null for what is none of them */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
	if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === "PNG\r\n\x1a\n") return "png";
	if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
	if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return "gif";
	if (ascii(bytes, 4, 8) === "ftyp" && /avi[fs]/.test(ascii(bytes, 8, 32))) return "avif";
	return null;
}
