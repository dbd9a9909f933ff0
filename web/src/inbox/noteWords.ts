import type { Notification } from "../api/notifications.ts";
import { language } from "../language/language.ts";
import * as inboxWords from "./inbox.words.ts";

/** `count` people, named in `people`. */
interface Told {
	count: number;
	people: string;
}
type Sentence = (given: Told & { quote: string }) => string;

/** Of a video without a title there is no quote. */
const ofVideo =
	(titled: Sentence, untitled: (given: Told) => string): Sentence =>
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

function peopleOf({ actors, actorCount }: Notification): string {
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
export function noteWords(note: Notification): string {
	const sentence = SENTENCES[note.type];
	const people = peopleOf(note);
	const quote = /“.*”/s.exec(note.text)?.[0] ?? "";
	if (language.value !== "en" && note.type === "video_ready" && /^“.*” is up\.$/s.test(note.text)) return inboxWords.isUp({ quote });
	const needsQuote = /comment|reply|mention/.test(note.type);
	if (language.value === "en" || !sentence || people === "" || (needsQuote && quote === "")) return note.text;
	return sentence({ count: Math.max(1, note.actorCount), people, quote });
}
