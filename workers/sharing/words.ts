/** How people's words stand in other programs' previews, and in markup. */

/** Signs that turn the direction of all that follows, and control characters: they reach out of the words they stand in. */
const REACHES_OUT = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** One line of at most so many signs as people count them, and no half of one. */
export function inOneLine(text: string, most: number): string {
	const line = text.replace(/\s+/g, " ").replace(REACHES_OUT, "").trim();
	const signs = Array.from(segmenter.segment(line), ({ segment }) => segment);
	return signs.length > most
		? `${signs
				.slice(0, most - 1)
				.join("")
				.trimEnd()}…`
		: line;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in HTML, also between quotes. `HTMLRewriter` writes attributes as they are, but for their double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
