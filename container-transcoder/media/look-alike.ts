/** Says what a file that is no video seems to be, by its first bytes; null when they tell nothing. */
export function looksLike(head: Uint8Array): string | null {
	const latin = Buffer.from(head.subarray(0, 64)).toString("latin1");
	if (head.length === 0) return "an empty file";
	for (const [start, name] of SIGNATURES) if (latin.startsWith(start)) return name;
	if (latin.startsWith("RIFF"))
		return latin.slice(8, 12) === "WAVE" ? "a sound file" : latin.slice(8, 12) === "WEBP" ? "a picture" : "an AVI video";
	if (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) return "a sound file";
	if (/^ftyp(M4A|M4B)/.test(latin.slice(4))) return "a sound file";
	if (/^ftyp(heic|heix|mif1|avif)/.test(latin.slice(4))) return "a picture";
	const text = head.length > 0 && head.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127));
	return text ? "a text file" : null;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
	["\x89PNG", "a PNG picture"],
	["\xff\xd8\xff", "a JPEG picture"],
	["GIF8", "a GIF picture"],
	["BM", "a BMP picture"],
	["ID3", "a sound file"],
	["fLaC", "a sound file"],
	["OggS", "an Ogg file"],
	["%PDF", "a PDF document"],
	["PK\x03\x04", "a ZIP archive or office document"],
	["\x1f\x8b", "a compressed archive"],
	["\x7fELF", "a program"],
	["MZ", "a program"],
	["FLV", "a Flash video"],
	["#EXTM3U", "a playlist"],
	["ffconcat", "a playlist"],
	["<?xml", "a text file"],
	["<svg", "an SVG picture"],
];
