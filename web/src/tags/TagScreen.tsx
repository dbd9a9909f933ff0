import { useSignal } from "@preact/signals";
import { Hash } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useSearch } from "wouter-preact";
import { hashtagKey, isHashtag, writtenHashtag } from "../../../contracts/words.ts";
import { account } from "../account/session.ts";
import { getHashtag, type HashtagPage, type HashtagSort } from "../api/hashtags.ts";
import * as feedWords from "../feed/feed.words.ts";
import * as profileWords from "../profile/profile.words.ts";
import { VideoGrid } from "../profile/VideoGrid.tsx";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { NotFound } from "../shell/NotFound.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { tagAddress } from "./address.ts";
import { FollowTag } from "./FollowTag.tsx";
import { learnFollows } from "./follows.ts";
import { TagChips } from "./TagChips.tsx";
import { sortIn, tilesOfTag } from "./tagLists.ts";
import * as tagsWords from "./tags.words.ts";
import "../profile/profile.css";
import "./tags.css";

const SORTS: readonly (readonly [HashtagSort, () => string])[] = [
	["top", tagsWords.top],
	["newest", tagsWords.newest],
];

/** A hashtag: how many videos bear it, what stands beside it, and the videos. */
export function TagScreen({ tag: named }: { tag: string }) {
	const tag = writtenHashtag(named);
	if (!isHashtag(tag)) return <NotFound />;
	return <Tag key={tag} written={tag} tag={hashtagKey(tag)} />;
}

/** @param written as the address has it, @param tag as it is looked up */
function Tag({ written, tag }: { written: string; tag: string }) {
	const sort = sortIn(useSearch());
	const page = useSignal<HashtagPage | null>(null);
	const fault = useSignal<unknown>(null);
	const tiles = tilesOfTag(tag, sort);
	useTitle(`#${written}`);
	const load = async () => {
		try {
			const told = await getHashtag(tag);
			learnFollows(told.tag, told.followed);
			page.value = told;
			fault.value = null;
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => void load(), [account.value?.id]);
	useEffect(() => void tiles.restart(), [tiles]);
	const told = page.value;
	// What the grid says about a fault is enough.
	const isGridFailed = tiles.state.value === "failed" && tiles.tiles.value.length === 0;
	return (
		<main class="page tag-page">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/explore" />
				<div class="tag-page__name">
					<h1 dir="auto">#{written}</h1>
					<p class="quiet numeric">{told ? uiWords.videos({ count: told.videoCount }) : <span class="skeleton tag-page__bone" />}</p>
				</div>
				{told && <FollowTag tag={told.tag} initially={told.followed} />}
			</header>
			{told && told.related.length > 0 && (
				<nav aria-label={tagsWords.relatedHashtags()}>
					<TagChips tags={told.related.map((one) => one.tag)} />
				</nav>
			)}
			{fault.value !== null && !told && !isGridFailed && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			<nav class="profile__tabs tag-page__tabs" aria-label={tagsWords.orderOfVideos()}>
				{SORTS.map(([name, label]) => (
					<Link
						key={name}
						href={name === "top" ? tagAddress(written) : `${tagAddress(written)}?sort=${name}`}
						aria-current={name === sort ? "page" : undefined}
					>
						{label()}
					</Link>
				))}
			</nav>
			<VideoGrid
				key={sort}
				tiles={tiles}
				base={tagAddress(tag)}
				query={sort === "top" ? "" : `?sort=${sort}`}
				empty={
					<Notice
						icon={<Hash size={28} />}
						title={profileWords.noVideos()}
						action={
							<Link href="/upload" class="button button--primary">
								{feedWords.uploadVideo()}
							</Link>
						}
					>
						{tagsWords.nobodyUsedIt()}
					</Notice>
				}
			/>
		</main>
	);
}
