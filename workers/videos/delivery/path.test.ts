import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMediaPath } from "./path.ts";

describe("media addresses", () => {
	it.each([
		["/videos/auto/12/master.m3u8", { videoId: "12", grant: null, generation: null, name: "master.m3u8" }],
		["/videos/eu-west-1/12/720p.m3u8", { generation: null, name: "720p.m3u8" }],
		["/videos/auto/12/g3/240p/17.m4s", { generation: 3, name: "240p/17.m4s", contentType: "video/iso.segment" }],
		["/videos/auto/12/g3/240p/init.mp4", { name: "240p/init.mp4", contentType: "video/mp4" }],
		["/videos/auto/12/t.99.abc_-/g3/cover.jpg", { grant: "t.99.abc_-", generation: 3, contentType: "image/jpeg" }],
		["/videos/auto/12/g3/cover-17.jpg", { generation: 3, name: "cover-17.jpg", contentType: "image/jpeg" }],
		["/videos/auto/12/g1/preview.m4a", { name: "preview.m4a", contentType: "audio/mp4" }],
		["/videos/auto/12/g1/storyboard.vtt", { contentType: "text/vtt; charset=utf-8" }],
	])("%s", (path, expected) => expect(parseMediaPath(path)).toMatchObject(expected));

	it.each([
		"/videos/auto/12/",
		"/videos/auto/12/g1",
		"/videos/auto/abc/master.m3u8",
		"/videos/auto/12/g0/master.m3u8",
		"/videos/auto/12/g1/../../originals/12/part-00001",
		"/videos/auto/12/g1/..%2f..%2foriginals/12/part-00001",
		"/videos/auto/12/g1/144p/0.m4s",
		"/videos/auto/12/g1/240p/-1.m4s",
		"/videos/auto/12/g1/240p/0.m4s/",
		"/videos/auto/12/g1//cover.jpg",
		"/videos/auto/12/g1/cover-0.jpg",
		"/videos/auto/12/g1/cover-.jpg",
		"/videos/auto/12/part-00001",
		// All of a sound is for the transcoder, which reads the bucket.
		"/videos/auto/12/g1/sound.m4a",
	])("%s names nothing", (path) => expect(parseMediaPath(path)).toBeNull());

	it("no path leads out of a generation's folder", () => {
		const piece = fc.constantFrom("..", ".", "g1", "240p", "0.m4s", "%2e%2e", "originals", "master.m3u8", "", "\\", "cover.jpg");
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
				const parsed = parseMediaPath(`/videos/auto/12/${pieces.join("/")}`);
				return parsed === null || /^(?:(?:master|\d+p)\.m3u8|\d+p\/(?:init\.mp4|\d+\.m4s)|cover\.jpg)$/.test(parsed.name);
			}),
		);
	});
});
