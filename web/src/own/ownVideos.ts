import type { VideoCard, VideoTile } from "../api/videos.ts";
import * as videos from "../api/videos.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { tellChange } from "./changes.ts";
import * as ownWords from "./own.words.ts";
import { Restores } from "./restores.ts";

/** A card of one's own as its tile: all that is known of it where it plays. */
export function ownTile(card: VideoCard): VideoTile {
	const {
		id,
		visibility,
		title,
		thumbnail,
		blurhash,
		viewCount,
		likeCount,
		createdAt,
		description,
		alt,
		allowReposts,
		allowDownload,
		hashtags,
	} = card;
	return {
		id,
		status: "ready",
		visibility,
		title,
		thumbnail,
		blurhash,
		viewCount,
		likeCount,
		createdAt,
		card,
		own: {
			description,
			alt,
			allowReposts,
			allowDownload,
			hashtags,
			coverAtMs: null,
			coverInMaking: false,
			failure: null,
			restriction: "none",
		},
	};
}

const restores = new Restores<VideoTile>({
	restore: async (videoId) => (await videos.restoreVideo(videoId)).video,
	storage: localStorage,
	now: Date.now,
	pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
addEventListener("pagehide", () => restores.sendAll());

/** Goes on with what an earlier page undid and was left before the server knew. */
export function resumeRestores(): void {
	for (const { videoId, done } of restores.resume())
		done.then(
			(tile) => {
				tellChange(videoId, tile);
				tell(ownWords.itsBack());
			},
			(error: unknown) => tellFault(error),
		);
}

/** Deletes at once on screen; undone when asked within seconds, also after the tab was left, and when the server refuses. */
export async function deleteOwn(tile: VideoTile): Promise<void> {
	tellChange(tile.id, null);
	const deleting = videos.deleteVideo(tile.id);
	const wasDeleted = deleting.then(
		() => true,
		() => false,
	);
	let isUndone = false;
	const undo = async (): Promise<void> => {
		isUndone = true;
		// Back at once, as it went: the answer takes as long as the connection is slow.
		tellChange(tile.id, tile);
		try {
			tellChange(tile.id, await restores.want(tile.id, deleting));
			tell(ownWords.itsBack());
		} catch (error) {
			// Where neither got through it most likely stands.
			if (await wasDeleted) tellChange(tile.id, null);
			tellFault(error, () => void undo());
		}
	};
	tell(ownWords.videoDeleted(), { label: uiWords.undo(), run: () => void undo() });
	try {
		await deleting;
	} catch (error) {
		// Whoever took it back already does not want it tried again.
		if (isUndone) return;
		tellChange(tile.id, tile);
		tellFault(error, () => void deleteOwn(tile));
	}
}

/** Sends a failed video through again. */
export async function retryOwn(tile: VideoTile): Promise<void> {
	try {
		tellChange(tile.id, (await videos.retryVideo(tile.id)).video);
		tell(ownWords.tryingAgain());
	} catch (error) {
		tellFault(error);
	}
}

/** Between two looks whether the new cover is there, milliseconds, and how often. */
const LOOK_EVERY_MS = 1_500;
const LOOKS_MOST = 40;

/** Chooses the cover; resolves when the choice is taken. The picture follows seconds later, wherever the video is shown. */
export async function chooseCover(tile: VideoTile, atMs: number): Promise<void> {
	const { video } = await videos.setCover(tile.id, atMs);
	tellChange(tile.id, video);
	tell(ownWords.coverMaking());
	void followCover(video);
}

async function followCover(tile: VideoTile): Promise<void> {
	for (let look = 0; look < LOOKS_MOST; look++) {
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
		const card = await videos.getVideo(tile.id).then(
			({ video }) => video,
			() => null,
		);
		if (card === null || coverOf(card.thumbnail) === coverOf(tile.thumbnail)) continue;
		tellChange(tile.id, { ...tile, card, thumbnail: card.thumbnail, blurhash: card.blurhash });
		tell(ownWords.coverUp());
		return;
	}
	tell(ownWords.coverLong());
}

/** The cover's own name: a private video's address differs from answer to answer. */
const coverOf = (address: string | null): string => address?.split("/").slice(-2).join("/") ?? "";
