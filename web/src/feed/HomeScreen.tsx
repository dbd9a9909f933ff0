import { isSignedIn } from "../account/session.ts";
import { Link } from "../shell/Link.tsx";
import { PeopleRoom } from "../shell/screens.ts";
import * as feedWords from "./feed.words.ts";
import { type HomeFeed, homeFeeds } from "./feeds.ts";
import { Player } from "./Player.tsx";
import { StageHead } from "./StageHead.tsx";
import "./home.css";

function Tabs({ feed }: { feed: HomeFeed }) {
	return (
		<nav class="feed-tabs" aria-label={feedWords.feeds()}>
			{isSignedIn.value && (
				<Link href="/friends" aria-current={feed === "friends" ? "page" : undefined}>
					{feedWords.friends()}
				</Link>
			)}
			<Link href="/following" aria-current={feed === "following" ? "page" : undefined}>
				{feedWords.following()}
			</Link>
			<Link href="/" aria-current={feed === "forYou" ? "page" : undefined}>
				{feedWords.forYou()}
			</Link>
		</nav>
	);
}

/** The first screen: what is for you, or what those you follow made, or friends alone: who follow you as well. */
export function HomeScreen({ feed }: { feed: HomeFeed }) {
	const header = (
		<StageHead>
			<Tabs feed={feed} />
		</StageHead>
	);
	if (feed === "forYou") return <Player key="forYou" list={homeFeeds.forYou} source="fyp" header={header} />;
	const empty = <PeopleRoom which={feed} />;
	if (!isSignedIn.value) {
		return (
			<main class="player">
				<div class="player__middle">
					<div class="player__frame player__frame--bare">
						{header}
						{empty}
					</div>
				</div>
			</main>
		);
	}
	return <Player key={feed} list={homeFeeds[feed]} source="following" header={header} empty={empty} />;
}
