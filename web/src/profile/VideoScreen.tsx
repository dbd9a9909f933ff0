import { VideoOff, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import { forYou } from "../api/feeds.ts";
import { ApiError } from "../api/problem.ts";
import * as videos from "../api/videos.ts";
import { useFollowedList } from "../feed/address.ts";
import { FeedList } from "../feed/feedList.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { reportVideo } from "../reports/things.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Notice } from "../ui/Notice.tsx";
import * as profileWords from "./profile.words.ts";

/** One video by its link; what is for you follows. With `?report`, as players in other sites link here, its report sheet opens. */
export function VideoScreen({ id }: { id: string }) {
	const search = new URLSearchParams(useSearch());
	const [, navigate] = useLocation();
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
	useEffect(() => {
		const [card] = list.cards.value;
		if (!search.has("report") || card?.id !== id) return;
		navigate(`/v/${id}`, { replace: true });
		reportVideo(card, list);
	}, [list.cards.value[0]?.id]);
	const close = (
		<Link href="/" class="player-back" aria-label={profileWords.closeToFeed()}>
			<X size={24} />
		</Link>
	);
	if (list.error.value instanceof ApiError && list.error.value.status === 404) {
		const action = (
			<Link href="/" class="button button--primary">
				{shellWords.toFeed()}
			</Link>
		);
		return (
			<Notice isScreen icon={<VideoOff size={28} />} title={profileWords.videoNotHere()} action={action}>
				{profileWords.videoNotHereNote()}
			</Notice>
		);
	}
	return <Player list={list} source="share" header={<StageHead start={close} />} />;
}
