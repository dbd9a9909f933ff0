/** Endings under which people write addresses without a scheme; any ending counts after `www.` or a scheme. */
const ENDINGS =
	"com|net|org|io|app|dev|me|co|tv|gg|ly|info|biz|xyz|site|online|shop|link|live|club|top|de|uk|fr|es|it|nl|pl|ru|cn|jp|in|br|us|eu|be|to|ai";
/** Labels of at most 63 signs (RFC 1035), of which the last ten are looked at: without bounds each sign of a long text would begin a search to its end. */
const HOST = "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,10}";
/** An address as people write it: with a scheme, with `www.`, or a host that ends like one. The sentence's own stop is no part of it. */
const LINK = new RegExp(
	`(?<![\\p{L}\\p{N}@])(?:[a-z][a-z0-9+.-]{0,30}:\\/\\/[^\\s<>"]+|www\\.[^\\s<>"]+|${HOST}(?:${ENDINGS})(?![\\p{L}\\p{N}])(?::\\d+)?(?:[/?#][^\\s<>"]*)?)`,
	"giu",
);

/** Whether a text has an address in it: a stranger's message may not. */
export const hasLink = (text: string): boolean =>
	text
		.normalize("NFKC")
		.replace(/\p{Default_Ignorable_Code_Point}/gu, "")
		.search(LINK) >= 0;
