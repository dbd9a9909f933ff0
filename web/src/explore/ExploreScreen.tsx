import { useSignal } from "@preact/signals";
import { Compass, Play } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { trending, type VideoCard } from "../api/feeds.ts";
import * as feedWords from "../feed/feed.words.ts";
import { GridSkeleton } from "../profile/ProfileSkeleton.tsx";
import { SearchBox } from "../search/SearchBox.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { Blurhash } from "../ui/Blurhash.tsx";
import { shortCount } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import * as exploreWords from "./explore.words.ts";
import { EXPLORED, found } from "./explored.ts";
import { PeopleToFollow } from "./PeopleToFollow.tsx";
import { PopularSounds } from "./PopularSounds.tsx";
import { RisingTopics } from "./RisingTopics.tsx";
import "../profile/profile.css";
import "./explore.css";

/** A look around: search, what rises and why, people, and what is watched. */
export function ExploreScreen() {
	const cards = useSignal<readonly VideoCard[]>(found.cards);
	const state = useSignal<"loading" | "ready" | "failed">(found.cards.length > 0 ? "ready" : "loading");
	const error = useSignal<unknown>(null);
	useTitle(shellWords.explore());
	const load = async () => {
		try {
			const page = await trending(EXPLORED);
			found.cards = page.videos;
			found.nextCursor = page.nextCursor;
			cards.value = found.cards;
			state.value = "ready";
		} catch (fault) {
			error.value = fault;
			if (cards.value.length === 0) state.value = "failed";
		}
	};
	useEffect(() => void load(), []);
	// One notice says it of all there is: nothing can be loaded, or nothing was posted yet.
	const isEmpty = state.value === "ready" && cards.value.length === 0;
	const isWhole = state.value !== "failed" && !isEmpty;
	return (
		<main class="page explore">
			<header class="page__head">
				<h1>{shellWords.explore()}</h1>
			</header>
			<div class="explore__search">
				<SearchBox />
			</div>
			{state.value === "failed" && <FaultNotice error={error.value} onRetry={() => void load()} />}
			{isEmpty && (
				<Notice
					icon={<Compass size={28} />}
					title={exploreWords.quiet()}
					action={
						<Link href="/upload" class="button button--primary">
							{feedWords.uploadVideo()}
						</Link>
					}
				>
					{exploreWords.nobodyPosted()}
				</Notice>
			)}
			{isWhole && (
				<>
					<RisingTopics />
					<PopularSounds />
					<PeopleToFollow cards={cards.value} />
					<h2 class="explore__title">{exploreWords.popular()}</h2>
				</>
			)}
			{state.value === "loading" && <GridSkeleton />}
			<ul class="grid">
				{cards.value.map((card) => (
					<li key={card.id} class="tile">
						<Link href={`/explore/${card.id}`} class="tile__link">
							<span class="visually-hidden">{card.title || feedWords.untitledVideo()},</span>
							<Blurhash hash={card.blurhash} />
							<Picture src={card.thumbnail} loading="lazy" />
							<span class="tile__foot numeric">
								<Play size={14} fill="currentColor" /> {shortCount(card.viewCount)}
								<span class="explore__who">
									<bdi>@{card.user.username}</bdi>
								</span>
							</span>
						</Link>
					</li>
				))}
			</ul>
		</main>
	);
}
