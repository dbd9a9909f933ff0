import { ArrowLeft } from "lucide-preact";
import { useSearch } from "wouter-preact";
import { trending } from "../api/feeds.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { PlacedList } from "../feed/placedList.ts";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import { EXPLORED, exploreAddress, found, ofTopic } from "./explored.ts";

/** What Explore shows, one after the other, from the one that was opened on in both directions. */
export function ExplorePlayerScreen({ id }: { id: string }) {
	const topic = new URLSearchParams(useSearch()).get("topic");
	const list = useFollowedList(
		id,
		topic ?? "",
		() =>
			new PlacedList(
				id,
				async (cursor) => {
					const page = await trending(EXPLORED, cursor);
					return { videos: [...ofTopic(page.videos, topic)], nextCursor: page.nextCursor };
				},
				found.cards.length === 0 ? null : { cards: ofTopic(found.cards, topic), nextCursor: found.nextCursor },
			),
		(now) => exploreAddress(now, topic),
	);
	const back = (
		<Link href={exploreAddress(null, topic)} class="player-back" aria-label="Back to Explore">
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source={topic === null ? "search" : "hashtag"} header={<StageHead start={back} />} />;
}
