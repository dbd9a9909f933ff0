import { Globe, Lock, Users } from "lucide-preact";
import type { Visibility } from "../api/videos.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as ownWords from "./own.words.ts";

/** Who a video is for, as it is said everywhere. */
export const AUDIENCES: readonly { readonly value: Visibility; readonly label: () => string; readonly icon: typeof Globe }[] = [
	{ value: "public", label: commentsWords.everyone, icon: Globe },
	{ value: "followers", label: commentsWords.followers, icon: Users },
	{ value: "private", label: ownWords.onlyYou, icon: Lock },
];

/** The same as a sentence about a video that is up. */
export const AUDIENCE_SENTENCES: Readonly<Record<Visibility, () => string>> = {
	public: ownWords.audienceEveryone,
	followers: ownWords.audienceFollowers,
	private: ownWords.audienceYou,
};
