import { Repeat2 } from "lucide-preact";
import { useEffect, useMemo } from "preact/hooks";
import { listReposts } from "../api/sharing.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import { tileOf } from "./keptLists.ts";
import * as profileWords from "./profile.words.ts";
import { TileList } from "./tileList.ts";
import { VideoGrid } from "./VideoGrid.tsx";

/** What a person passed on to their followers. */
export function RepostsScreen({ name }: { name: string }) {
	useTitle(profileWords.repostsOf({ name }));
	const tiles = useMemo(
		() =>
			new TileList(`@${name}`, async (cursor) => {
				const page = await listReposts(`@${name}`, cursor);
				return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
			}),
		[name],
	);
	useEffect(() => void tiles.restart(), [tiles]);
	return (
		<main class="page">
			<header class="page__head page__head--sub">
				<BackButton otherwise={`/@${name}`} />
				<h1>{profileWords.reposts()}</h1>
			</header>
			<VideoGrid
				tiles={tiles}
				base="/v"
				empty={
					<Notice icon={<Repeat2 size={28} />} title={profileWords.noReposts()}>
						{profileWords.repostsEmpty({ name })}
					</Notice>
				}
			/>
		</main>
	);
}
