import { useSignal } from "@preact/signals";
import { Compass, Play } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import { hashtagKey } from "../../../contracts/words.ts";
import { trending, type VideoCard } from "../api/feeds.ts";
import { GridSkeleton } from "../profile/ProfileSkeleton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { Blurhash } from "../ui/Blurhash.tsx";
import { shortCount } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import { EXPLORED, exploreAddress, found, ofTopic } from "./explored.ts";
import "../profile/profile.css";
import "./explore.css";

const tagsOf = (cards: readonly VideoCard[]) => {
	const counts = new Map<string, { readonly tag: string; count: number }>();
	for (const tag of cards.flatMap(({ hashtags }) => hashtags)) {
		const held = counts.get(hashtagKey(tag));
		if (held === undefined) counts.set(hashtagKey(tag), { tag, count: 1 });
		else held.count++;
	}
	return [...counts.values()]
		.sort((a, b) => b.count - a.count)
		.slice(0, 12)
		.map(({ tag }) => tag);
};

/** A look around: what is on, by topic, the most watched first. */
export function ExploreScreen() {
	const cards = useSignal<readonly VideoCard[]>(found.cards);
	const search = useSearch();
	const [, navigate] = useLocation();
	// In the address, so that coming back from a video finds it chosen.
	const topic = new URLSearchParams(search).get("topic");
	const choose = (tag: string | null) => navigate(exploreAddress(null, tag), { replace: true });
	const state = useSignal<"loading" | "ready" | "failed">(found.cards.length > 0 ? "ready" : "loading");
	const error = useSignal<unknown>(null);
	useTitle("Explore");
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
	const shown = ofTopic(cards.value, topic);
	return (
		<main class="page explore">
			<header class="page__head">
				<h1>Explore</h1>
			</header>
			{cards.value.length > 0 && (
				<div class="topics" role="toolbar" aria-label="Topics">
					<Topic name="All" isChosen={topic === null} onChoose={() => choose(null)} />
					{tagsOf(cards.value).map((tag) => (
						<Topic key={tag} name={`#${tag}`} isChosen={topic === tag} onChoose={() => choose(tag)} />
					))}
				</div>
			)}
			{state.value === "loading" && <ExploreSkeleton />}
			{state.value === "failed" && <FaultNotice error={error.value} onRetry={() => void load()} />}
			{state.value === "ready" && shown.length === 0 && (
				<Notice
					icon={<Compass size={28} />}
					title="Quiet here"
					action={
						<Link href="/upload" class="button button--primary">
							Upload a video
						</Link>
					}
				>
					Nobody has posted anything yet. The first video could be yours.
				</Notice>
			)}
			<ul class="grid">
				{shown.map((card) => (
					<li key={card.id} class="tile">
						<Link href={exploreAddress(card.id, topic)} class="tile__link">
							<span class="visually-hidden">{card.title || "Untitled video"},</span>
							<Blurhash hash={card.blurhash} />
							<Picture src={card.thumbnail} loading="lazy" />
							<span class="tile__foot numeric">
								<Play size={14} fill="currentColor" /> {shortCount(card.viewCount)}
								<span class="explore__who">@{card.user.username}</span>
							</span>
						</Link>
					</li>
				))}
			</ul>
		</main>
	);
}

const ExploreSkeleton = () => (
	<div role="progressbar" aria-label="Loading videos">
		<div class="topics">
			{[1, 2, 3, 4].map((topic) => (
				<div key={topic} class="topic skeleton" />
			))}
		</div>
		<GridSkeleton />
	</div>
);

const Topic = ({ name, isChosen, onChoose }: { name: string; isChosen: boolean; onChoose(): void }) => (
	<button type="button" class="topic" aria-pressed={isChosen} onClick={onChoose}>
		{name}
	</button>
);
