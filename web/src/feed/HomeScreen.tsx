import { UsersRound } from "lucide-preact";
import { isSignedIn } from "../account/session.ts";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import { type HomeFeed, homeFeeds } from "./feeds.ts";
import { Player } from "./Player.tsx";
import { StageHead } from "./StageHead.tsx";
import "./home.css";

function Tabs({ feed }: { feed: HomeFeed }) {
	return (
		<nav class="feed-tabs" aria-label="Feeds">
			<Link href="/following" aria-current={feed === "following" ? "page" : undefined}>
				Following
			</Link>
			<Link href="/" aria-current={feed === "forYou" ? "page" : undefined}>
				For You
			</Link>
		</nav>
	);
}

/** The first screen: what is for you, or what those you follow made. */
export function HomeScreen({ feed }: { feed: HomeFeed }) {
	const header = (
		<StageHead>
			<Tabs feed={feed} />
		</StageHead>
	);
	if (feed === "forYou") return <Player key="forYou" list={homeFeeds.forYou} source="fyp" header={header} />;
	if (!isSignedIn.value) {
		return (
			<main class="player">
				<div class="player__middle">
					<div class="player__frame player__frame--bare">
						{header}
						<FollowSomeone signedIn={false} />
					</div>
				</div>
			</main>
		);
	}
	return <Player key="following" list={homeFeeds.following} source="following" header={header} empty={<FollowSomeone signedIn />} />;
}

function FollowSomeone({ signedIn }: { signedIn: boolean }) {
	const action = signedIn ? (
		<Link href="/explore" class="button button--primary">
			Look around
		</Link>
	) : (
		<Link href="/login?back=/following" class="button button--primary">
			Log in
		</Link>
	);
	return (
		<Notice icon={<UsersRound size={28} />} title={signedIn ? "Nobody here yet" : "The people you follow"} action={action}>
			{signedIn
				? "Follow people you like, and their newest videos wait for you here."
				: "Log in to see the newest videos of the people you follow."}
		</Notice>
	);
}
