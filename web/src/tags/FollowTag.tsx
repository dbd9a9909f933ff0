import * as feedWords from "../feed/feed.words.ts";
import { followsTag, setFollowsTag } from "./follows.ts";
import * as tagsWords from "./tags.words.ts";

/** Follows a hashtag, or takes that back. */
export function FollowTag({ tag, initially, isSmall = false }: { tag: string; initially: boolean; isSmall?: boolean }) {
	const follows = followsTag(tag, initially).value;
	return (
		<button
			type="button"
			class={`button${isSmall ? " button--small" : ""}${follows ? "" : " button--primary"}`}
			aria-label={follows ? tagsWords.followingTag({ tag }) : tagsWords.followTag({ tag })}
			aria-pressed={follows}
			onClick={() => void setFollowsTag(tag, !follows)}
		>
			{follows ? feedWords.following() : feedWords.follow()}
		</button>
	);
}
