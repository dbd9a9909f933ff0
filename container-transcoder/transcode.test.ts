import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { TranscodeEvent, TranscodeResult } from "../contracts/transcode.ts";
import { walkBoxes } from "./media/boxes.ts";
import { ffprobe, MP4, picture, tone } from "./testing/clips.ts";
import { runningService } from "./testing/running-service.ts";
import { jobFor, resultOf, runJob, saveOutputs } from "./testing/service.ts";

const running = runningService();

const Frames = z.object({ packets: z.array(z.object({ pts_time: z.coerce.number(), flags: z.string() })) });
const Streams = z.object({ streams: z.array(z.object({ codec_type: z.string(), width: z.int().optional(), height: z.int().optional() })) });

describe("an ordinary vertical clip", () => {
	let result: TranscodeResult;
	let dir: string;
	let types: string[];
	let playable: TranscodeEvent | undefined;

	beforeAll(async () => {
		const file = await running.clips.make("vertical.mp4", [...picture("720x1280", 5), ...tone(5, 0.4), ...MP4, "-shortest"]);
		const events = await runJob(running.service.url, await jobFor(running.bucket, file, { videoId: "10" }));
		types = events.map((event) => event.type);
		playable = events.find((event) => event.type === "playable");
		const last = events.at(-1);
		if (last?.type !== "done") throw new Error(JSON.stringify(last));
		result = last.result;
		dir = await saveOutputs(running.bucket, "videos/10/g1/", join(running.clips.dir, "out10"));
	});

	test("gets the rungs up to its short side and says playable before done", () => {
		expect(result.manifest.renditions.map(({ name, width, height }) => `${name} ${width}x${height}`)).toEqual([
			"240p 240x426",
			"360p 360x640",
			"480p 480x854",
			"720p 720x1280",
		]);
		expect(result.manifest).toMatchObject({ segmentSeconds: 2, lastSegmentSeconds: 1, segmentCount: 3, hasAudio: true });
		expect(types.indexOf("playable")).toBeGreaterThan(0);
		expect(types.indexOf("playable")).toBeLessThan(types.indexOf("done"));
	});

	test("is announced as playable with the manifest it will have, bandwidths not yet measured", () => {
		if (playable?.type !== "playable") throw new Error("It was never playable.");
		expect(playable.renditions.length).toBeGreaterThanOrEqual(2);
		expect(playable.manifest).toMatchObject({ segmentSeconds: 2, lastSegmentSeconds: 1, segmentCount: 3, hasAudio: true });
		for (const expected of playable.manifest?.renditions ?? []) {
			const made = result.manifest.renditions.find(({ name }) => name === expected.name);
			expect(made).toMatchObject({ width: expected.width, height: expected.height, codecs: expected.codecs });
		}
	});

	test("has a key picture at the start of each segment, at the same time in every rendition", async () => {
		for (const { name } of result.manifest.renditions) {
			const { packets } = Frames.parse(await ffprobe(join(dir, `${name}.m3u8`), "packet=pts_time,flags", ["-select_streams", "v"]));
			const first = packets[0]?.pts_time ?? 0;
			expect(
				packets.filter((packet) => packet.flags.startsWith("K")).map((packet) => Math.round((packet.pts_time - first) * 1000)),
			).toEqual([0, 2000, 4000]);
			expect(packets).toHaveLength(150);
		}
	});

	test("declares in the master playlist what its segments measure", async () => {
		const master = await readFile(join(dir, "master.m3u8"), "utf8");
		for (const { name, width, height, bandwidth, averageBandwidth } of result.manifest.renditions) {
			const sizes = [0, 1, 2].map((n) => running.bucket.objects.get(`media/videos/10/g1/${name}/${n}.m4s`)?.body.length ?? 0);
			const peak = Math.max(...sizes.map((bytes, n) => (bytes * 8) / (n === 2 ? 1 : 2)));
			expect(bandwidth).toBe(Math.ceil(Math.max(peak, averageBandwidth)));
			expect(averageBandwidth).toBe(Math.ceil((sizes.reduce((sum, bytes) => sum + bytes, 0) * 8) / 5));
			expect(master).toContain(
				`BANDWIDTH=${bandwidth},AVERAGE-BANDWIDTH=${averageBandwidth},RESOLUTION=${width}x${height},FRAME-RATE=30.000,CODECS="avc1.`,
			);
			const { streams } = Streams.parse(await ffprobe(join(dir, `${name}.m3u8`), "stream=codec_type,width,height"));
			expect(streams.find((stream) => stream.codec_type === "video")).toMatchObject({ width, height });
			expect(streams.some((stream) => stream.codec_type === "audio")).toBe(true);
		}
		expect(master.indexOf("480p.m3u8")).toBeLessThan(master.indexOf("240p.m3u8"));
	});

	test("leaves cover, storyboard, blur-hash and finished playlists with their types and cache times", () => {
		const stored = (name: string) => running.bucket.objects.get(`media/videos/10/g1/${name}`);
		expect(stored("cover.jpg")).toMatchObject({ contentType: "image/jpeg", cacheControl: "public, max-age=86400, immutable" });
		expect(stored("cover.jpg")?.body.subarray(0, 2).toString("hex")).toBe("ffd8");
		expect(stored("storyboard.jpg")?.contentType).toBe("image/jpeg");
		expect(stored("storyboard.vtt")?.body.toString()).toMatch(
			/^WEBVTT\n\n00:00:00\.000 --> 00:00:00\.\d{3}\nstoryboard\.jpg#xywh=0,0,120,213/,
		);
		expect(stored("480p.m3u8")?.body.toString()).toMatch(/PLAYLIST-TYPE:VOD[\s\S]*#EXT-X-ENDLIST/);
		expect(stored("480p/0.m4s")).toMatchObject({ contentType: "video/iso.segment", cacheControl: "public, max-age=86400, immutable" });
		expect(stored("480p/init.mp4")?.contentType).toBe("video/mp4");
		expect(result.blurhash).toMatch(/^[\w#$%*+,\-.:;=?@[\]^{|}~]{20,36}$/);
		expect(result.cpuSeconds).toBeGreaterThan(0);
	});

	test("brings quiet sound to the common loudness", () => {
		const heard = spawnSync("ffmpeg", [
			"-hide_banner",
			"-nostats",
			"-i",
			join(dir, "240p.m3u8"),
			"-map",
			"0:a",
			"-af",
			"ebur128",
			"-f",
			"null",
			"-",
		]);
		const loudness = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+)/.exec(heard.stderr.toString())?.[1]);
		expect(loudness).toBeGreaterThan(-15.5);
		expect(loudness).toBeLessThan(-12.5);
	});
});

test("a clip without sound, of odd size and 25 frames a second, keeps its rate and gets even sizes", async () => {
	const file = await running.clips.make("odd.mkv", [
		...picture("427x241", 2, 25),
		"-c:v",
		"libx264",
		"-preset",
		"ultrafast",
		"-pix_fmt",
		"yuv444p",
	]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "11" }));
	expect(result.manifest).toMatchObject({ hasAudio: false, segmentCount: 1, segmentSeconds: 2 });
	expect(result.manifest.renditions).toMatchObject([{ name: "240p", width: 426, height: 240, frameRate: 25 }]);
	expect(result.manifest.renditions[0]?.codecs).toMatch(/^avc1\.64[0-9a-f]{4}$/);
	expect(result.probe.audioCodec).toBeNull();
});

