import type { Notification } from "../api/notifications.ts";
import { language } from "../language/language.ts";
import * as inboxWords from "./inbox.words.ts";

/** `count` people, named in `people`. */
interface Given {
	count: number;
	people: string;
}
type Sentence = (given: Given & { quote: string }) => string;

/** Of a video without a title there is no quote. */
const ofVideo =
	(titled: Sentence, untitled: (given: Given) => string): Sentence =>
	(given) =>
		given.quote === "" ? untitled(given) : titled(given);

/** What people did, by type. The rest is told in the server's sentence. */
const SENTENCES: Partial<Record<Notification["type"], Sentence>> = {
	follow: inboxWords.follow,
	request: inboxWords.request,
	accept: inboxWords.accept,
	like: ofVideo(inboxWords.liked, inboxWords.likedVideo),
	repost: ofVideo(inboxWords.reposted, inboxWords.repostedVideo),
	comment: inboxWords.comment,
	reply: inboxWords.reply,
	mention: inboxWords.mention,
	comment_like: inboxWords.commentLike,
};

/** What the server tells of one's own: each sentence of its, and ours for it. */
const NEWS: readonly (readonly [RegExp, (quote: string, number: string) => string])[] = [
	[/^(?:Your video )?(“.*”|Your video) is up\.$/s, (video) => inboxWords.isUp({ quote: video })],
	[/^(?:Your video )?(“.*”|Your video) is up, without its sound: .*/s, (video) => inboxWords.upWithoutSound({ video })],
	[/^(“.*”|Your video) could not be published\. /s, (video) => inboxWords.notPublished({ video })],
	[/^(“.*”|Your video) has reached ([\d,]+) views\.$/s, (video, count) => inboxWords.milestoneViews({ video, count })],
	[/^(“.*”|Your video) has reached ([\d,]+) likes\.$/s, (video, count) => inboxWords.milestoneLikes({ video, count })],
	[/^()You have ([\d,]+) followers now\.$/, (_, count) => inboxWords.milestoneFollowers({ count })],
	[/^(“.*”|Your video) is spreading fast: /s, (video) => inboxWords.spreading({ video })],
	[/^(“.*”|Your video) can't be shown: it breaks the rules\. /s, (video) => inboxWords.blocked({ video })],
	[/^(“.*”|Your video) is being looked at by a person\. /s, (video) => inboxWords.looked({ video })],
	[/^Your password was changed\.$/, () => inboxWords.passwordChanged()],
	[/^The copy of your data is ready\. /, () => inboxWords.copyReady()],
	[/^The copy of your data could not be made\. /, () => inboxWords.copyFailed()],
	[/^Your e-mail address was changed\.$/, () => inboxWords.emailChanged()],
];

/** What a message's sender did, by the server's words of it. */
const MESSAGES: readonly (readonly [RegExp, (people: string, text: string) => string])[] = [
	[/^sent you a message request()()$/, (people) => inboxWords.messageRequest({ people })],
	[/^asks you into a group()()$/, (people) => inboxWords.groupRequest({ people })],
	[/^sent a photo(?: in (“.*”))?()$/s, (people) => inboxWords.sentPhoto({ people })],
	[/^sent a voice note(?: in (“.*”))?()$/s, (people) => inboxWords.sentVoice({ people })],
	[/^sent a video(?: in (“.*”))?()$/s, (people) => inboxWords.sentVideo({ people })],
	[/^wrote(?: in (“.*?”))?: (.*)$/s, (people, text) => inboxWords.messageWrote({ people, text })],
];

/** `@mia wrote in “Hike”: See you` in the language that is shown. */
function messageWords(text: string): string | undefined {
	const [, people, did] = /^(@\S+) (.*)$/s.exec(text) ?? [];
	if (people === undefined || did === undefined) return undefined;
	for (const [pattern, words] of MESSAGES) {
		const found = pattern.exec(did);
		if (found === null) continue;
		const [, group = "", written = ""] = found;
		return `${group === "" ? "" : `${group} · `}${words(people, written)}`;
	}
	return undefined;
}

/** What is told of. */
export type Told = Pick<Notification, "type" | "text" | "actorCount"> & { readonly actors: readonly { readonly username: string }[] };

/** The server's sentence in the language that is shown; undefined for one that is not known. */
function newsWords(text: string): string | undefined {
	for (const [pattern, words] of NEWS) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const [, video = "", count = ""] = found;
		const number = count === "" ? "" : new Intl.NumberFormat(language.value).format(Number(count.replaceAll(",", "")));
		return words(video === "Your video" ? inboxWords.yourVideo() : video, number);
	}
	return undefined;
}

function peopleOf({ actors, actorCount }: Told): string {
	const [first, second] = actors.map(({ username }) => `@${username}`);
	if (first === undefined) return "";
	if (actorCount <= 1) return first;
	return actorCount === 2 && second !== undefined
		? inboxWords.twoPeople({ first, second })
		: inboxWords.andOthers({ first, count: actorCount - 1 });
}

/**
 * What happened, in the language that is shown: made of the type, the people, and what the server's sentence quotes. Whatever it can't be made of is
 * told as the server says it, in English.
 */
export function noteWords(note: Told): string {
	if (language.value === "en") return note.text;
	if (note.type === "message") return messageWords(note.text) ?? note.text;
	const sentence = SENTENCES[note.type];
	const people = peopleOf(note);
	const quote = /“.*”/s.exec(note.text)?.[0] ?? "";
	const needsQuote = /comment|reply|mention/.test(note.type);
	if (!sentence || people === "" || (needsQuote && quote === "")) return newsWords(note.text) ?? note.text;
	return sentence({ count: Math.max(1, note.actorCount), people, quote });
}
