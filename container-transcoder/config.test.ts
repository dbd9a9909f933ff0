import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";

const LEAST = {
	MEDIA_ENDPOINT: "http://127.0.0.1:1/s3/",
	MEDIA_BUCKET: "media",
	TRANSCODER_KEY: "a-key-of-some-length",
};

test("the bucket and the key are all that must be given", () => {
	const config = parseConfig(LEAST);
	expect(config).toMatchObject({ port: 8080, key: "a-key-of-some-length", ffmpeg: "ffmpeg", ffprobe: "ffprobe" });
	expect(config.media.endpoint).toBe("http://127.0.0.1:1/s3");
	expect(config.maxJobs).toBeGreaterThanOrEqual(1);
	expect(Object.isFrozen(config)).toBe(true);
});

test("an empty variable counts as not given", () => {
	expect(parseConfig({ ...LEAST, FFMPEG_UID: "", MAX_JOBS: "" })).toMatchObject({ ffmpegUid: null });
	expect(() => parseConfig({ ...LEAST, TRANSCODER_KEY: "" })).toThrow("TRANSCODER_KEY");
});

test("each wrong variable is named", () => {
	expect(() => parseConfig({ ...LEAST, MEDIA_ENDPOINT: "here", PORT: "high" })).toThrow(
		/(PORT[\s\S]*MEDIA_ENDPOINT)|(MEDIA_ENDPOINT[\s\S]*PORT)/,
	);
	expect(() => parseConfig({})).toThrow("MEDIA_BUCKET");
});
