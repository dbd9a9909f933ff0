import { ArrowLeft } from "lucide-preact";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Notice } from "../ui/Notice.tsx";
import { type Kept, keptFeed } from "./keptLists.ts";
import * as profileWords from "./profile.words.ts";

const NAMES: Record<Kept, { back: () => string; isPrivate: () => string }> = {
	favourites: { back: profileWords.backToFavourites, isPrivate: profileWords.favouritesPrivate },
	liked: { back: profileWords.backToLiked, isPrivate: profileWords.likedPrivate },
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
				{shellWords.logIn()}
			</Link>
		);
		return (
			<Notice isScreen title={accountWords.logInFirst()} action={action}>
				{NAMES[kept].isPrivate()}
			</Notice>
		);
	}
	const back = (
		<Link href={`/@${user.username}?tab=${kept}`} class="player-back" aria-label={NAMES[kept].back()}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={<StageHead start={back} />} />;
}
