import { useSignal } from "@preact/signals";
import { Folder } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { COLLECTION_NAME_MAX } from "../../../contracts/limits.ts";
import type { VideoCard } from "../api/feeds.ts";
import type { Collection } from "../api/sharing.ts";
import * as api from "../api/sharing.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as feedWords from "../feed/feed.words.ts";
import { copyText } from "../feed/share.ts";
import { weave } from "../language/weave.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as collectionsWords from "./collections.words.ts";
import "./collections.css";

interface Page {
	collection: Pick<Collection, "name"> & Partial<Collection>;
	videos: readonly VideoCard[];
	nextCursor: string | null;
	owner?: { username: string; displayName: string };
}

/** Pages of a collection, as they are scrolled for. */
function usePages(read: (cursor?: string) => Promise<Page>, key: string) {
	const page = useSignal<Page | null>(null);
	const fault = useSignal<unknown>(null);
	const load = (cursor?: string) =>
		read(cursor).then(
			(next) => {
				page.value = { ...next, videos: cursor ? [...(page.value?.videos ?? []), ...next.videos] : next.videos };
				fault.value = null;
			},
			(error: unknown) => {
				if (page.value) tellFault(error);
				else fault.value = error;
			},
		);
	useEffect(() => void load(), [key]);
	return { page, fault, load };
}

/** One of one's own collections: its videos, its name, its link. */
export function CollectionScreen({ id }: { id: string }) {
	const { page, fault, load } = usePages((cursor) => api.collectionVideos(id, cursor), id);
	const [, navigate] = useLocation();
	const name = useSignal<string | null>(null);
	const collection = page.value?.collection;
	useTitle(collection?.name ?? collectionsWords.collection());
	if (fault.value !== null) return <FaultNotice isScreen error={fault.value} onRetry={() => void load()} />;
	const change = async (act: () => Promise<{ collection: Collection }>, said?: string) => {
		try {
			const { collection: after } = await act();
			if (page.value) page.value = { ...page.value, collection: after };
			if (said) tell(said);
			return after;
		} catch (error) {
			tellFault(error);
			return null;
		}
	};
	const share = async () => {
		const after = await change(() => api.setCollectionLink(id, true));
		if (after?.link) await copyText(`${location.origin}/c/${after.link}`, collectionsWords.linkCopied());
	};
	const remove = async () => {
		try {
			await api.deleteCollection(id);
			navigate("/collections");
			tell(collectionsWords.deleted(), {
				label: uiWords.undo(),
				run: () => void api.restoreCollection(id).then(() => navigate(`/collections/${id}`), tellFault),
			});
		} catch (error) {
			tellFault(error, () => void remove());
		}
	};
	const rename = async (event: Event) => {
		event.preventDefault();
		const wanted = name.value?.trim();
		if (wanted && (await change(() => api.renameCollection(id, wanted), collectionsWords.renamed()))) name.value = null;
	};
	const takeOut = async (video: VideoCard) => {
		const before = page.value;
		if (before) page.value = { ...before, videos: before.videos.filter((one) => one.id !== video.id) };
		try {
			await api.setInCollection(id, video.id, false);
			tell(collectionsWords.takenOut(), {
				label: uiWords.undo(),
				run: () => void api.setInCollection(id, video.id, true).then(() => load(), tellFault),
			});
		} catch (error) {
			page.value = before;
			tellFault(error, () => void takeOut(video));
		}
	};
	return (
		<main class="page">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/collections" />
				<h1>{collection?.name ?? collectionsWords.collection()}</h1>
			</header>
			{collection && (
				<div class="collection__acts">
					<button type="button" class="button button--small" onClick={() => void share()}>
						{collection.link ? collectionsWords.copyItsLink() : collectionsWords.shareByLink()}
					</button>
					{collection.link && (
						<button
							type="button"
							class="button button--small"
							onClick={() => void change(() => api.setCollectionLink(id, false), collectionsWords.linkOff())}
						>
							{collectionsWords.takeLinkBack()}
						</button>
					)}
					<button type="button" class="button button--small" onClick={() => (name.value = collection.name)}>
						{collectionsWords.rename()}
					</button>
					<button type="button" class="button button--small" onClick={() => void remove()}>
						{commentsWords.remove()}
					</button>
				</div>
			)}
			{name.value !== null && (
				<form class="collection__acts collection-new" onSubmit={(event) => void rename(event)}>
					<input
						value={name.value}
						maxLength={COLLECTION_NAME_MAX}
						aria-label={collectionsWords.nameOf()}
						onInput={(event) => (name.value = event.currentTarget.value)}
					/>
					<button type="submit" class="button button--small button--primary">
						{uiWords.save()}
					</button>
				</form>
			)}
			<Grid page={page.value} onMore={load} onRemove={(video) => void takeOut(video)} />
		</main>
	);
}

/** Somebody's collection, by its link. */
export function SharedCollectionScreen({ link }: { link: string }) {
	const { page, fault, load } = usePages((cursor) => api.sharedCollection(link, cursor), link);
	const owner = page.value?.owner;
	useTitle(page.value?.collection.name ?? collectionsWords.collection());
	if (fault.value !== null) return <FaultNotice isScreen error={fault.value} onRetry={() => void load()} />;
	return (
		<main class="page">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/" />
				<h1>{page.value?.collection.name ?? collectionsWords.collection()}</h1>
			</header>
			{owner && (
				<p class="collection__acts">
					{weave(collectionsWords.collectionBy, { person: <Link href={`/@${owner.username}`}>{owner.displayName}</Link> })}
				</p>
			)}
			<Grid page={page.value} onMore={load} />
		</main>
	);
}

function Grid({ page, onMore, onRemove }: { page: Page | null; onMore(cursor: string): unknown; onRemove?: (video: VideoCard) => void }) {
	if (page === null) return <span class="spinner" role="progressbar" aria-label={feedWords.loadingVideos()} />;
	if (page.videos.length === 0) {
		return (
			<Notice icon={<Folder size={28} />} title={collectionsWords.nothingIn()}>
				{collectionsWords.nothingInNote()}
			</Notice>
		);
	}
	return (
		<>
			<ul class="collection__grid">
				{page.videos.map((video) => (
					<li key={video.id}>
						<Link href={`/v/${video.id}`} aria-label={video.alt || video.title || feedWords.untitledVideo()}>
							<Picture src={video.thumbnail} loading="lazy" />
						</Link>
						{onRemove && (
							<button type="button" class="button button--small" onClick={() => onRemove(video)}>
								{collectionsWords.takeOut()}
							</button>
						)}
					</li>
				))}
			</ul>
			{page.nextCursor && (
				<button type="button" class="button" onClick={() => onMore(page.nextCursor ?? "")}>
					{commentsWords.showMore()}
				</button>
			)}
		</>
	);
}
