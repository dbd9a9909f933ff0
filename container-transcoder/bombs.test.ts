import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runningService } from "./testing/running-service.ts";
import { jobFor, runJob } from "./testing/service.ts";

const running = runningService();

const H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-f", "h264"];

// A picture and a recording that are small only as files are in their own tests, as is a video of six hours.
test("pictures that grow two hundred times larger in the midst of a file cost no more than those it began with", async () => {
	const small = await running.clips.make("small.h264", ["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30:duration=2", ...H264]);
	const huge = await running.clips.make("huge.h264", ["-f", "lavfi", "-i", "color=black:size=4096x4096:rate=30:duration=0.5", ...H264]);
	const stream = join(running.clips.dir, "grows.h264");
	await writeFile(stream, Buffer.concat([await readFile(small), await readFile(huge)]));
	const timed = ["-c", "copy", "-bsf:v", "setts=ts=N*1000/30:duration=33"];
	const bomb = await running.clips.make("grows.mkv", ["-framerate", "30", "-f", "h264", "-i", stream, ...timed]);
	expect((await stat(bomb)).size).toBeLessThan(250_000);
	const last = (await runJob(running.service.url, await jobFor(running.bucket, bomb))).at(-1);
	expect(last).toMatchObject({ type: "done", result: { probe: { width: 320, height: 240 } } });
	const widths = last?.type === "done" ? last.result.manifest.renditions.map(({ width }) => width) : [];
	expect(Math.max(...widths)).toBeLessThanOrEqual(320);
});
