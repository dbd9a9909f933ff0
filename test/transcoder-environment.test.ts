import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConfig } from "../container-transcoder/config.ts";
import { isMoot, TRANSCODER_PORT, transcoderEnvironment } from "../durable-objects/transcoder-environment.ts";

const config = {
	TRANSCODER_KEY: "a-secret-of-some-length",
	MEDIA_S3_ENDPOINT: "https://account.r2.cloudflarestorage.com",
	MEDIA_S3_BUCKET: "reelay-media",
	MEDIA_S3_ACCESS_KEY_ID: "media-access-key",
	MEDIA_S3_SECRET_ACCESS_KEY: "media-secret-key",
	AUTH_SECRET: "not for the transcoder",
};

test("the service in the container takes what it is told, and listens where it is asked", () => {
	expect(parseConfig(transcoderEnvironment(config))).toMatchObject({
		port: TRANSCODER_PORT,
		host: "0.0.0.0",
		key: config.TRANSCODER_KEY,
		media: { endpoint: config.MEDIA_S3_ENDPOINT, bucket: config.MEDIA_S3_BUCKET },
	});
});

test("no other secret of the Worker's, and no key to a bucket, reaches a process that reads strangers' files", () => {
	const told = JSON.stringify(transcoderEnvironment(config));
	for (const secret of [config.AUTH_SECRET, config.MEDIA_S3_ACCESS_KEY_ID, config.MEDIA_S3_SECRET_ACCESS_KEY]) {
		expect(told).not.toContain(secret);
	}
});

test("only a cancellation where nothing runs is answered without a container", () => {
	expect(isMoot("DELETE", false)).toBe(true);
	expect(isMoot("DELETE", true)).toBe(false);
	expect(isMoot("PUT", false)).toBe(false);
});

test("as many containers may run as jobs are spread over", () => {
	const toml = readFileSync(new URL("../wrangler.toml", import.meta.url), "utf8");
	const most = Number(/^max_instances = (\d+)$/m.exec(toml)?.[1]);
	const source = readFileSync(new URL("../workers/platform/config.ts", import.meta.url), "utf8");
	const told = /TRANSCODER_INSTANCES = "?(\d+)/.exec(toml)?.[1] ?? /TRANSCODER_INSTANCES: .*\.default\((\d+)\)/.exec(source)?.[1];
	expect(most).toBe(Number(told));
});
