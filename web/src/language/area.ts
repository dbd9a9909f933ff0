import { signal } from "@preact/signals";
import { language } from "./language.ts";
import type { Language, OtherLanguage } from "./languages.ts";
import { type Given, type Text, write } from "./write.ts";

/** How words are fetched in the languages that are no part of the code: of one file or of several, each in the order they are declared in. */
export type Loads = Readonly<Record<OtherLanguage, () => Promise<{ default: readonly (readonly Text[])[] }>>>;

interface Area {
	loads: Loads;
	/** Which of the files that come together. */
	file: number;
	texts: Partial<Record<Language, readonly Text[] | undefined>>;
}

const areas = new Set<Area>();
/** Counted up when words come after they were wanted: what shows English meanwhile is drawn anew. */
const arrivals = signal(0);

async function fetchWords(area: Area, wanted: Language): Promise<void> {
	if (wanted === "en" || area.texts[wanted]) return;
	area.texts[wanted] = (await area.loads[wanted]()).default[area.file];
	if (language.peek() === wanted) arrivals.value++;
}

/** Fetches the words of all code that is loaded. Rejects when some can't be had. */
export const fetchAllWords = (wanted: Language): Promise<unknown> => Promise.all([...areas].map((area) => fetchWords(area, wanted)));

/** Resolves when the words of all loaded code are there in the language that is shown, or can't be had: then English stands in. */
export const wordsThere = (): Promise<unknown> => fetchAllWords(language.peek()).catch(() => undefined);

/**
 * What a file of words is compiled to (`web/catalogue.ts`): its English is part of the code, other languages are fetched.
 * @public asked for by compiled code alone
 */
export function area(loads: Loads, file: number): (at: number, english: Text) => (given?: Given) => string {
	const own: Area = { loads, file, texts: {} };
	areas.add(own);
	void wordsThere();
	return (at, english) => (given) => {
		const shown = language.value;
		// Read for what it causes: whoever shows these words follows.
		void arrivals.value;
		const text = own.texts[shown]?.[at];
		return text === undefined ? write(english, "en", given) : write(text, shown, given);
	};
}
