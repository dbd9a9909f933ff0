/** What a file looks like by its first bytes. Only what the transcoder opens is let through; its probe tells the truth later. */
export type FileKind = { readonly video: true } | { readonly video: false; readonly looksLike: string };

/** So many bytes from the start decide. */
export const SIGNATURE_BYTES = 64;

const VIDEO: FileKind = { video: true };
const not = (looksLike: string): FileKind => ({ video: false, looksLike });

/** Box types that may open a QuickTime or ISO base media file (ISO/IEC 14496-12; QuickTime File Format). */
const OPENING_BOXES = new Set(["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp"]);
/** Major brands that say "not a video" (registered at mp4ra.org). */
const OTHER_BRANDS: Readonly<Record<string, string>> = {
	heic: "a picture (HEIC)",
	heix: "a picture (HEIC)",
	mif1: "a picture (HEIF)",
	avif: "a picture (AVIF)",
	"M4A ": "a sound file (M4A)",
	"M4B ": "an audio book (M4B)",
	"crx ": "a raw photo (CR3)",
};

/** File signatures by their first characters, Latin-1. */
const SIGNATURES: readonly (readonly [prefix: string, looksLike: string])[] = [
	["\x89PNG", "a picture (PNG)"],
	["\xff\xd8\xff", "a picture (JPEG)"],
	["GIF8", "a picture (GIF)"],
	["BM", "a picture (BMP)"],
	["ID3", "a sound file (MP3)"],
	["OggS", "an Ogg file"],
	["fLaC", "a sound file (FLAC)"],
	["FLV", "a Flash video (FLV)"],
	["%PDF", "a document (PDF)"],
	["PK\x03\x04", "an archive or office document"],
	["\x1f\x8b", "a compressed archive"],
	["Rar!", "a compressed archive"],
	["MZ", "a program"],
	["\x7fELF", "a program"],
	["#EXTM3U", "a playlist"],
	["ffconcat", "a list of files"],
];

/** Reads a file's kind from its first `SIGNATURE_BYTES` bytes, or fewer. */
export function fileKind(head: Uint8Array): FileKind {
	if (head.length === 0) return not("an empty file");
	const text = String.fromCharCode(...head.subarray(0, SIGNATURE_BYTES));
	const box = text.slice(4, 8);
	if (OPENING_BOXES.has(box)) {
		const other = box === "ftyp" ? OTHER_BRANDS[text.slice(8, 12)] : undefined;
		return other === undefined ? VIDEO : not(other);
	}
	// EBML: Matroska and WebM (RFC 9559).
	if (text.startsWith("\x1a\x45\xdf\xa3")) return VIDEO;
	if (text.startsWith("RIFF")) return not(riffKind(text.slice(8, 12)));
	const signature = SIGNATURES.find(([prefix]) => text.startsWith(prefix));
	if (signature !== undefined) return not(signature[1]);
	// An MPEG audio frame: eleven set bits, layer not reserved.
	if (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) return not("a sound file (MP3 or AAC)");
	if (isText(head)) return not("a text file");
	return not("something other than a video");
}

function riffKind(form: string): string {
	if (form === "WAVE") return "a sound file (WAV)";
	if (form === "WEBP") return "a picture (WebP)";
	return form === "AVI " ? "an AVI file" : "a RIFF file";
}

const isText = (head: Uint8Array): boolean => head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
