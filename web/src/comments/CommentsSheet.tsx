import type { VideoCard } from "../api/feeds.ts";
import { engagementOf } from "../feed/engagement.ts";
import * as feedWords from "../feed/feed.words.ts";
import { shortCount } from "../ui/format.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { Comments } from "./Comments.tsx";

/** The comments of a clip on a phone. */
export const CommentsSheet = ({ card, linked, onClose }: { card: VideoCard; linked: string | null; onClose(): void }) => (
	<Sheet title={feedWords.comments()} note={shortCount(engagementOf(card).value.commentCount)} size="tall" onClose={onClose}>
		<Comments videoId={card.id} creatorId={card.user.id} linked={linked} />
	</Sheet>
);
