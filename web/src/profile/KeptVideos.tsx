import { Bookmark, Heart, LayoutGrid } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { type Kept, keptOf } from "./keptLists.ts";
import { VideoGrid } from "./VideoGrid.tsx";

/** What one's own profile shows: one's videos, or what one kept. */
export function OwnTabs({ username, kept }: { username: string; kept: Kept | null }) {
	const tab = (of: Kept | null, label: ComponentChildren) => (
		<Link href={of === null ? `/@${username}` : `/@${username}?tab=${of}`} aria-current={kept === of ? "page" : undefined}>
			{label}
		</Link>
	);
	return (
		<nav class="profile__tabs" aria-label="Your videos">
			{tab(
				null,
				<>
					<LayoutGrid size={20} /> Videos
				</>,
			)}
			{tab(
				"favourites",
				<>
					<Bookmark size={20} /> Favourites
				</>,
			)}
			{tab(
				"liked",
				<>
					<Heart size={20} /> Liked
				</>,
			)}
		</nav>
	);
}

const EMPTY: Record<Kept, ComponentChildren> = {
	favourites: (
		<Notice icon={<Bookmark size={28} />} title="No favourites yet">
			The bookmark beside a video keeps it here. Only you see your favourites.
		</Notice>
	),
	liked: (
		<Notice icon={<Heart size={28} />} title="Nothing liked yet">
			Tap twice on a video you like, and find it again here. Only you see this list.
		</Notice>
	),
};

/** What was kept to be found again; nobody else sees it. */
export function KeptVideos({ kept, accountId }: { kept: Kept; accountId: string }) {
	const tiles = keptOf(kept, accountId);
	useEffect(() => void tiles.restart(), [tiles]);
	return (
		<>
			<h2 class="visually-hidden">{kept === "liked" ? "Liked" : "Favourites"}</h2>
			<VideoGrid tiles={tiles} base={`/${kept}`} empty={EMPTY[kept]} />
		</>
	);
}
