import { effect, type Signal, signal } from "@preact/signals";
import { account, requireAccount } from "../account/session.ts";
import * as hashtags from "../api/hashtags.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as tagsWords from "./tags.words.ts";

const byTag = new Map<string, Signal<boolean>>();

/** Whether the viewer follows a hashtag, the same wherever it is shown; `initially` serves until it is known better. */
export function followsTag(tag: string, initially: boolean): Signal<boolean> {
	const known = byTag.get(tag) ?? signal(initially);
	byTag.set(tag, known);
	return known;
}

/** What the server told last; what was pressed meanwhile is on its way. */
export const learnFollows = (tag: string, follows: boolean): void => {
	followsTag(tag, follows).value = follows;
};

let ofAccount = account.peek()?.id;
effect(() => {
	// Another account looks now.
	if (account.value?.id !== ofAccount) byTag.clear();
	ofAccount = account.value?.id;
});

/** Follows at once on screen; undone, and told, when the server refuses. */
export async function setFollowsTag(tag: string, follows: boolean): Promise<void> {
	if (!requireAccount(tagsWords.joinToFollowTags(), () => setFollowsTag(tag, follows))) return;
	const state = followsTag(tag, false);
	const before = state.value;
	state.value = follows;
	try {
		state.value = (await (follows ? hashtags.followHashtag(tag) : hashtags.unfollowHashtag(tag))).followed;
		if (!follows) tell(tagsWords.followsNoMore({ tag }), { label: uiWords.undo(), run: () => void setFollowsTag(tag, true) });
	} catch (error) {
		state.value = before;
		tellFault(error, () => void setFollowsTag(tag, follows));
	}
}
