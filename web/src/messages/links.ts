/** A piece of what was written: a text, or an address that can be opened. */
export type Piece = { readonly text: string; readonly href: string | null };

/** Addresses as people write them: with their scheme, or beginning with www. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'`]+/giu;
/** What ends a sentence or closes a bracket ends no address. */
const TRAILING = /[.,;:!?…]+$/u;
const PAIRS = { ")": "(", "]": "[", "}": "{" } as const;

function trimmed(address: string): string {
	let text = address.replace(TRAILING, "");
	for (const [close, open] of Object.entries(PAIRS)) {
		// A bracket that was opened within belongs to the address, as Wikipedia's do.
		while (text.endsWith(close) && text.split(close).length > text.split(open).length) text = text.slice(0, -1).replace(TRAILING, "");
	}
	return text;
}

/** Nothing but the web's own schemes, and no name and password in front of a host that looks like another. */
function hrefOf(text: string): string | null {
	const written = /^https?:/i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(written)) return null;
	const { protocol, username, password, hostname, href } = new URL(written);
	const isSafe = (protocol === "https:" || protocol === "http:") && username === "" && password === "" && hostname.includes(".");
	return isSafe ? href : null;
}

/** What was written, cut where addresses begin and end. Joined again it is the same text. */
export function piecesOf(text: string): readonly Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const match of text.matchAll(ADDRESS)) {
		const address = trimmed(match[0]);
		const href = hrefOf(address);
		if (href === null) continue;
		if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
		pieces.push({ text: address, href });
		from = match.index + address.length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), href: null });
	return pieces;
}

const EMOJI_ALONE = /^(?:\p{RGI_Emoji}\s*){1,3}$/v;
/** One to three emojis and nothing else: they are shown large. */
export const isEmojiAlone = (text: string): boolean => EMOJI_ALONE.test(text.trim());
