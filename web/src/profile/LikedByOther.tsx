import { Heart } from "lucide-preact";
import { useEffect, useMemo } from "preact/hooks";
import * as people from "../api/people.ts";
import type { UserProfile } from "../api/social.ts";
import { Notice } from "../ui/Notice.tsx";
import { tileOf } from "./keptLists.ts";
import * as profileWords from "./profile.words.ts";
import { TileList } from "./tileList.ts";
import { VideoGrid } from "./VideoGrid.tsx";

/** What somebody likes who shows it. */
export function LikedByOther({ user }: { user: UserProfile }) {
	const tiles = useMemo(
		() =>
			new TileList(user.id, async (cursor) => {
				const page = await people.listLikedOf(user.id, cursor);
				return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
			}),
		[user.id],
	);
	useEffect(() => void tiles.restart(), [tiles]);
	return (
		<>
			<h2 class="visually-hidden">{profileWords.likedBy({ displayName: user.displayName })}</h2>
			<VideoGrid
				tiles={tiles}
				base="/v"
				empty={
					<Notice icon={<Heart size={28} />} title={profileWords.nothingLiked()}>
						{profileWords.likedByEmpty({ displayName: user.displayName })}
					</Notice>
				}
			/>
		</>
	);
}
