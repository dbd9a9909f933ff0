import { Bookmark, Heart, Music } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Link } from "../shell/Link.tsx";
import * as soundsWords from "../sounds/sounds.words.ts";
import { Notice } from "../ui/Notice.tsx";
import { type Kept, keptOf } from "./keptLists.ts";
import * as profileWords from "./profile.words.ts";
import { VideoGrid } from "./VideoGrid.tsx";

const EMPTY: Record<Kept, () => ComponentChildren> = {
	favourites: () => (
		<Notice icon={<Bookmark size={28} />} title={profileWords.noFavourites()}>
			{profileWords.noFavouritesNote()}
		</Notice>
	),
	liked: () => (
		<Notice icon={<Heart size={28} />} title={profileWords.nothingLiked()}>
			{profileWords.nothingLikedNote()}
		</Notice>
	),
};

/** What was kept to be found again; favourites nobody else sees, nor what is liked unless one shows it. */
export function KeptVideos({ kept, accountId }: { kept: Kept; accountId: string }) {
	const tiles = keptOf(kept, accountId);
	useEffect(() => void tiles.restart(), [tiles]);
	return (
		<>
			<h2 class="visually-hidden">{kept === "liked" ? profileWords.liked() : profileWords.favourites()}</h2>
			{kept === "favourites" && (
				<Link href="/sounds?tab=favourites" class="kept-sounds">
					<Music size={20} aria-hidden="true" /> {soundsWords.favouriteSounds()}
				</Link>
			)}
			<VideoGrid tiles={tiles} base={`/${kept}`} empty={EMPTY[kept]()} />
		</>
	);
}
