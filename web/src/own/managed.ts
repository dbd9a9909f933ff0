import { signal } from "@preact/signals";
import type { VideoTile } from "../api/videos.ts";

export type OwnView = "menu" | "edit" | "cover";

interface Managed {
	tile: VideoTile;
	view: OwnView;
	/** The moment it stands at where it plays, milliseconds: where choosing a cover begins. */
	atMs: number | null;
}

/** The video whose sheet is open, and what of it is shown. */
export const managed = signal<Managed | null>(null);

/** Opens what can be done with one's own video. */
export function manage(tile: VideoTile, view: OwnView = "menu", atMs: number | null = null): void {
	managed.value = { tile, view, atMs };
}