test("a clip of 32×18 gets one rendition of its own size", async () => {
	const file = await running.clips.make("tiny.mp4", [...picture("32x18", 1.5), ...MP4]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "12" }));
	expect(result.manifest.renditions).toMatchObject([{ name: "240p", width: 32, height: 18 }]);
});

test("a clip turned by the phone is shown upright", async () => {
	const flat = await running.clips.make("flat.mp4", [...picture("426x240", 1.5), ...MP4]);
	const file = await running.clips.make("turned.mp4", ["-display_rotation", "90", "-i", flat, "-c", "copy"]).catch(() =>
		// Before FFmpeg 6 the rotation was set by a tag.
		running.clips.make("turned.mp4", ["-i", flat, "-c", "copy", "-metadata:s:v", "rotate=90"]),
	);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "13" }));
	expect(result.probe).toMatchObject({ width: 240, height: 426 });
	expect(result.probe.rotation % 180).toBe(90);
	expect(result.manifest.renditions).toMatchObject([{ name: "240p", width: 240, height: 426 }]);
});

test("pixels that are not square become square", async () => {
	const file = await running.clips.make("sar.mp4", [...picture("240x240", 1.5), "-vf", "setsar=16/9", ...MP4]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "14" }));
	expect(result.manifest.renditions).toMatchObject([{ name: "240p", width: 428, height: 240 }]);
});

