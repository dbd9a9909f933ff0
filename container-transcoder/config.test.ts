import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";

const LEAST = {
	MEDIA_ENDPOINT: "http://127.0.0.1:1/s3/",
	MEDIA_BUCKET: "media",
};

test("the bucket is all that must be given", () => {
	const config = parseConfig(LEAST);
	expect(config).toMatchObject({ port: 8080, token: null, ffmpeg: "ffmpeg", ffprobe: "ffprobe" });
	expect(config.media.endpoint).toBe("http://127.0.0.1:1/s3");
	expect(config.maxJobs).toBeGreaterThanOrEqual(1);
	expect(Object.isFrozen(config)).toBe(true);
});

test("an empty variable counts as not given", () => {
	expect(parseConfig({ ...LEAST, TRANSCODER_TOKEN: "", MAX_JOBS: "" })).toMatchObject({ token: null });
});

test("each wrong variable is named", () => {
	expect(() => parseConfig({ ...LEAST, MEDIA_ENDPOINT: "here", PORT: "high" })).toThrow(
		/(PORT[\s\S]*MEDIA_ENDPOINT)|(MEDIA_ENDPOINT[\s\S]*PORT)/,
	);
	expect(() => parseConfig({})).toThrow("MEDIA_BUCKET");
});
