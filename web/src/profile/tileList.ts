import { type Signal, signal } from "@preact/signals";
import type { VideoCard, VideoTile } from "../api/videos.ts";
import * as videos from "../api/videos.ts";
import type { HeldPages } from "../feed/placedList.ts";
import { onOwnVideo } from "../own/changes.ts";

/** The clips of those that can be played. */
export const cardsOf = (tiles: readonly VideoTile[]): VideoCard[] => tiles.flatMap(({ card }) => (card ? [card] : []));

type State = "loading" | "ready" | "end" | "failed";

/** Videos in one of these are still on their way. */
const ON_THEIR_WAY: readonly VideoTile["status"][] = ["uploading", "processing"];
/** How often the list looks whether they arrived, milliseconds. */
const LOOK_EVERY_MS = 4000;

type ReadTiles = (cursor: string | undefined) => Promise<{ videos: VideoTile[]; nextCursor: string | null }>;

/** The videos of one person, newest first, page by page; or those of another list that `read` reads. */
export class TileList {
	readonly tiles: Signal<readonly VideoTile[]> = signal([]);
	readonly state: Signal<State> = signal("loading");
	readonly error: Signal<unknown> = signal(null);
	private readonly readPage: ReadTiles;
	private cursor: string | undefined;
	private loading: Promise<void> | null = null;
	private epoch = 0;

	private readonly removed = new Map<string, number>();

	constructor(userId: string, read: ReadTiles = (cursor) => videos.listUserVideos(userId, cursor)) {
		this.readPage = read;
		onOwnVideo((id, tile) => (tile === null ? this.remove(id) : this.put(tile)));
	}
	/** What is in memory of it, for a player opened from it; null while that is nothing. */
	get held(): HeldPages | null {
		const cards = cardsOf(this.tiles.peek());
		return cards.length === 0 ? null : { cards, nextCursor: this.cursor ?? null };
	}
	/** Reads the first page anew; what is shown stays until it is there. */
	async restart(): Promise<void> {
		this.cursor = undefined;
		await this.read(true);
	}
	more(): Promise<void> {
		if (this.state.value === "end") return Promise.resolve();
		this.loading ??= this.read(false).finally(() => {
			this.loading = null;
		});
		return this.loading;
	}
	/** Looks again now and then while something is on its way. Answers the way to stop. */
	follow(): () => void {
		const timer = setInterval(() => {
			const waits = this.tiles.value.some(({ status }) => ON_THEIR_WAY.includes(status));
			if (waits && !document.hidden) void this.restart();
		}, LOOK_EVERY_MS);
		return () => clearInterval(timer);
	}
	remove(id: string): void {
		const place = this.tiles.value.findIndex((tile) => tile.id === id);
		if (place >= 0) this.removed.set(id, place);
		this.tiles.value = this.tiles.value.filter((tile) => tile.id !== id);
	}
	/** Shows a tile as it is now; one that was removed comes back to its place. */
	private put(tile: VideoTile): void {
		const place = this.removed.get(tile.id);
		const isShown = this.tiles.value.some(({ id }) => id === tile.id);
		if (isShown) this.tiles.value = this.tiles.value.map((other) => (other.id === tile.id ? tile : other));
		else if (place !== undefined) this.tiles.value = this.tiles.value.toSpliced(place, 0, tile);
		this.removed.delete(tile.id);
	}
	/** Empties it, as when the person was blocked. What is still being read no longer counts. */
	clear(): void {
		this.epoch++;
		this.tiles.value = [];
		this.cursor = undefined;
		this.state.value = "end";
	}
	private async read(anew: boolean): Promise<void> {
		if (this.tiles.value.length === 0) this.state.value = "loading";
		const { epoch } = this;
		try {
			const page = await this.readPage(anew ? undefined : this.cursor);
			if (epoch !== this.epoch) return;
			const before = anew ? [] : this.tiles.value;
			const known = new Set(before.map(({ id }) => id));
			this.tiles.value = [...before, ...page.videos.filter(({ id }) => !known.has(id))];
			this.cursor = page.nextCursor ?? undefined;
			this.state.value = page.nextCursor ? "ready" : "end";
		} catch (error) {
			if (epoch !== this.epoch) return;
			this.error.value = error;
			this.state.value = "failed";
		}
	}
}

const lists = new Map<string, TileList>();

/** One list per person, so that coming back from a video finds the grid as it was. */
export function tilesOf(userId: string): TileList {
	const list = lists.get(userId) ?? new TileList(userId);
	lists.set(userId, list);
	return list;
}
