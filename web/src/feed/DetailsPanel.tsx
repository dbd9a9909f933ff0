import { X } from "lucide-preact";
import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import { Link } from "../shell/Link.tsx";
import { TaggedText, TagLinks } from "../tags/TaggedText.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { ago, shortCount } from "../ui/format.ts";
import { PersonName } from "../ui/PersonName.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { engagementOf, followingOf, setFollowing } from "./engagement.ts";
import * as feedWords from "./feed.words.ts";
import { LazyComments } from "./LazyComments.tsx";
import { actDuringImpression } from "./watching.ts";
import "./details-panel.css";

/** Beside the stage of a desktop: who made it, its words, and what others say. It slides; the clip plays on. */
export function DetailsPanel({ card, linked, onClose }: { card: VideoCard; linked: string | null; onClose(): void }) {
	const following = followingOf(card.user.id, card.user.following).value;
	const isOwn = account.value?.id === card.user.id;
	const { likeCount, commentCount } = engagementOf(card).value;
	return (
		<aside class="panel" aria-label={feedWords.detailsPanel()}>
			<header class="panel__creator">
				<Link href={`/@${card.user.username}`} class="panel__who" onClick={() => actDuringImpression(card.id, "profileVisited")}>
					<Avatar user={card.user} size={44} />
					<span>
						<strong>
							<PersonName user={card.user} />
						</strong>
						<span class="quiet">
							<bdi>@{card.user.username}</bdi> · {ago(card.createdAt, Date.now())}
						</span>
					</span>
				</Link>
				{!isOwn && (
					<button
						type="button"
						class={following ? "button button--small" : "button button--small button--primary"}
						aria-pressed={following}
						onClick={() => void setFollowing(card.user, !following, card.id)}
					>
						{following ? feedWords.following() : feedWords.follow()}
					</button>
				)}
				<button type="button" class="icon-button" aria-label={feedWords.closePanel()} onClick={onClose}>
					<X size={20} />
				</button>
			</header>
			<div class="panel__words">
				<p dir="auto">
					<TaggedText text={card.title} />
				</p>
				{card.description && card.description !== card.title && (
					<p dir="auto" class="quiet">
						<TaggedText text={card.description} />
					</p>
				)}
				{card.hashtags.length > 0 && (
					<p dir="auto" class="panel__tags">
						<TagLinks tags={card.hashtags} />
					</p>
				)}
				<p class="quiet numeric panel__counts">
					{uiWords.views({ count: card.viewCount })} · {uiWords.likes({ count: likeCount })}
				</p>
			</div>
			<h2 class="panel__title">
				{feedWords.comments()} <span class="quiet numeric">{shortCount(commentCount)}</span>
			</h2>
			<LazyComments key={card.id} videoId={card.id} creatorId={card.user.id} linked={linked} />
		</aside>
	);
}
