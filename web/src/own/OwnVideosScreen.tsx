import { useSignal } from "@preact/signals";
import { Clapperboard, Ellipsis, RotateCw, TriangleAlert, Upload } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import type { ProcessingStatus, VideoTile } from "../api/videos.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as copyrightWords from "../copyright/copyright.words.ts";
import * as feedWords from "../feed/feed.words.ts";
import { failureSentence } from "../problems/failureSentences.ts";
import * as profileWords from "../profile/profile.words.ts";
import { type TileList, tilesOf } from "../profile/tileList.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import * as standingWords from "../standing/standing.words.ts";
import { followProcessing } from "../studio/processing.ts";
import { stageWords } from "../studio/stages.ts";
import { uploads } from "../studio/uploads.ts";
import { Blurhash } from "../ui/Blurhash.tsx";
import { ago, percent } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { AudienceMark } from "./AudienceMark.tsx";
import { AUDIENCES } from "./audience.ts";
import { manage } from "./managed.ts";
import * as ownWords from "./own.words.ts";
import { deleteOwn, retryOwn } from "./ownVideos.ts";
import "./own-videos.css";

/** All of one's videos with what became of them: those that are up, on their way, and those that came to nothing. */
export function OwnVideosScreen() {
	useTitle(profileWords.yourVideos());
	const user = account.value;
	if (!user) {
		const action = (
			<Link href="/login?back=/studio" class="button button--primary">
				{shellWords.logIn()}
			</Link>
		);
		return (
			<Notice isScreen icon={<Clapperboard size={28} />} title={accountWords.logInFirst()} action={action}>
				{ownWords.hereOnceLoggedIn()}
			</Notice>
		);
	}
	return <OwnVideos username={user.username} />;
}

function OwnVideos({ username }: { username: string }) {
	const tiles = tilesOf(`@${username}`);
	useEffect(() => {
		void tiles.restart();
		void uploads.restore();
		return tiles.follow();
	}, [username]);
	return (
		<main class="page own-videos">
			<header class="page__head page__head--sub">
				<BackButton otherwise={`/@${username}`} />
				<h1>{profileWords.yourVideos()}</h1>
				<Link href="/studio/works" class="button button--small own-videos__works">
					{ownWords.yourWorks()}
				</Link>
			</header>
			<UnfinishedUploads />
			<List tiles={tiles} username={username} />
		</main>
	);
}

/** Uploads of this browser that are not videos yet. */
function UnfinishedUploads() {
	const waiting = uploads.tasks.value.filter(({ record }) => !record.value.completed);
	if (waiting.length === 0) return null;
	const words = ownWords.uploadsWait({ count: waiting.length });
	return (
		<p class="own-videos__unfinished">
			<Upload size={20} aria-hidden="true" /> <span>{words}</span>
			<Link href="/upload" class="button button--small">
				{ownWords.goOn()}
			</Link>
		</p>
	);
}

function List({ tiles, username }: { tiles: TileList; username: string }) {
	const shown = tiles.tiles.value;
	const state = tiles.state.value;
	if (shown.length === 0 && state === "loading") return <Skeletons />;
	if (shown.length === 0 && state === "failed") return <FaultNotice error={tiles.error.value} onRetry={() => void tiles.restart()} />;
	if (shown.length === 0) {
		const action = (
			<Link href="/upload" class="button button--primary">
				{feedWords.uploadVideo()}
			</Link>
		);
		return (
			<Notice icon={<Clapperboard size={28} />} title={profileWords.firstVideo()} action={action}>
				{profileWords.firstVideoNote()}
			</Notice>
		);
	}
	return (
		<>
			<ul class="own-list">
				{shown.map((tile) => (
					<Row key={tile.id} tile={tile} username={username} tiles={tiles} />
				))}
			</ul>
			{state === "ready" && (
				<button type="button" class="button own-list__more" onClick={() => void tiles.more()}>
					{commentsWords.showMore()}
				</button>
			)}
			{state === "failed" && <FaultNotice error={tiles.error.value} onRetry={() => void tiles.more()} />}
		</>
	);
}

function Row({ tile, username, tiles }: { tile: VideoTile; username: string; tiles: TileList }) {
	const title = tile.title || feedWords.untitledVideo();
	return (
		<li class="own-item">
			<div class="own-item__cover">
				{tile.blurhash && <Blurhash hash={tile.blurhash} />}
				{tile.thumbnail && <Picture src={tile.thumbnail} loading="lazy" />}
				<AudienceMark visibility={tile.visibility} />
			</div>
			<div class="own-item__words">
				<h2 dir="auto">{tile.card ? <Link href={`/@${username}/${tile.id}`}>{title}</Link> : title}</h2>
				<State tile={tile} tiles={tiles} />
			</div>
			<button type="button" class="icon-button" aria-label={profileWords.manage({ title })} onClick={() => manage(tile)}>
				<Ellipsis size={22} />
			</button>
		</li>
	);
}

