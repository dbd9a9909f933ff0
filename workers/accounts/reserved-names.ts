/** Names that would speak for the service or an office of it, that stand for nobody, or for a page of the client. */
const RESERVED = {
	service: "reelay reel official verified verify team staff crew employee company brand press news blog status store shop",
	offices:
		"admin administrator administration admins sysadmin superadmin root superuser sudo system sys operator operators ops desk mod mods moderator moderators moderation " +
		"support helpdesk help service customerservice care security safety trust trustandsafety abuse legal privacy compliance copyright dmca billing payments finance sales " +
		"marketing hr jobs careers ceo founder owner hostmaster webmaster postmaster mailerdaemon noreply donotreply contact",
	nobody:
		"host mailer info bot robot daemon nobody anonymous guest everyone here all someone user users username you me self myself undefined null none nil nan true false test tester example deleted deleteduser unknown",
	hosts:
		"www www1 www2 web app apps api apis graphql rest rpc cdn static assets media img images image video videos live stream streams mail email smtp imap pop ftp ssh dns ns ns1 ns2 mx proxy vpn git dev development staging prod production beta alpha demoapp sandbox internal localhost local metrics health openapi docs",
	pages:
		"home index feed foryou fyp following followers friends explore discover trending search tags tag hashtag hashtags sound sounds music upload uploads studio create new edit profile " +
		"settings setting preferences account accounts login logout signin signout signup register join onboarding interests password reset forgot recover confirm activate inbox " +
		"notifications messages message chat chats share embed oembed requests muted blocked avatars unsubscribe like likes liked saved favourites favorites bookmarks collection collections c history watch comment comments report reports terms tos rules " +
		"guidelines policy policies about faq imprint impressum cookies download downloads offline error errors v p u wellknown robots sitemap favicon manifest",
} as const;

/** Letters that pass for one another at a glance, each as one of them; what only separates goes. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
	"0": "o",
	"1": "i",
	l: "i",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	"8": "b",
	"9": "g",
};
const unseparated = (name: string): string => name.toLowerCase().replace(/[._]/g, "");
const folded = (name: string): string =>
	unseparated(name)
		.replace(/[0134579l8]/g, (letter) => LOOKS_LIKE[letter] ?? letter)
		.replaceAll("rn", "m")
		.replaceAll("vv", "w");

const wordsOf = (...lists: readonly string[]) => lists.flatMap((list) => list.split(" "));
const names = new Set(wordsOf(...Object.values(RESERVED)));
/** Only these are worth imitating: of the others a look-alike is a name like any other (Mali is no mail). */
const titles = new Set(wordsOf(RESERVED.service, RESERVED.offices).map(folded));
const BRAND = folded("reelay");

/** A name in several words speaks for the service when one of them is its name, or all are titles: `the_reelay_team`, `official.admin`. */
function isOffice(username: string): boolean {
	const words = username
		.split(/[._]+/)
		.filter((word) => /[a-z]/i.test(word))
		.map(folded);
	return words.some((word) => word === BRAND) || (words.length > 0 && words.every((word) => titles.has(word)));
}

/** Whether a user name is kept for the service; a title also when it is only made to look so: `adm1n`, `Re.e.lay_help`, `support_2`. */
export function isReserved(username: string): boolean {
	if (isOffice(username)) return true;
	const name = folded(username);
	const unnumbered = folded(username.replace(/[\d._]+$/, ""));
	return names.has(unseparated(username)) || titles.has(name) || titles.has(unnumbered) || name.startsWith(BRAND) || name.endsWith(BRAND);
}
