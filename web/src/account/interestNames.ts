import type { INTERESTS } from "../../../contracts/interests.ts";
import * as interestsWords from "./interests.words.ts";

/** What the interests are called. */
export const INTEREST_NAMES: Readonly<Record<(typeof INTERESTS)[number], () => string>> = {
	music: interestsWords.music,
	dance: interestsWords.dance,
	comedy: interestsWords.comedy,
	cooking: interestsWords.cooking,
	travel: interestsWords.travel,
	nature: interestsWords.nature,
	animals: interestsWords.animals,
	sports: interestsWords.sports,
	gaming: interestsWords.gaming,
	tech: interestsWords.tech,
	art: interestsWords.art,
	fashion: interestsWords.fashion,
	science: interestsWords.science,
	fitness: interestsWords.fitness,
	diy: interestsWords.diy,
	space: interestsWords.space,
};
