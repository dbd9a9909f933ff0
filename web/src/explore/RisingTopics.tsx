import { useSignal } from "@preact/signals";
import { ChevronRight, TrendingUp } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import type { TrendingTopic } from "../api/hashtags.ts";
import * as feedWords from "../feed/feed.words.ts";
import { language } from "../language/language.ts";
import { Link } from "../shell/Link.tsx";
import { tagAddress } from "../tags/address.ts";
import { TagChips } from "../tags/TagChips.tsx";
import { Blurhash } from "../ui/Blurhash.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as exploreWords from "./explore.words.ts";
import { isHere, loadRising, rising } from "./rising.ts";

/** Hashtags that are no topic of their own above. */
const HASHTAGS = 14;

/** What rises and why, with some of its videos, and other hashtags. */
export function RisingTopics() {
	const fault = useSignal<unknown>(null);
	const load = () =>
		loadRising().then(
			() => (fault.value = null),
			(error: unknown) => (fault.value = error),
		);
	useEffect(() => void load(), [account.value?.id, isHere.value]);
	const told = rising.value;
	if (told === null) return fault.value === null ? <RisingSkeleton /> : <FaultNotice error={fault.value} onRetry={() => void load()} />;
	const shown = new Set(told.topics.flatMap(({ tag, beside }) => [tag, ...beside]));
	const others = told.hashtags.filter(({ tag }) => !shown.has(tag)).slice(0, HASHTAGS);
	return (
		<>
			{told.topics.length > 0 && (
				<section aria-labelledby="rising-title">
					<div class="explore__title">
						<h2 id="rising-title">{exploreWords.risingNow()}</h2>
						{told.here !== null && <Where country={told.here} />}
					</div>
					<ul class="rising">
						{told.topics.map((topic) => (
							<Topic key={topic.tag} topic={topic} />
						))}
					</ul>
				</section>
			)}
			{others.length > 0 && (
				<section aria-labelledby="hashtags-title">
					<h2 id="hashtags-title" class="explore__title">
						{exploreWords.hashtags()}
					</h2>
					<TagChips tags={others.map(({ tag }) => tag)} />
				</section>
			)}
		</>
	);
}

/** Everywhere, or among people of the viewer's country. */
function Where({ country }: { country: string }) {
	const name = new Intl.DisplayNames([language.value], { type: "region", fallback: "code" }).of(country) ?? country;
	return (
		<fieldset class="explore__where" aria-label={exploreWords.where()}>
			{[false, true].map((here) => (
				<button key={String(here)} type="button" class="topic" aria-pressed={isHere.value === here} onClick={() => (isHere.value = here)}>
					{here ? name : exploreWords.everywhere()}
				</button>
			))}
		</fieldset>
	);
}

function Topic({ topic: { tag, because, beside, videos } }: { topic: TrendingTopic }) {
	return (
		<li class="rising__topic">
			<Link href={tagAddress(tag)} class="rising__head">
				<span class="rising__sign" aria-hidden="true">
					<TrendingUp size={20} />
				</span>
				<span class="rising__words">
					<strong>
						<bdi>#{tag}</bdi>
					</strong>
					<span class="quiet">
						{inWords(because)}
						{beside.length > 0 && ` · ${exploreWords.topicWith({ tags: tagList(beside) })}`}
					</span>
				</span>
				<ChevronRight size={18} />
			</Link>
			<ul class="rising__videos">
				{videos.map((card) => (
					<li key={card.id}>
						<Cover card={card} tag={tag} />
					</li>
				))}
			</ul>
		</li>
	);
}

/** The first of them, with their signs. */
const tagList = (tags: readonly string[]): string =>
	tags
		.slice(0, 3)
		.map((tag) => `#${tag}`)
		.join(" ");

function inWords({ code, count }: TrendingTopic["because"]): string {
	if (code === "new_videos") return exploreWords.newVideos({ count });
	return code === "watching" ? exploreWords.watching({ count }) : uiWords.videos({ count });
}

const Cover = ({ card, tag }: { card: VideoCard; tag: string }) => (
	<Link href={`${tagAddress(tag)}/${card.id}`} class="rising__cover">
		<span class="visually-hidden">{card.title || feedWords.untitledVideo()}</span>
		<Blurhash hash={card.blurhash} />
		<Picture src={card.thumbnail} loading="lazy" />
	</Link>
);

const RisingSkeleton = () => (
	<div class="rising" role="progressbar" aria-label={exploreWords.loadingVideos()}>
		{[1, 2].map((topic) => (
			<div key={topic} class="rising__topic">
				<div class="rising__head">
					<span class="skeleton rising__sign" />
					<span class="skeleton rising__bone" />
				</div>
				<div class="rising__videos">
					{[1, 2, 3, 4].map((cover) => (
						<div key={cover} class="skeleton rising__cover" />
					))}
				</div>
			</div>
		))}
	</div>
);
