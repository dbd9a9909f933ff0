import { ArrowLeft } from "lucide-preact";
import { account } from "../account/session.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { type Kept, keptFeed } from "./keptLists.ts";

const NAMES: Record<Kept, { list: string; whole: string }> = {
	favourites: { list: "favourites", whole: "Favourites are private" },
	liked: { list: "liked videos", whole: "Liked videos are private" },
};

/** One's favourites or liked videos, one after the other. */
export function KeptPlayerScreen({ kept, id }: { kept: Kept; id: string }) {
	const user = account.value;
	const list = useFollowedList(
		id,
		`${kept} ${user?.id}`,
		() => keptFeed(kept, id, user?.id),
		(now) => `/${kept}/${now}`,
	);
	if (!user) {
		const action = (
			<Link href={`/login?back=/${kept}/${id}`} class="button button--primary">
				Log in
			</Link>
		);
		return (
			<Notice isScreen title="Log in first" action={action}>
				{NAMES[kept].whole}: only you see them, once you're logged in.
			</Notice>
		);
	}
	const back = (
		<Link href={`/@${user.username}?tab=${kept}`} class="player-back" aria-label={`Back to your ${NAMES[kept].list}`}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={<StageHead start={back} />} />;
}
