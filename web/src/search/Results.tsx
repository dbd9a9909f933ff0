import { Hash, Music2, Play } from "lucide-preact";
import type { VideoCard } from "../api/feeds.ts";
import type { SearchedUser, SearchPage } from "../api/search.ts";
import * as feedWords from "../feed/feed.words.ts";
import { Link } from "../shell/Link.tsx";
import { Blurhash } from "../ui/Blurhash.tsx";
import { shortCount } from "../ui/format.ts";
import { Picture } from "../ui/Picture.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as searchWords from "./search.words.ts";
import { searchAddress } from "./searchAddress.ts";

/** What was found, each kind as its own lists show it. */

export const followersText = ({ followersCount, following }: SearchedUser): string =>
	following ? searchWords.youFollow() : searchWords.followers({ count: followersCount });

/** @param q what found them: they are played in its list; null where they stand for what was not found, and each is played alone */
export const VideoTiles = ({ videos, q }: { videos: readonly VideoCard[]; q: string | null }) => (
	<ul class="grid">
		{videos.map((card) => (
			<li key={card.id} class="tile">
				<Link href={q === null ? `/v/${card.id}` : searchAddress(q, null, card.id)} class="tile__link">
					<span class="visually-hidden">{card.title || feedWords.untitledVideo()},</span>
					<Blurhash hash={card.blurhash} />
					<Picture src={card.thumbnail} loading="lazy" />
					<span class="tile__foot numeric">
						<Play size={14} fill="currentColor" /> {shortCount(card.viewCount)}
						<span class="search__who">
							<bdi>@{card.user.username}</bdi>
						</span>
					</span>
				</Link>
				{card.title && <p class="search__title">{card.title}</p>}
			</li>
		))}
	</ul>
);

export const HashtagRows = ({ hashtags }: { hashtags: SearchPage["hashtags"] }) => (
	<ul>
		{hashtags.map(({ tag, videoCount }) => (
			<li key={tag}>
				<Link href={`/tag/${encodeURIComponent(tag)}`} class="search__row">
					<span class="search__mark">
						<Hash size={20} />
					</span>
					<strong>#{tag}</strong>
					<span class="quiet numeric">{uiWords.videos({ count: videoCount })}</span>
				</Link>
			</li>
		))}
	</ul>
);

export const SoundRows = ({ sounds }: { sounds: SearchPage["sounds"] }) => (
	<ul>
		{sounds.map(({ id, title, artistName, videoCount, coverUrl }) => (
			<li key={id}>
				<Link href={`/sound/${id}`} class="search__row">
					<span class="search__mark">{coverUrl === null ? <Music2 size={20} /> : <Picture src={coverUrl} />}</span>
					<span>
						<strong>{title}</strong>
						<span class="quiet search__artist">{artistName}</span>
					</span>
					<span class="quiet numeric">{uiWords.videos({ count: videoCount })}</span>
				</Link>
			</li>
		))}
	</ul>
);
