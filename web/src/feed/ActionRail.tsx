import { Bookmark, Check, Ellipsis, Heart, MessageCircle, Plus, Share2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { shortCount } from "../ui/format.ts";
import { RollingCount } from "../ui/RollingCount.tsx";
import { engagementOf, followingOf, setFollowing, setLiked, setSaved } from "./engagement.ts";
import * as feedWords from "./feed.words.ts";
import { actDuringImpression } from "./watching.ts";
import "./action-rail.css";

interface ActionProps {
	label: string;
	onClick(): void;
	pressed?: boolean;
	count?: number;
	children: ComponentChildren;
}

function Action({ label, onClick, pressed, count, children }: ActionProps) {
	return (
		<button type="button" class={pressed ? "action action--on" : "action"} aria-label={label} aria-pressed={pressed} onClick={onClick}>
			<span class="action__icon">{children}</span>
			{count !== undefined && <RollingCount value={count} />}
		</button>
	);
}

function Creator({ card }: { card: VideoCard }) {
	const { user } = card;
	const following = followingOf(user.id, user.following).value;
	const isOwn = account.value?.id === user.id;
	return (
		<div class="action-creator">
			<Link
				href={`/@${user.username}`}
				aria-label={feedWords.profileOf({ displayName: user.displayName })}
				onClick={() => actDuringImpression(card.id, "profileVisited")}
			>
				<Avatar user={user} size={48} />
			</Link>
			{!isOwn && (
				<button
					type="button"
					class={following ? "follow-dot follow-dot--done" : "follow-dot"}
					aria-label={
						following ? feedWords.followingName({ displayName: user.displayName }) : feedWords.followName({ displayName: user.displayName })
					}
					aria-pressed={following}
					onClick={() => void setFollowing(user, !following, card.id)}
				>
					<span>{following ? <Check size={14} strokeWidth={3.2} /> : <Plus size={14} strokeWidth={3.2} />}</span>
				</button>
			)}
		</div>
	);
}

/** What one can do with a clip, within the thumb's arc. */
export function ActionRail({
	card,
	onComments,
	onShare,
	onMore,
}: {
	card: VideoCard;
	onComments(): void;
	onShare(): void;
	onMore(): void;
}) {
	const { liked, saved, likeCount, commentCount, shareCount } = engagementOf(card).value;
	return (
		<div class="actions">
			<Creator card={card} />
			<Action
				label={feedWords.likeCounted({ count: likeCount })}
				pressed={liked}
				count={likeCount}
				onClick={() => void setLiked(card, !liked)}
			>
				<Heart size={30} fill={liked ? "currentColor" : "rgb(255 255 255 / 0.12)"} />
			</Action>
			<Action label={feedWords.commentsCounted({ commentCount: shortCount(commentCount) })} count={commentCount} onClick={onComments}>
				<MessageCircle size={29} fill="rgb(255 255 255 / 0.12)" />
			</Action>
			<Action label={feedWords.favourite()} pressed={saved} onClick={() => void setSaved(card, !saved)}>
				<Bookmark size={28} fill={saved ? "currentColor" : "rgb(255 255 255 / 0.12)"} />
			</Action>
			<Action label={feedWords.shareCounted({ count: shareCount })} count={shareCount} onClick={onShare}>
				<Share2 size={28} />
			</Action>
			<Action label={feedWords.more()} onClick={onMore}>
				<Ellipsis size={28} />
			</Action>
		</div>
	);
}
