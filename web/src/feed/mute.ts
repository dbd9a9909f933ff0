import { hashtagKey } from "../../../contracts/words.ts";
import * as feeds from "../api/feeds.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import type { FeedList } from "./feedList.ts";
import * as sheetsWords from "./sheets.words.ts";

type Scope = feeds.NotInterestedScope;

/** What a mute said at `card` keeps out. */
function mutedWith(card: feeds.VideoCard, scope: Scope): (other: feeds.VideoCard) => boolean {
	const [topic] = card.hashtags.map(hashtagKey);
	return (other) =>
		other.id === card.id ||
		(scope === "creator" && other.user.id === card.user.id) ||
		(scope === "topic" && topic !== undefined && other.hashtags.some((tag) => hashtagKey(tag) === topic)) ||
		(scope === "sound" && card.musicId !== null && other.musicId === card.musicId);
}

function words(card: feeds.VideoCard, scope: Scope): string {
	if (scope === "creator") return sheetsWords.nameMuted({ displayName: card.user.displayName });
	if (scope === "topic") return sheetsWords.tagMuted({ topic: String(card.hashtags[0]) });
	return scope === "sound" ? sheetsWords.soundMuted() : sheetsWords.seeLess();
}

/** Says that the like of `card` is not wanted and takes it off the stage at once; undone when the server refuses, or when asked. */
export async function mute(list: FeedList, card: feeds.VideoCard, scope: Scope): Promise<void> {
	const restore = list.remove(mutedWith(card, scope));
	const undo = async (): Promise<void> => {
		restore();
		try {
			await feeds.notInterested(card.id, scope, true);
		} catch (error) {
			list.remove(mutedWith(card, scope));
			tellFault(error, () => void undo());
		}
	};
	try {
		await feeds.notInterested(card.id, scope);
		tell(words(card, scope), { label: uiWords.undo(), run: () => void undo() });
	} catch (error) {
		restore();
		tellFault(error, () => void mute(list, card, scope));
	}
	void list.topUp();
}
