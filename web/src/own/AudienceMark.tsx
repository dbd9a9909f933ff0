import { Lock, Users } from "lucide-preact";
import type { Visibility } from "../api/videos.ts";
import * as feedWords from "../feed/feed.words.ts";

/** Says that not everyone can see a video; nothing where everyone can. */
export function AudienceMark({ visibility, size = 14 }: { visibility: Visibility; size?: number }) {
	if (visibility === "public") return null;
	const words = visibility === "private" ? feedWords.onlyYouSee() : feedWords.onlyFollowersSee();
	return (
		<span class="audience-mark" title={words}>
			{visibility === "private" ? <Lock size={size} aria-hidden="true" /> : <Users size={size} aria-hidden="true" />}
			<span class="visually-hidden">{words}</span>
		</span>
	);
}
