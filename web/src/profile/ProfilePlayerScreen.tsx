import { ArrowLeft } from "lucide-preact";
import * as videos from "../api/videos.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { PlacedList } from "../feed/placedList.ts";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import * as profileWords from "./profile.words.ts";
import { cardsOf, tilesOf } from "./tileList.ts";

/** A person's videos, one after the other, from the one that was opened on in both directions. */
export function ProfilePlayerScreen({ name, id }: { name: string; id: string }) {
	const base = `/@${name}`;
	const list = useFollowedList(
		id,
		name,
		() =>
			new PlacedList(
				id,
				async (cursor) => {
					const page = await videos.listUserVideos(base.slice(1), cursor);
					return { videos: cardsOf(page.videos), nextCursor: page.nextCursor };
				},
				tilesOf(`@${name}`).held,
			),
		(now) => `${base}/${now}`,
	);
	const back = (
		<Link href={base} class="player-back" aria-label={profileWords.backTo({ name })}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={<StageHead start={back} />} />;
}
