import { CLAIM_LINKS_MOST } from "../../../contracts/limits.ts";
import * as claimsWords from "./claims.words.ts";

export interface Links {
	readonly links: string[];
	/** What is wrong with them, in words. */
	readonly fault: string | null;
}

/** Addresses of the web, one per line; empty lines don't count. */
export function linksIn(text: string): Links {
	const links = text
		.split(/\s+/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const bad = links.find((link) => !isOfTheWeb(link));
	if (bad !== undefined) return { links, fault: claimsWords.badLink({ link: bad }) };
	return { links, fault: links.length > CLAIM_LINKS_MOST ? claimsWords.tooManyLinks({ most: CLAIM_LINKS_MOST }) : null };
}

function isOfTheWeb(link: string): boolean {
	try {
		return /^https?:$/.test(new URL(link).protocol);
	} catch {
		return false;
	}
}
