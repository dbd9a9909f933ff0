import { type Signal, signal } from "@preact/signals";
import { account, requireAccount } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import * as social from "../api/social.ts";
import * as shellWords from "../shell/shell.words.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as feedWords from "./feed.words.ts";
import { actDuringImpression } from "./watching.ts";

export interface Engagement {
	liked: boolean;
	saved: boolean;
	likeCount: number;
	commentCount: number;
	shareCount: number;
}
const byVideo = new Map<string, Signal<Engagement>>();
const followed = new Map<string, Signal<boolean>>();
const asked = new Map<string, Signal<boolean>>();

/** What the viewer did to a video and how others did, the same wherever it is shown. */
export function engagementOf({ id, liked, saved, likeCount, commentCount, shareCount }: VideoCard): Signal<Engagement> {
	const known = byVideo.get(id) ?? signal({ liked, saved, likeCount, commentCount, shareCount });
	byVideo.set(id, known);
	return known;
}
/** Whether the viewer follows a user; `initially` serves until it is known better. */
export function followingOf(userId: string, initially: boolean): Signal<boolean> {
	const known = followed.get(userId) ?? signal(initially);
	followed.set(userId, known);
	return known;
}
/** Whether the viewer asked to follow a private account, and waits for its answer; `initially` serves until it is known better. */
export function requestedOf(userId: string, initially: boolean): Signal<boolean> {
	const known = asked.get(userId) ?? signal(initially);
	asked.set(userId, known);
	return known;
}
/** Forgets all: another account looks now. */
export function forgetEngagement(): void {
	byVideo.clear();
	followed.clear();
	asked.clear();
}

/** Likes at once on screen; undone, and told, when the server refuses. */
export async function setLiked(card: VideoCard, liked: boolean): Promise<void> {
	if (!requireAccount(shellWords.joinToLike(), () => setLiked(card, liked))) return;
	const state = engagementOf(card);
	const before = state.value;
	if (before.liked === liked) return;
	state.value = { ...before, liked, likeCount: Math.max(0, before.likeCount + (liked ? 1 : -1)) };
	actDuringImpression(card.id, "liked", liked);
	try {
		const answer = await (liked ? social.like(card.id) : social.unlike(card.id));
		if (state.value.liked === liked) state.value = { ...state.value, likeCount: answer.likeCount };
	} catch (error) {
		state.value = { ...state.value, liked: before.liked, likeCount: before.likeCount };
		actDuringImpression(card.id, "liked", before.liked);
		tellFault(error, () => void setLiked(card, liked));
	}
}

/** Keeps among the favourites at once on screen; undone, and told, when the server refuses. */
export async function setSaved(card: VideoCard, saved: boolean): Promise<void> {
	if (!requireAccount(shellWords.joinToKeep(), () => setSaved(card, saved))) return;
	const state = engagementOf(card);
	const before = state.value.saved;
	if (before === saved) return;
	const show = (now: boolean) => {
		state.value = { ...state.value, saved: now };
		actDuringImpression(card.id, "saved", now);
	};
	show(saved);
	try {
		await (saved ? social.save(card.id) : social.unsave(card.id));
		tell(saved ? feedWords.kept() : feedWords.unkept());
	} catch (error) {
		if (state.value.saved === saved) show(before);
		tellFault(error, () => void setSaved(card, saved));
	}
}

interface Followed {
	id: string;
	following?: boolean;
	/** Of a private account following is asked for. */
	isPrivate?: boolean;
	displayName?: string;
}

const askedWords = (displayName: string | undefined): string =>
	displayName === undefined ? feedWords.askedThem() : feedWords.askedToFollow({ displayName });

/** Follows, or asks to, at once on screen, and takes either back; undone, and told, when the server refuses. */
export async function setFollowing(user: Followed, following: boolean, videoId?: string): Promise<void> {
	if (!requireAccount(shellWords.joinToFollow(), () => setFollowing(user, following, videoId)) || user.id === account.value?.id) return;
	const state = followingOf(user.id, user.following ?? false);
	const request = requestedOf(user.id, false);
	const before = state.value;
	const beforeAsked = request.value;
	const asks = following && user.isPrivate === true && !before;
	state.value = following && !asks;
	request.value = asks;
	if (videoId) actDuringImpression(videoId, "followed", following);
	try {
		const answer = await (following ? social.follow(user.id) : social.unfollow(user.id));
		state.value = answer.following;
		request.value = answer.requested;
		if (answer.requested) tell(askedWords(user.displayName));
	} catch (error) {
		state.value = before;
		request.value = beforeAsked;
		if (videoId) actDuringImpression(videoId, "followed", before);
		tellFault(error, () => void setFollowing(user, following, videoId));
	}
}

export function countComments(videoId: string, commentCount: number, mine: boolean): void {
	const state = byVideo.get(videoId);
	if (state) state.value = { ...state.value, commentCount };
	if (mine) actDuringImpression(videoId, "commented");
}
