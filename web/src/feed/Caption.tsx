import { useSignal } from "@preact/signals";
import { Hash, Repeat2, TrendingUp } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { VideoCard } from "../api/feeds.ts";
import { weave } from "../language/weave.ts";
import { AudienceMark } from "../own/AudienceMark.tsx";
import { Link } from "../shell/Link.tsx";
import { tagAddress } from "../tags/address.ts";
import { TaggedText, TagLinks } from "../tags/TaggedText.tsx";
import { ago } from "../ui/format.ts";
import { PersonName } from "../ui/PersonName.tsx";
import * as feedWords from "./feed.words.ts";
import { actDuringImpression } from "./watching.ts";
import "./caption.css";

/** Creator, title and hashtags over the foot of the clip: two lines, then "more". */
export function Caption({ card }: { card: VideoCard }) {
	const text = useRef<HTMLDivElement>(null);
	const open = useSignal(false);
	const isCut = useSignal(false);
	useLayoutEffect(() => {
		open.value = false;
		const element = text.current;
		if (!element) return;
		const measure = () => {
			if (!open.peek()) isCut.value = element.scrollHeight > element.clientHeight + 2;
		};
		// It looks first after the frame's own layout: measured here, every swipe would lay the page out once more.
		const observer = new ResizeObserver(measure);
		// The typeface comes after the first paint and sets other lines, as does a turned phone.
		const lookAgain = () => {
			observer.unobserve(element);
			observer.observe(element);
		};
		lookAgain();
		document.fonts.addEventListener("loadingdone", lookAgain);
		return () => {
			observer.disconnect();
			document.fonts.removeEventListener("loadingdone", lookAgain);
		};
	}, [card.id]);
	const description = card.description && card.description !== card.title ? card.description : "";
	return (
		<div class="caption">
			{card.repostedBy && (
				<p class="caption__reposted">
					<Repeat2 size={14} aria-hidden="true" />
					<span>
						{weave(feedWords.repostedBy, {
							person: <Link href={`/@${card.repostedBy.username}`}>{card.repostedBy.displayName}</Link>,
						})}
					</span>
				</p>
			)}
			{card.followedHashtag && (
				<p class="caption__reposted">
					<Hash size={14} aria-hidden="true" />
					<Link href={tagAddress(card.followedHashtag)}>{feedWords.followedTag({ tag: card.followedHashtag })}</Link>
				</p>
			)}
			{card.trending && (
				<p class="caption__trending">
					<TrendingUp size={14} aria-hidden="true" /> {feedWords.trending()}
				</p>
			)}
			<p class="caption__creator">
				<Link href={`/@${card.user.username}`} onClick={() => actDuringImpression(card.id, "profileVisited")}>
					<PersonName user={card.user} />
				</Link>
				<span class="quiet">{ago(card.createdAt, Date.now())}</span>
				<AudienceMark visibility={card.visibility} />
			</p>
			<div
				class={open.value ? "caption__text caption__text--open" : "caption__text"}
				ref={text}
				dir="auto"
				data-scroll={open.value || undefined}
			>
				<span class="caption__title">
					<TaggedText text={card.title} />
				</span>
				{description && <TaggedText text={` ${description}`} />}
				<TagLinks tags={card.hashtags} />
			</div>
			{(isCut.value || open.value) && (
				<button type="button" class="caption__more" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
					{open.value ? "less" : "more"}
				</button>
			)}
			{card.sound && (
				<Link href={`/sound/${card.sound.id}`} class="caption__sound">
					<i aria-hidden="true">♫</i> <bdi>{card.sound.title}</bdi>
				</Link>
			)}
		</div>
	);
}
