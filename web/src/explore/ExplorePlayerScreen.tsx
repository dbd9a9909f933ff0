import { ArrowLeft } from "lucide-preact";
import { trending } from "../api/feeds.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { PlacedList } from "../feed/placedList.ts";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import * as exploreWords from "./explore.words.ts";
import { EXPLORED, found } from "./explored.ts";

/** What Explore shows, one after the other, from the one that was opened on in both directions. */
export function ExplorePlayerScreen({ id }: { id: string }) {
	const list = useFollowedList(
		id,
		"",
		() => new PlacedList(id, (cursor) => trending(EXPLORED, cursor), found.cards.length === 0 ? null : found),
		(now) => `/explore/${now}`,
	);
	const back = (
		<Link href="/explore" class="player-back" aria-label={exploreWords.backToExplore()}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="search" header={<StageHead start={back} />} />;
}
