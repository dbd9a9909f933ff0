import { expect, test } from "vitest";
import { masterPlaylist, mediaPlaylist } from "./playlists.ts";

test("a growing playlist is of type EVENT and has no end", () => {
	expect(mediaPlaylist({ rung: "360p", durations: [2, 2], segmentSeconds: 2, finished: false })).toBe(
		[
			"#EXTM3U",
			"#EXT-X-VERSION:7",
			"#EXT-X-TARGETDURATION:2",
			"#EXT-X-PLAYLIST-TYPE:EVENT",
			"#EXT-X-MEDIA-SEQUENCE:0",
			"#EXT-X-INDEPENDENT-SEGMENTS",
			'#EXT-X-MAP:URI="360p/init.mp4"',
			"#EXTINF:2.000000,",
			"360p/0.m4s",
			"#EXTINF:2.000000,",
			"360p/1.m4s",
			"",
		].join("\n"),
	);
});

test("a finished playlist is VOD and ends; its target covers the longest segment", () => {
	const text = mediaPlaylist({ rung: "720p", durations: [2.16, 0.5], segmentSeconds: 2.16, finished: true });
	expect(text).toContain("#EXT-X-TARGETDURATION:3\n#EXT-X-PLAYLIST-TYPE:VOD");
	expect(text.endsWith("#EXTINF:0.500000,\n720p/1.m4s\n#EXT-X-ENDLIST\n")).toBe(true);
});

test("the master playlist begins with 480p, or with what is nearest below it", () => {
	const rendition = (name: "240p" | "360p" | "480p" | "720p") => ({
		name,
		width: 2,
		height: 2,
		bandwidth: 20,
		averageBandwidth: 10,
		frameRate: 30_000 / 1001,
		codecs: "avc1.64001f,mp4a.40.2",
	});
	const order = (text: string) => text.split("\n").filter((line) => line.endsWith(".m3u8"));
	expect(order(masterPlaylist(["240p", "360p", "480p", "720p"].map((name) => rendition(name as "240p"))))).toEqual([
		"480p.m3u8",
		"240p.m3u8",
		"360p.m3u8",
		"720p.m3u8",
	]);
	expect(order(masterPlaylist([rendition("240p"), rendition("360p")]))[0]).toBe("360p.m3u8");
	expect(masterPlaylist([rendition("240p")])).toContain(
		'#EXT-X-STREAM-INF:BANDWIDTH=20,AVERAGE-BANDWIDTH=10,RESOLUTION=2x2,FRAME-RATE=29.970,CODECS="avc1.64001f,mp4a.40.2"\n240p.m3u8',
	);
});
