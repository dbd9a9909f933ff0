import type { INTERESTS } from "../../../contracts/interests.ts";
import * as interestsWords from "./interests.words.ts";

type Interest = (typeof INTERESTS)[number];

const NAMES: Readonly<Record<Interest, () => string>> = {
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

/** What an interest is called; one that this client doesn't know yet by its hashtag. */
export const interestName = (interest: string): string => (Object.hasOwn(NAMES, interest) ? NAMES[interest as Interest]() : interest);
