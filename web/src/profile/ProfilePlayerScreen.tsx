import { ArrowLeft } from "lucide-preact";
import { useMemo } from "preact/hooks";
import type { FeedPage } from "../api/feeds.ts";
import * as videos from "../api/videos.ts";
import { FeedList } from "../feed/feedList.ts";
import { Player } from "../feed/Player.tsx";
import { Link } from "../shell/Link.tsx";
import "./profile-player.css";

/** A person's videos as a feed, beginning with the one that was opened. */
export function profileFeed(name: string, startId: string): FeedList {
	let pending: string[] = [startId];
	return new FeedList(async (_, cursor): Promise<FeedPage> => {
		const page = await videos.listUserVideos(`@${name}`, cursor);
		const cards = page.videos.flatMap(({ card }) => (card ? [card] : []));
		const start = pending.length > 0 ? cards.findIndex(({ id }) => id === startId) : -1;
		// The opened one may lie on a later page: it is fetched by itself and comes first.
		const first = pending.length > 0 && start < 0 ? [(await videos.getVideo(startId)).video] : [];
		pending = [];
		return { videos: [...first, ...cards.slice(Math.max(0, start))], nextCursor: page.nextCursor };
	});
}

export function ProfilePlayerScreen({ name, id }: { name: string; id: string }) {
	const list = useMemo(() => profileFeed(name, id), [name, id]);
	const back = (
		<Link href={`/@${name}`} class="player-back" aria-label={`Back to @${name}`}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={back} />;
}
