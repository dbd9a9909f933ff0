import { coverName, type Manifest, type StoredManifest } from "../../../contracts/media.ts";

/** What of a video its addresses are made of. */
export interface Addressed {
	readonly id: string;
	readonly generation: number;
	readonly liveGeneration: number | null;
	readonly manifest: StoredManifest | null;
	readonly coverServed: number;
}

/** Folder of the generation that is served (the one in the making before the first is), with trailing slash. */
export function mediaBase(region: string, video: Addressed, grant: string | null = null): string {
	const opened = grant === null ? "" : `${grant}/`;
	return `/videos/${region}/${video.id}/${opened}g${video.liveGeneration ?? video.generation}/`;
}

/** The manifest with addresses; null while there is nothing to play. */
export function presentManifest(region: string, video: Addressed, grant: string | null = null): Manifest | null {
	if (video.manifest === null) return null;
	const base = mediaBase(region, video, grant);
	return { url: video.manifest.external ?? `${base}master.m3u8`, base, ...video.manifest };
}

/** Playlist address by rung. */
export function presentUrls(region: string, video: Addressed, grant: string | null = null): Record<string, string> {
	const base = mediaBase(region, video, grant);
	return Object.fromEntries((video.manifest?.renditions ?? []).map(({ name }) => [name, `${base}${name}.m3u8`]));
}

export const presentThumbnail = (region: string, video: Addressed, grant: string | null = null): string =>
	`${mediaBase(region, video, grant)}${coverName(video.coverServed)}`;
