import { VideoOff, X } from "lucide-preact";
import { forYou } from "../api/feeds.ts";
import { ApiError } from "../api/problem.ts";
import * as videos from "../api/videos.ts";
import { useFollowedList } from "../feed/address.ts";
import { FeedList } from "../feed/feedList.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";

/** One video by its link; what is for you follows. */
export function VideoScreen({ id }: { id: string }) {
	const list = useFollowedList(
		id,
		"",
		() => {
			let opened = false;
			return new FeedList(async (count, cursor) => {
				if (opened) return await forYou(count, cursor);
				const { video } = await videos.getVideo(id);
				opened = true;
				return { videos: [video], nextCursor: "" };
			});
		},
		(now) => `/v/${now}`,
	);
	const close = (
		<Link href="/" class="player-back" aria-label="Close, go to the feed">
			<X size={24} />
		</Link>
	);
	if (list.error.value instanceof ApiError && list.error.value.status === 404) {
		const action = (
			<Link href="/" class="button button--primary">
				To the feed
			</Link>
		);
		return (
			<Notice isScreen icon={<VideoOff size={28} />} title="This video isn't here" action={action}>
				It was taken down, or only some people may see it.
			</Notice>
		);
	}
	return <Player list={list} source="share" header={<StageHead start={close} />} />;
}
