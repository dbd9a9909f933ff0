import * as z from "zod";
import { PROFILE_LINK_LENGTH_MAX, PROFILE_LINKS_MAX } from "./limits.ts";
import { isSite } from "./site.ts";

const WRONG = {
	scheme: "A link begins with https://",
	credentials: "A link has no user name or password in it.",
	host: "A link leads to a site with a name, such as example.com.",
	unreadable: "This isn't an address that can be opened. Copy it from the browser's address bar.",
} as const;

/** What is wrong with an address that was typed; null when nothing is. */
function faultOf(text: string): string | null {
	// Parsers drop tabs and line ends in silence, and show nothing of what has no width.
	if (/[\s\p{C}\\]/u.test(text) || !URL.canParse(text)) return WRONG.unreadable;
	const { protocol, username, password, hostname } = new URL(text);
	if (protocol !== "https:") return WRONG.scheme;
	if (username !== "" || password !== "") return WRONG.credentials;
	return isSite(hostname) ? null : WRONG.host;
}

/**
 * An address on a profile. It is kept as URL parsers write it: a site's name that isn't ASCII then reads `xn--…`, so that letters of
 * another script can't pass for those of a known site.
 */
export const ProfileLink = z
	.string()
	.trim()
	.max(PROFILE_LINK_LENGTH_MAX, `A link has at most ${PROFILE_LINK_LENGTH_MAX} characters.`)
	.transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
	.superRefine((text, context) => {
		const message = faultOf(text);
		if (message !== null) context.addIssue({ code: "custom", message });
	})
	.transform((text) => (URL.canParse(text) ? new URL(text).href : text))
	.pipe(z.string().max(3 * PROFILE_LINK_LENGTH_MAX));

export const ProfileLinks = z
	.array(ProfileLink)
	.max(PROFILE_LINKS_MAX, `A profile has at most ${PROFILE_LINKS_MAX} links.`)
	.transform((links) => [...new Set(links)]);