test("a high dynamic range clip is mapped to 8-bit BT.709", async () => {
	const file = await running.clips.make("hlg.mp4", [
		...[...picture("256x256", 1.2), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le"],
		...["-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc", "-bsf:v"],
		"h264_metadata=colour_primaries=9:transfer_characteristics=18:matrix_coefficients=9",
	]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "15" }));
	expect(result.probe.hdr).toBe(true);
	const dir = await saveOutputs(running.bucket, "videos/15/g1/", join(running.clips.dir, "out15"));
	const shown = JSON.stringify(await ffprobe(join(dir, "240p.m3u8"), "stream=pix_fmt,color_transfer,color_space"));
	expect(shown).toContain('"pix_fmt":"yuv420p"');
	expect(shown).toContain('"color_transfer":"bt709"');
});

test.each([
	["arib-std-b67", 18],
	["smpte2084", 16],
])("the grey of a %s clip is as bright as it was meant, and its white nearly white", async (transfer, number) => {
	// From SDR by the standard's own curve, SDR's white at 203 cd/m² (ITU-R BT.2408).
	const lift = `zscale=tin=bt709:min=bt709:pin=bt709:rin=tv:t=${transfer}:m=bt2020nc:p=bt2020:r=tv:npl=203,format=yuv420p10le`;
	const shown: number[] = [];
	for (const grey of ["0x606060", "white"]) {
		const file = await running.clips.make("grey.mp4", [
			...["-f", "lavfi", "-i", `color=${grey}:size=128x128:rate=10:duration=1.2,format=yuv420p`, "-vf", lift],
			...["-c:v", "libx264", "-preset", "ultrafast", "-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc"],
			...["-bsf:v", `h264_metadata=colour_primaries=9:transfer_characteristics=${number}:matrix_coefficients=9`],
		]);
		const videoId = `15${number}${grey.length}`;
		await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId }));
		const dir = await saveOutputs(running.bucket, `videos/${videoId}/g1/`, join(running.clips.dir, `out${videoId}`));
		shown.push(decoded(join(dir, "240p.m3u8"), ["-frames:v", "1", "-vf", "scale=1:1:flags=area,format=gray", "-f", "rawvideo"])[0] ?? 0);
	}
	const [grey = 0, white = 0] = shown;
	expect(Math.abs(grey - 0x60)).toBeLessThan(8);
	expect(white).toBeGreaterThan(205);
});

test("an interlaced clip shows no combs", async () => {
	// Upright stripes that wander: in a whole picture all lines are alike.
	const stripes = "color=gray:size=320x240:rate=50:duration=2,format=gray,geq=lum='128+90*sin((X+6*N)/9)'";
	const fields = ["-vf", "tinterlace=interleave_top,fieldorder=tff", "-c:v", "mpeg2video", "-flags", "+ildct+ilme", "-q:v", "2"];
	const file = await running.clips.make("interlaced.mkv", ["-f", "lavfi", "-i", stripes, ...fields]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "21" }));
	expect(result.manifest.renditions).toMatchObject([{ name: "240p", frameRate: 25 }]);
	const dir = await saveOutputs(running.bucket, "videos/21/g1/", join(running.clips.dir, "out21"));
	const unlikeness = (path: string) => {
		const luma = decoded(path, ["-ss", "1", "-frames:v", "1", "-pix_fmt", "gray", "-f", "rawvideo"]);
		return luma.subarray(320).reduce((sum, value, n) => sum + Math.abs(value - (luma[n] ?? 0)), 0) / (luma.length - 320);
	};
	expect(unlikeness(file)).toBeGreaterThan(15);
	expect(unlikeness(join(dir, "240p.m3u8"))).toBeLessThan(4);
});

test.each([
	["together with it", "22", 0],
	["0.4 s behind it", "23", 0.4],
])("sound that begins with the picture or %s keeps its place", async (_, videoId, late) => {
	const beep = "aevalsrc='if(between(t,1,1.1),0.8*sin(2*PI*1000*t),0)':s=44100:d=3";
	const file = await running.clips.make(`beep${videoId}.mp4`, [
		...[...picture("128x128", 3), "-itsoffset", String(late), "-f", "lavfi", "-i", beep, ...MP4],
	]);
	await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId }));
	const dir = await saveOutputs(running.bucket, `videos/${videoId}/g1/`, join(running.clips.dir, `out${videoId}`));
	const bytes = decoded(join(dir, "240p.m3u8"), ["-vn", "-ac", "1", "-ar", "48000", "-f", "f32le"]);
	const pcm = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
	expect(Math.abs(pcm.findIndex((sample) => Math.abs(sample) > 0.1) / 48_000 - 1 - late)).toBeLessThan(0.003);
	// By the boxes, as browsers read them: FFmpeg shows pictures behind B pictures two frames late.
	const fragment = running.bucket.objects.get(`media/videos/${videoId}/g1/240p/0.m4s`)?.body ?? Buffer.alloc(0);
	expect(startTicks(fragment)).toEqual([0, 0]);
});

