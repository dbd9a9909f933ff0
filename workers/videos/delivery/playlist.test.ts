import { describe, expect, it } from "vitest";
import { rebasePlaylist } from "./playlist.ts";

describe("an unversioned playlist", () => {
	it("points into the served generation: addresses in lines and in attributes", () => {
		const playlist = '#EXTM3U\n#EXT-X-MAP:URI="240p/init.mp4"\n#EXTINF:2,\n240p/0.m4s\n\n#EXT-X-ENDLIST\n';
		expect(rebasePlaylist(playlist, "g2/")).toBe(
			'#EXTM3U\n#EXT-X-MAP:URI="g2/240p/init.mp4"\n#EXTINF:2,\ng2/240p/0.m4s\n\n#EXT-X-ENDLIST\n',
		);
	});

	it("leaves absolute addresses alone", () => {
		expect(rebasePlaylist("/a.m3u8\nhttps://b.test/c.m3u8", "g2/")).toBe("/a.m3u8\nhttps://b.test/c.m3u8");
	});
});
