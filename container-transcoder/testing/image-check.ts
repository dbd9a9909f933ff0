import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { startBucket } from "./bucket.ts";
import { MP4, openClipMaker, picture, tone } from "./clips.ts";
import { jobFor, resultOf, TEST_KEY } from "./service.ts";

/**
 * Plays the outside world for a transcoder started from its image: prints the bucket's address, the port the service
 * is to take and the key it is to know, waits for it, and gives it a clip. Ends with 0 when the clip came out as it should.
 */
const START_TIMEOUT_MS = 120_000;
const bucket = await startBucket();
const clips = await openClipMaker();
try {
	const port = await freePort();
	console.log(`${bucket.url} ${port} ${TEST_KEY}`);
	const url = `http://127.0.0.1:${port}`;
	const health = await waitForHealth(url);
	const clip = await clips.make("clip.mp4", [...picture("360x640", 4), ...tone(4), ...MP4, "-shortest"]);
	const result = await resultOf(url, await jobFor(bucket, clip));
	const names = result.manifest.renditions.map((rendition) => rendition.name).join(" ");
	if (names !== "240p 360p" || !result.manifest.hasAudio) throw new Error(`The clip came out as ${JSON.stringify(result.manifest)}.`);
	if (result.embedding === null) throw new Error("The image could not make the embedding.");
	const { screening } = result;
	if (screening === null || screening.unchecked.length > 0)
		throw new Error(`The image could not screen the clip: ${JSON.stringify(screening)}`);
	console.error(`image: FFmpeg ${health.ffmpeg}, ${names}, embedding ${result.embedding.version}, ${result.wallSeconds} s`);
} finally {
	await clips.remove();
	await bucket.close();
}

async function waitForHealth(url: string): Promise<{ ffmpeg: string }> {
	const Health = z.object({ ok: z.literal(true), ffmpeg: z.string() });
	const until = Date.now() + START_TIMEOUT_MS;
	for (;;) {
		const answer = await fetch(`${url}/health`).catch(() => null); // not listening yet
		if (answer?.ok) return Health.parse(await answer.json());
		if (Date.now() > until) throw new Error("The service did not answer in time.");
		await sleep(200);
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
		});
	});
}