test("a recording of varying rate without a declared length is given a steady one", async () => {
	const file = await running.clips.make("varying.webm", [
		...[...picture("320x240", 3), "-vf", "select='lt(mod(n,7),4)'", "-vsync", "vfr", "-c:v", "libvpx", "-deadline", "realtime"],
		...["-cpu-used", "8", "-f", "webm", "-live", "1"],
	]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "16" }));
	expect(result.probe.durationMs).toBeGreaterThan(2_700);
	expect(result.manifest.segmentCount).toBe(2);
});

test("a clip at 29.97 frames a second gets segments that are whole pictures", async () => {
	const file = await running.clips.make("ntsc.mp4", [...["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30000/1001:duration=3"], ...MP4]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "17" }));
	expect(result.manifest.segmentSeconds).toBeCloseTo(2.002, 6);
	expect(result.manifest.renditions[0]?.frameRate).toBe(29.97);
});

test("a recording whose size changes on the way keeps its length", async () => {
	const h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
	const lying = await running.clips.make("lying.h264", [...picture("320x240", 2), ...h264]);
	const standing = await running.clips.make("standing.h264", [...picture("240x320", 2), ...h264]);
	const both = join(running.clips.dir, "both.h264");
	await writeFile(both, Buffer.concat([await readFile(lying), await readFile(standing)]));
	const file = await running.clips.make("both.mp4", ["-framerate", "30", "-i", both, "-c", "copy"]);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "18" }));
	expect(result.manifest).toMatchObject({ segmentCount: 2, lastSegmentSeconds: 2 });
});

test("a file with some flipped bits comes out whole, one of noise alone is refused", async () => {
	const path = await running.clips.make("flipped.mp4", [...picture("320x240", 3), ...tone(3), ...MP4, "-movflags", "+faststart"]);
	const bytes = await readFile(path);
	const media = bytes.indexOf("mdat") + 4;
	for (let at = media + 3000; at < bytes.length; at += 39_989) bytes[at] = (bytes[at] ?? 0) ^ 0x24;
	await writeFile(path, bytes);
	const result = await resultOf(running.service.url, await jobFor(running.bucket, path, { videoId: "19" }));
	expect(result.manifest).toMatchObject({ segmentCount: 2, lastSegmentSeconds: 1 });

	for (let at = media; at < bytes.length; at++) bytes[at] = (at * 2_654_435_761) >>> 24;
	await writeFile(path, bytes);
	const last = (await runJob(running.service.url, await jobFor(running.bucket, path, { videoId: "20" }))).at(-1);
	expect(last?.type).toBe("refused");
});

/** What FFmpeg decodes of a file, as it comes. */
function decoded(path: string, args: readonly string[]): Buffer {
	return spawnSync("ffmpeg", ["-v", "error", "-i", path, ...args, "-"], { maxBuffer: 1 << 26 }).stdout;
}

/** When each track of a fragment begins to be shown: its decode time and its first sample's composition offset together. */
function startTicks(fragment: Buffer): number[] {
	const starts: number[] = [];
	let decode = 0;
	for (const box of walkBoxes(fragment)) {
		if (box.type === "tfdt")
			decode = fragment[box.body] === 1 ? Number(fragment.readBigUInt64BE(box.body + 4)) : fragment.readUInt32BE(box.body + 4);
		if (box.type !== "trun") continue;
		const flags = fragment.readUInt32BE(box.body) & 0xffffff;
		// ISO/IEC 14496-12, 8.8.8: optional fields before the first sample, and within it.
		const fields = [1, 4, 0x100, 0x200, 0x400].filter((flag) => flags & flag).length;
		starts.push(decode + (flags & 0x800 ? fragment.readInt32BE(box.body + 8 + 4 * fields) : 0));
	}
	return starts;
}
