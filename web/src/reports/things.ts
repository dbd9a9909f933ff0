import type { Comment } from "../api/comments.ts";
import * as feeds from "../api/feeds.ts";
import { sendReport } from "../api/reports.ts";
import type { UserProfile } from "../api/social.ts";
import type { Sound } from "../api/sounds.ts";
import type { FeedList } from "../feed/feedList.ts";
import { hideComment } from "./hiddenComments.ts";
import { reporting } from "./reporting.ts";

/** Opens the report sheet for a video; reported, it leaves the stage and does not come back. */
export function reportVideo(card: feeds.VideoCard, list: FeedList): void {
	reporting.value = {
		kind: "video",
		person: card.user,
		send: (reason, note) => sendReport({ kind: "video", videoId: card.id }, reason, note),
		hide: () => {
			list.remove(({ id }) => id === card.id);
			void list.topUp();
			// The report stands without it: at worst the feed brings it once more.
			feeds.notInterested(card.id, "video").catch(() => undefined);
		},
	};
}

export function reportComment({ id: commentId, videoId, user }: Comment): void {
	reporting.value = {
		kind: "comment",
		person: user,
		send: (reason, note) => sendReport({ kind: "comment", videoId, commentId }, reason, note),
		hide: () => hideComment(commentId),
	};
}

export function reportProfile(user: UserProfile, onLeft: () => void): void {
	reporting.value = {
		kind: "profile",
		person: user,
		send: (reason, note) => sendReport({ kind: "profile", userId: user.id }, reason, note),
		onLeft,
	};
}

export function reportSound({ id: soundId, creator }: Sound): void {
	reporting.value = {
		kind: "sound",
		person: creator,
		send: (reason, note) => sendReport({ kind: "sound", soundId }, reason, note),
	};
}
