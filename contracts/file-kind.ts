/**
 * What a file looks like by its first bytes: the client looks before a byte is sent, the Worker before a job is begun. Only what
 * the transcoder opens is let through; its probe tells the truth later.
 */
export type FileKind = { readonly video: true } | { readonly video: false; readonly looksLike: string };

/** This many bytes from the start decide: three packets of an MPEG transport stream, whose only mark is where they begin. */
export const SIGNATURE_BYTES = 600;

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
	["7z\xbc\xaf", "a compressed archive"],
	["II*\0", "a picture (TIFF or raw)"],
	["MM\0*", "a picture (TIFF or raw)"],
	["8BPS", "a picture (Photoshop)"],
	["FORM", "a sound file (AIFF)"],
	["#!AMR", "a sound file (AMR)"],
	["MThd", "a sound file (MIDI)"],
	["\x30\x26\xb2\x75", "a Windows Media file (WMV)"],
	["\0\0\x01\xba", "an MPEG program stream (MPG)"],
	["\0\0\x01\xb3", "an MPEG video (MPG)"],
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
	if (TS_PACKETS.some(({ at, every }) => isTransportStream(head, at, every))) return not("an MPEG transport stream (TS)");
	if (isText(head)) return not("a text file");
	// An MPEG audio frame: eleven set bits, layer not reserved.
	if (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) return not("a sound file (MP3 or AAC)");
	return not("something other than a video");
}

function riffKind(form: string): string {
	if (form === "WAVE") return "a sound file (WAV)";
	if (form === "WEBP") return "a picture (WebP)";
	return form === "AVI " ? "an AVI file" : "a RIFF file";
}

/** Packets of MPEG-2 transport streams begin with this byte: plain ones (ISO/IEC 13818-1), and those of cameras with a time before each. */
const TS_SYNC = 0x47;
const TS_PACKETS = [
	{ at: 0, every: 188 },
	{ at: 4, every: 192 },
];
const isTransportStream = (head: Uint8Array, at: number, every: number): boolean =>
	head[at] === TS_SYNC && head[at + every] === TS_SYNC && head[at + 2 * every] === TS_SYNC;

/** Control characters that a text may have: tab, line feed, form feed and carriage return. */
const TEXT_CONTROLS = "\t\n\f\r";
const isControl = (character: string): boolean => (character < " " || character === "\x7f") && !TEXT_CONTROLS.includes(character);

/** UTF-8 or UTF-16 without control characters; the last character may be cut off. */
function isText(head: Uint8Array): boolean {
	const [first, second] = head;
	const utf16 = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
	try {
		const text = new TextDecoder(utf16 ?? "utf-8", { fatal: true, ignoreBOM: false }).decode(head, { stream: true });
		return ![...text].some(isControl);
	} catch {
		return false;
	}
}
