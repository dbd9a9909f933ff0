import type { Rendition, RungName } from "../../contracts/media.ts";

/** HLS playlists (RFC 8216bis) for fragmented MP4. */

export interface MediaPlaylist {
	readonly rung: RungName;
	/** Seconds of each segment, in order. */
	readonly durations: readonly number[];
	/** A growing list is of type EVENT; a finished one says so and is VOD. */
	readonly finished: boolean;
	/** Seconds that no segment is longer than. */
	readonly segmentSeconds: number;
}

export function mediaPlaylist(playlist: MediaPlaylist): string {
	return [
		"#EXTM3U",
		"#EXT-X-VERSION:7",
		`#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(playlist.segmentSeconds - 0.01))}`,
		`#EXT-X-PLAYLIST-TYPE:${playlist.finished ? "VOD" : "EVENT"}`,
		"#EXT-X-MEDIA-SEQUENCE:0",
		"#EXT-X-INDEPENDENT-SEGMENTS",
		`#EXT-X-MAP:URI="${playlist.rung}/init.mp4"`,
		...playlist.durations.flatMap((duration, n) => [`#EXTINF:${duration.toFixed(6)},`, `${playlist.rung}/${n}.m4s`]),
		...(playlist.finished ? ["#EXT-X-ENDLIST"] : []),
		"",
	].join("\n");
}

/** Lists renditions with 480p, or the nearest below, first: players begin with the first entry. */
export function masterPlaylist(renditions: readonly Omit<Rendition, "bytes">[]): string {
	const start = renditions.findLast((rendition) => Number.parseInt(rendition.name, 10) <= 480) ?? renditions[0];
	const ordered = [...renditions].sort((a, b) => Number(b === start) - Number(a === start));
	return [
		"#EXTM3U",
		"#EXT-X-VERSION:7",
		"#EXT-X-INDEPENDENT-SEGMENTS",
		...ordered.flatMap((rendition) => [
			`#EXT-X-STREAM-INF:BANDWIDTH=${rendition.bandwidth},AVERAGE-BANDWIDTH=${rendition.averageBandwidth},` +
				`RESOLUTION=${rendition.width}x${rendition.height},FRAME-RATE=${rendition.frameRate.toFixed(3)},CODECS="${rendition.codecs}"`,
			`${rendition.name}.m3u8`,
		]),
		"",
	].join("\n");
}
