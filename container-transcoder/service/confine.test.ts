import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBucket } from "../testing/bucket.ts";
import { MP4, openClipMaker, picture, tone } from "../testing/clips.ts";
import { jobFor, resultOf, testConfig } from "../testing/service.ts";
import { confine } from "./confine.ts";
import { startService } from "./service.ts";

const run = promisify(execFile);
let dir: string;
beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), "reelay-confine-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

function logged() {
	const events: string[] = [];
	return { events, log: (event: string) => void events.push(event) };
}

test("without a user to switch to FFmpeg runs as it is, and the log says so once", async () => {
	const { events, log } = logged();
	const confined = await confine({ ffmpeg: "/bin/ffmpeg", ffprobe: "/bin/ffprobe", ffmpegUid: null }, dir, log);
	expect(confined).toEqual({ ffmpeg: "/bin/ffmpeg", ffprobe: "/bin/ffprobe", node: process.execPath, jobDirMode: 0o700 });
	expect(events).toEqual(["ffmpeg.same_user"]);
});

test("where the service may not switch, it goes on and says so", async () => {
	const { events, log } = logged();
	// No kernel knows a user of this number: 2³² − 1 means "leave it" there.
	const confined = await confine({ ffmpeg: "/bin/ffmpeg", ffprobe: "/bin/ffprobe", ffmpegUid: 4_294_967_295 }, dir, log);
	expect(confined.ffmpeg).toBe("/bin/ffmpeg");
	expect(events).toEqual(["ffmpeg.same_user"]);
});

test.runIf(process.getuid?.() === 0)(
	"where it may, the command runs as that user, with no capability, and passes its words on",
	async () => {
		const { events, log } = logged();
		const shell = join(dir, "shell");
		await writeFile(shell, '#!/bin/sh\n[ "$1" = -version ] || exec /bin/sh "$@"\n', { mode: 0o755 });
		const confined = await confine({ ffmpeg: shell, ffprobe: "/bin/echo", ffmpegUid: 10_002 }, dir, log);
		const { stdout } = await run(confined.ffmpeg, ["-c", "id -u; grep -E 'Cap(Prm|Eff|Amb)' /proc/self/status"]);
		expect(stdout.split("\n")[0]).toBe("10002");
		expect(stdout.match(/\t0000000000000000/g)).toHaveLength(3);
		expect((await run(confined.ffprobe, ["it's", "a b"])).stdout).toBe("it's a b\n");
		expect(events).toEqual(["ffmpeg.own_user"]);
	},
);

test.runIf(process.getuid?.() === 0)("a clip is transcoded by that user", async () => {
	const clips = await openClipMaker();
	await chmod(clips.dir, 0o755);
	const bucket = await startBucket();
	const { events, log } = logged();
	const service = await startService(testConfig(bucket, join(clips.dir, "work"), { FFMPEG_UID: "10002" }), { log, embedder: null });
	try {
		const clip = await clips.make("clip.mp4", [...picture("64x48", 1), ...tone(1), ...MP4]);
		expect((await resultOf(service.url, await jobFor(bucket, clip))).manifest).toMatchObject({ hasAudio: true, segmentCount: 1 });
		expect(events).toContain("ffmpeg.own_user");
	} finally {
		await service.close();
		await bucket.close();
		await clips.remove();
	}
});