const OUTCOMES: Partial<Record<VideoTile["status"], () => string>> = {
	review: ownWords.reviewNote,
	blocked: ownWords.blockedNote,
	copyright_flagged: ownWords.copyrightHeldNote,
	copyright_blocked: ownWords.copyrightNote,
};

/** Where a video stands, and what to do where it didn't work out. */
function State({ tile, tiles }: { tile: VideoTile; tiles: TileList }) {
	if (tile.status === "processing") return <Processing tile={tile} tiles={tiles} />;
	if (tile.status === "ready") {
		const audience = AUDIENCES.find(({ value }) => value === tile.visibility)?.label() ?? "";
		const restriction = tile.own?.restriction ?? "none";
		return (
			<>
				<p class="quiet numeric">
					{audience} · {uiWords.views({ count: tile.viewCount })} · {uiWords.likes({ count: tile.likeCount })} ·{" "}
					{ago(tile.createdAt, Date.now())}
				</p>
				{restriction !== "none" && (
					<>
						<p class="own-item__outcome">
							<TriangleAlert size={16} aria-hidden="true" />{" "}
							<span>{restriction === "age" ? standingWords.restrictAge() : standingWords.noRecommend()}</span>
						</p>
						<WhyLink id={tile.id} />
					</>
				)}
			</>
		);
	}
	const failure = tile.own?.failure ?? null;
	return (
		<>
			<p class="own-item__outcome">
				<TriangleAlert size={16} aria-hidden="true" />{" "}
				<span>{(failure && failureSentence(failure)) ?? OUTCOMES[tile.status]?.() ?? ownWords.notAvailable()}</span>
			</p>
			{tile.status === "blocked" && <WhyLink id={tile.id} />}
			{(tile.status === "copyright_flagged" || tile.status === "copyright_blocked") && (
				<Link href={`/studio/${tile.id}/copyright`} class="button button--small own-item__why">
					{copyrightWords.whyLink()}
				</Link>
			)}
			{tile.status === "failed" && (
				<div class="own-item__acts">
					{failure?.canRetry ? (
						<button type="button" class="button button--small button--primary" onClick={() => void retryOwn(tile)}>
							<RotateCw size={16} /> {uiWords.tryAgain()}
						</button>
					) : (
						<Link href="/upload" class="button button--small button--primary">
							{ownWords.uploadAnother()}
						</Link>
					)}
					<button type="button" class="button button--small" onClick={() => void deleteOwn(tile)}>
						{commentsWords.remove()}
					</button>
				</div>
			)}
		</>
	);
}

const WhyLink = ({ id }: { id: string }) => (
	<Link href={`/settings/standing?video=${id}`} class="button button--small own-item__why">
		{standingWords.whyLink()}
	</Link>
);

function Processing({ tile, tiles }: { tile: VideoTile; tiles: TileList }) {
	const status = useSignal<ProcessingStatus | null>(null);
	useEffect(
		() =>
			followProcessing(tile.id, {
				onStatus(now) {
					status.value = now;
					if (now.status !== "processing") void tiles.restart();
				},
				// The list looks again by itself every few seconds.
				onFault: () => undefined,
			}),
		[tile.id],
	);
	const now = status.value;
	const progress = Math.round(now?.progress ?? 0);
	return (
		<div>
			<p class="quiet numeric">
				{now ? stageWords(now.stage, now.detail) : profileWords.processing()} · {percent(progress / 100)}
			</p>
			<progress
				class="own-item__progress"
				max={100}
				value={progress}
				aria-label={ownWords.processingTitle({ title: tile.title || profileWords.untitledInside() })}
			/>
		</div>
	);
}

const Skeletons = () => (
	<ul class="own-list" role="progressbar" aria-label={ownWords.loadingVideos()}>
		{[64, 48, 72].map((width) => (
			<li key={width} class="own-item">
				<div class="own-item__cover skeleton" />
				<div class="own-item__words">
					<div class="skeleton own-item__bone" style={{ width: `${width}%` }} />
					<div class="skeleton own-item__bone own-item__bone--thin" />
				</div>
			</li>
		))}
	</ul>
);
