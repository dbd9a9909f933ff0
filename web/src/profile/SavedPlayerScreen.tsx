import { ArrowLeft } from "lucide-preact";
import { account } from "../account/session.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { favouritesFeed } from "./favourites.ts";

/** One's favourites, one after the other. */
export function SavedPlayerScreen({ id }: { id: string }) {
	const user = account.value;
	const list = useFollowedList(
		id,
		user?.id ?? "",
		() => favouritesFeed(id, user?.id),
		(now) => `/favourites/${now}`,
	);
	if (!user) {
		const action = (
			<Link href={`/login?back=/favourites/${id}`} class="button button--primary">
				Log in
			</Link>
		);
		return (
			<Notice isScreen title="Log in first" action={action}>
				Favourites are private: only you see them, once you're logged in.
			</Notice>
		);
	}
	const back = (
		<Link href={`/@${user.username}?tab=favourites`} class="player-back" aria-label="Back to your favourites">
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={<StageHead start={back} />} />;
}
