import { useSignal } from "@preact/signals";
import { Ellipsis, Eye, Pin, Play, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { VideoTile } from "../api/videos.ts";
import * as videos from "../api/videos.ts";
import * as feedWords from "../feed/feed.words.ts";
import { AudienceMark } from "../own/AudienceMark.tsx";
import { manage } from "../own/managed.ts";
import { failureSentence } from "../problems/failureSentences.ts";
import { Link } from "../shell/Link.tsx";
import { followProcessing } from "../studio/processing.ts";
import { stageWords } from "../studio/stages.ts";
import { Blurhash } from "../ui/Blurhash.tsx";
import { percent, shortCount } from "../ui/format.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import { GridSkeleton } from "./ProfileSkeleton.tsx";
import * as profileWords from "./profile.words.ts";
import type { TileList } from "./tileList.ts";

interface VideoGridProps {
	tiles: TileList;
	/** Address the videos open under. */
	base: string;
	/** What such an address ends in. */
	query?: string;
	empty: ComponentChildren;
	/** Stand first, marked, and not again among the others. */
	pinned?: readonly VideoTile[];
	/** Stands on a cover, to take it out of this list. */
	remove?: (tile: VideoTile) => ComponentChildren;
}

/** A person's videos as covers; loads on as it is scrolled. */
export function VideoGrid({ tiles, base, query = "", empty, pinned = [], remove }: VideoGridProps) {
	const end = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const element = end.current;
		if (!element) return;
		const observer = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && void tiles.more(), {
			rootMargin: "600px",
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [tiles, tiles.state.value]);
	const own = new Map(tiles.tiles.value.map((tile) => [tile.id, tile]));
	const atTop = new Set(pinned.map(({ id }) => id));
	// As the list has it where it does: one's own can be managed from there.
	const shown = [...pinned.map((tile) => own.get(tile.id) ?? tile), ...tiles.tiles.value.filter(({ id }) => !atTop.has(id))];
	if (shown.length === 0) {
		if (tiles.state.value === "loading") return <GridSkeleton />;
		if (tiles.state.value === "failed") return <FaultNotice error={tiles.error.value} onRetry={() => void tiles.restart()} />;
		return <>{empty}</>;
	}
	return (
		<>
			<ul class="grid">
				{shown.map((tile) => (
					<li key={tile.id} class="tile">
						{tile.card ? (
							<ReadyTile tile={tile} address={`${base}/${tile.id}${query}`} isPinned={atTop.has(tile.id)} />
						) : (
							<PendingTile tile={tile} tiles={tiles} />
						)}
						{remove?.(tile)}
						{tile.own && (
							<button
								type="button"
								class="tile__more"
								aria-label={profileWords.manage({ title: tile.title || profileWords.untitledInside() })}
								onClick={() => manage(tile)}
							>
								<Ellipsis size={20} />
							</button>
						)}
					</li>
				))}
			</ul>
			{tiles.state.value !== "end" && <div ref={end} class="grid__end" />}
		</>
	);
}

function ReadyTile({ tile, address, isPinned }: { tile: VideoTile; address: string; isPinned: boolean }) {
	const title = tile.title || feedWords.untitledVideo();
	return (
		<Link href={address} class="tile__link">
			<span class="visually-hidden">{isPinned ? profileWords.pinnedTitle({ title }) : title},</span>
			{tile.blurhash && <Blurhash hash={tile.blurhash} />}
			{tile.thumbnail && <Picture src={tile.thumbnail} loading="lazy" />}
			<span class="tile__foot numeric">
				<Play size={14} fill="currentColor" /> {shortCount(tile.viewCount)}
			</span>
			{isPinned && (
				<span class="tile__pin" aria-hidden="true">
					<Pin size={12} fill="currentColor" /> {profileWords.pinned()}
				</span>
			)}
			<AudienceMark visibility={tile.visibility} />
		</Link>
	);
}

const OUTCOMES: Partial<Record<VideoTile["status"], { words: () => string; icon: ComponentChildren }>> = {
	failed: { words: profileWords.failed, icon: <TriangleAlert size={22} /> },
	review: { words: profileWords.inReview, icon: <Eye size={22} /> },
	blocked: { words: profileWords.notAllowed, icon: <TriangleAlert size={22} /> },
	copyright_flagged: { words: profileWords.inReview, icon: <Eye size={22} /> },
	copyright_blocked: { words: profileWords.belongsToOther, icon: <TriangleAlert size={22} /> },
	uploading: { words: profileWords.unfinished, icon: <TriangleAlert size={22} /> },
};

/** One's own video that isn't up: how far it is, or what came of it and why. */
function PendingTile({ tile, tiles }: { tile: VideoTile; tiles: TileList }) {
	const status = useSignal<videos.ProcessingStatus | null>(null);
	useEffect(() => {
		if (tile.status === "processing") {
			return followProcessing(tile.id, {
				onStatus(now) {
					status.value = now;
					if (now.status !== "processing") void tiles.restart();
				},
				// The grid looks again by itself every few seconds.
				onFault: () => undefined,
			});
		}
		if (tile.status === "failed") {
			videos.videoStatus(tile.id).then(
				(now) => (status.value = now),
				() => undefined,
			);
		}
		return undefined;
	}, [tile.id, tile.status]);
	const now = status.value;
	if (tile.status === "processing") {
		const progress = Math.round(now?.progress ?? 0);
		return (
			<div class="tile__link tile__pending">
				{tile.blurhash && <Blurhash hash={tile.blurhash} />}
				<strong class="numeric">{percent(progress / 100)}</strong>
				<span>{now ? stageWords(now.stage, now.detail) : profileWords.processing()}</span>
				<progress class="visually-hidden" max={100} value={progress} aria-label={profileWords.processing()} />
				<i class="tile__bar" style={{ transform: `scaleX(${progress / 100})` }} />
			</div>
		);
	}
	const outcome = OUTCOMES[tile.status] ?? { words: profileWords.notAvailable, icon: <TriangleAlert size={22} /> };
	return (
		<div class="tile__link tile__pending">
			{outcome.icon}
			<strong>{outcome.words()}</strong>
			{now?.failure && <span class="tile__reason">{failureSentence(now.failure)}</span>}
		</div>
	);
}
