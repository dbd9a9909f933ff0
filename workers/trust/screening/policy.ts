import type { Restriction } from "../../../contracts/videos.ts";

/**
 * From what scores on which verdict follows: all of it stands here. Text goes to people and never takes anything down, pictures only
 * where several agree, and violence is looked at by no machine: reports and people carry it. Where it differs from
 * docs/product.md, docs/policies/screening.md says why.
 */
export interface Policy {
	/** Whatever changes below changes the version: it is kept with each verdict. */
	readonly version: string;
	/** By `porn` and `hentai` together, 0 to 1, and by how many frames must agree. */
	readonly explicit: {
		readonly block: Agreement;
		readonly review: Agreement;
		/** One frame alone is enough for a person to look. */
		readonly single: number;
	};
	/** By `sexy`. */
	readonly suggestive: Agreement & { readonly restriction: Exclude<Restriction, "none"> };
	/** Frames of blocked videos: bits of 256 that differ at most, and how many frames of one video must. */
	readonly known: { readonly block: Likeness; readonly review: Likeness };
	/** A single picture (an avatar, a photo in a message) that is refused: whoever chose it is asked for another. */
	readonly picture: number;
}

interface Agreement {
	readonly score: number;
	readonly frames: number;
}
interface Likeness {
	readonly bits: number;
	readonly frames: number;
}

const EVERYWHERE: Policy = {
	version: "2026-11-30",
	explicit: { block: { score: 0.9, frames: 3 }, review: { score: 0.7, frames: 2 }, single: 0.9 },
	suggestive: { score: 0.85, frames: 4, restriction: "no_recommend" },
	known: { block: { bits: 40, frames: 3 }, review: { bits: 60, frames: 2 } },
	picture: 0.85,
};

/** Where the law of a country asks for more. */
const BY_COUNTRY: Readonly<Record<string, Partial<Policy>>> = {
	// Jugendmedienschutz-Staatsvertrag, § 5: what may harm the young is to be kept from them.
	DE: { suggestive: { ...EVERYWHERE.suggestive, restriction: "age" } },
};

/** What holds for what was uploaded in a country. @param country two letters; null when unknown */
export const policyFor = (country: string | null): Policy => ({ ...EVERYWHERE, ...(country === null ? {} : BY_COUNTRY[country]) });
