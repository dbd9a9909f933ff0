import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Refusal } from "../failures.ts";
import { type ClipMaker, ffprobe, MP4, openClipMaker, picture, tone } from "../testing/clips.ts";
import { probeSource, type Source } from "./source.ts";

let clips: ClipMaker;
beforeAll(async () => {
	clips = await openClipMaker();
});
afterAll(() => clips.remove());

function probe(path: string): Promise<Source> {
	const signal = new AbortController().signal;
	return probeSource(path, { ffprobe: "ffprobe", workDir: clips.dir, memoryBytes: 2 * 1024 ** 3, signal });
}

async function refusal(path: string): Promise<{ code: string; message: string }> {
	const error = await probe(path).catch((thrown: unknown) => thrown);
	if (!(error instanceof Refusal)) throw new Error(`It was not refused: ${error instanceof Error ? error.stack : JSON.stringify(error)}`);
	return { code: error.code, message: error.message };
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
	const path = join(clips.dir, name);
	await writeFile(path, content);
	return path;
}

test("an empty file is not a video", async () => {
	expect(await refusal(await written("empty.mp4", ""))).toEqual({
		code: "not_a_video",
		message: "This file isn't a video we can read (it looks like an empty file). Please choose an MP4, MOV or WebM video.",
	});
});

test.each([
	["text", "Dear diary,\ntoday I tried to upload a diary.\n", "a text file"],
	["an HLS playlist", "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n", "a playlist"],
	["a concat list", "ffconcat version 1.0\nfile /etc/passwd\n", "a list of files"],
])("%s named .mp4 is not a video, and is named for what it is", async (_, content, name) => {
	const { code, message } = await refusal(await written("named.mp4", content));
	expect(code).toBe("not_a_video");
	expect(message).toContain(name);
});

test("a concat list that names a real clip opens nothing", async () => {
	const clip = await clips.make("real.mp4", [...picture("64x64", 1), ...MP4]);
	expect((await refusal(await written("list.mp4", `ffconcat version 1.0\nfile ${clip}\n`))).code).toBe("not_a_video");
});

test("a PNG and a sound file named .mp4 are named for what they are", async () => {
	const png = await readFile(await clips.make("picture.png", [...picture("64x64", 1), "-frames:v", "1"]));
	expect((await refusal(await written("png.mp4", png))).message).toContain("a picture (PNG)");
	const mp3 = await readFile(await clips.make("sound.mp3", tone(2)));
	expect((await refusal(await written("mp3.mp4", mp3))).message).toContain("a sound file");
	const wav = await readFile(await clips.make("sound.wav", tone(1)));
	expect((await refusal(await written("wav.mp4", wav))).message).toContain("a sound file");
});

test("sound alone in an MP4 has no picture, with cover art too", async () => {
	const sound = await clips.make("alone.mp4", [...tone(2), "-c:a", "aac"]);
	expect((await refusal(sound)).code).toBe("no_picture");
	const art = await clips.make("art.m4a", [
		...[...tone(2), ...picture("64x64", 1), "-map", "0", "-map", "1", "-frames:v", "1"],
		...["-c:v", "mjpeg", "-disposition:v", "attached_pic", "-c:a", "aac"],
	]);
	expect((await refusal(art)).code).toBe("no_picture");
});

test("a file cut off before its index is incomplete", async () => {
	const whole = await readFile(await clips.make("whole.mp4", [...picture("320x240", 4), ...MP4]));
	const { code, message } = await refusal(await written("no-index.mp4", whole.subarray(0, whole.length / 2)));
	expect(code).toBe("truncated");
	expect(message).toMatch(/incomplete/);
});

test("a file cut off behind its index is incomplete", async () => {
	const whole = await readFile(await clips.make("fast.mp4", [...picture("320x240", 4), ...MP4, "-movflags", "+faststart"]));
	expect((await refusal(await written("index.mp4", whole.subarray(0, whole.length / 2)))).code).toBe("truncated");
});

test("a file with flipped bits is still taken when its streams can be read", async () => {
	const path = await clips.make("flipped.mp4", [...picture("320x240", 3), ...tone(3), ...MP4, "-movflags", "+faststart"]);
	const file = await open(path, "r+");
	const { size } = await file.stat();
	for (let at = Math.round(size / 2); at < size - 100; at += 997) await file.write(Buffer.from([0x5a]), 0, 1, at);
	await file.close();
	expect((await probe(path)).probe).toMatchObject({ width: 320, height: 240 });
});

test("a picture of 16 000 × 8 000 is refused before anything of it is decoded", async () => {
	const path = await clips.make("huge.mov", [
		...["-f", "lavfi", "-i", "color=black:size=16000x8000:rate=1:duration=2", "-c:v", "mjpeg", "-q:v", "31"],
	]);
	const began = performance.now();
	const { code, message } = await refusal(path);
	expect(code).toBe("too_many_pixels");
	expect(message).toContain("16000 × 8000");
	expect(performance.now() - began).toBeLessThan(10_000);
});

test("six hours are too long, a quarter of a second too short", async () => {
	const six = await clips.make("six.mp4", [
		...["-f", "lavfi", "-i", "color=black:size=16x16:rate=1/60:duration=21600", ...MP4, "-g", "1000"],
	]);
	expect((await refusal(six)).code).toBe("too_long");
	expect((await refusal(await clips.make("short.mp4", [...picture("64x64", 0.25), ...MP4]))).code).toBe("too_short");
});

test("a thousand frames a second are too many, slow motion of 240 is not", async () => {
	const { code, message } = await refusal(await clips.make("rapid.mp4", [...picture("32x32", 2, 1000), ...MP4]));
	expect(code).toBe("too_many_frames");
	expect(message).toContain("1000");
	expect((await probe(await clips.make("slow.mp4", [...picture("32x32", 2, 240), ...MP4]))).probe.frameRate).toBe(240);
});

test("ten streams are too many, a second sound is not", async () => {
	const maps = (count: number) => Array.from({ length: count }, () => ["-map", "1:a"]).flat();
	const base = [...picture("64x64", 1), ...tone(1), "-map", "0:v"];
	expect((await refusal(await clips.make("ten.mp4", [...base, ...maps(9), ...MP4]))).code).toBe("too_many_streams");
	expect((await probe(await clips.make("two.mp4", [...base, ...maps(2), ...MP4]))).audioStream).toBe(1);
});

test("the sound marked as the default is taken, else the first that can be read", async () => {
	const both = [...picture("64x64", 1), ...tone(1), ...tone(1), "-map", "0", "-map", "1", "-map", "2", ...MP4];
	const second = await clips.make("second.mkv", [...both, "-disposition:a:0", "0", "-disposition:a:1", "default"]);
	expect((await probe(second)).audioStream).toBe(2);
	const none = await clips.make("none.mkv", [...both, "-disposition:a", "0"]);
	expect((await probe(none)).audioStream).toBe(1);
});

test.each(["mp4", "mkv"])("sound that runs on behind the picture in an %s makes the video as long as it lasts", async (type) => {
	const { probe: found, picture: shown } = await probe(
		await clips.make(`long-sound.${type}`, [...picture("64x64", 0.5), ...tone(6), ...MP4]),
	);
	expect(Math.abs(found.durationMs - 6_000)).toBeLessThan(60);
	expect(shown.endMs).toBeLessThan(600);
});

test.each(["mp4", "mkv"])("a recording whose clock starts at five seconds in an %s is as long as it plays", async (type) => {
	const path = await clips.make(`late.${type}`, [...picture("64x64", 3), ...tone(3), ...MP4, "-output_ts_offset", "5"]);
	const { durationMs } = (await probe(path)).probe;
	expect(Math.abs(durationMs - 3_000)).toBeLessThan(60);
});

test("a recording of a screen that mostly stands still has the rate of its motion", async () => {
	const still = "select='lt(mod(n,60),20)+not(mod(n,30))'";
	const path = await clips.make("screen.mp4", [...picture("64x64", 4, 60), "-vf", still, "-vsync", "vfr", ...MP4]);
	expect((await probe(path)).probe.frameRate).toBeCloseTo(60, 0);
});

test("pixels of an impossible shape count as square, possible ones that make the picture too large are refused", async () => {
	const odd = await clips.make("odd-pixels.mp4", [...picture("64x48", 1), "-vf", "setsar=200/1", ...MP4]);
	expect((await probe(odd)).probe).toMatchObject({ width: 64, height: 48 });
	const wide = await clips.make("wide-pixels.mov", [...picture("3840x2160", 1, 5), "-vf", "setsar=2/1", "-c:v", "mjpeg", "-q:v", "31"]);
	expect((await refusal(wide)).message).toContain("7680 × 2160");
});

test("interlaced pictures are noticed, whole ones are not taken for them", async () => {
	const fields = [...picture("64x64", 1, 50), "-vf", "tinterlace=interleave_top,fieldorder=tff", "-flags", "+ildct+ilme"];
	expect((await probe(await clips.make("fields.mkv", [...fields, "-c:v", "mpeg2video"]))).interlaced).toBe(true);
	expect((await probe(await clips.make("frames.mkv", [...picture("64x64", 1), "-c:v", "mpeg2video"]))).interlaced).toBe(false);
});

test("a picture turned by a quarter has its sides exchanged, one turned by an odd angle keeps its shape", async () => {
	const file = await readFile(await clips.make("level.mp4", [...picture("64x48", 1), ...MP4]));
	// ISO/IEC 14496-12, 8.3.2: the matrix lies 40 bytes into the track header, as 16.16 fixed point.
	const turned = async (degrees: number) => {
		const copy = Buffer.from(file);
		const at = copy.indexOf("tkhd") + 44;
		const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
		for (const [place, value] of [cos, sin, 0, -sin, cos].entries()) copy.writeInt32BE(Math.round(value * 65_536), at + place * 4);
		return probe(await written(`turned-${degrees}.mp4`, copy));
	};
	expect((await turned(90)).probe).toMatchObject({ width: 48, height: 64, rotation: 270 });
	expect((await turned(180)).probe).toMatchObject({ width: 64, height: 48, rotation: 180 });
	for (const odd of [30, 45, 60]) expect((await turned(odd)).probe).toMatchObject({ width: 64, height: 48, rotation: 0 });
});

test("colours that the file does not name are those of its size", async () => {
	const matrix = async (size: string, more: string[] = []) =>
		(await probe(await clips.make("colours.mp4", [...picture(size, 1, 5), ...MP4, ...more]))).appearance.matrix;
	expect(await matrix("320x240")).toBe("bt601");
	expect(await matrix("1280x720")).toBe("bt709");
	expect(await matrix("320x240", ["-colorspace", "bt709"])).toBe("bt709");
	expect(await matrix("1280x720", ["-colorspace", "bt2020nc"])).toBe("bt2020");
});

test("a codec outside the list is refused with what to do", async () => {
	const path = await clips.make("old.mkv", [...picture("64x64", 1), "-c:v", "huffyuv"]);
	const { code, message } = await refusal(path);
	expect(code).toBe("unsupported_codec");
	expect(message).toContain("(HuffYUV)");
	expect(message).toContain("MP4 (H.264)");
});

test("a picture stream that can't be read does not hide a good one behind it, nor do fonts and subtitles count", async () => {
	const font = await written("font.ttf", Buffer.alloc(2_000, 7));
	const titles = await written("titles.srt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n");
	const path = await clips.make("second.mkv", [
		...[...picture("32x32", 1, 5), ...picture("64x48", 2), ...tone(2), "-i", titles],
		...["-map", "0", "-map", "1", "-map", "2", "-map", "3", ...MP4, "-c:v:0", "png", "-disposition:v:0", "default"],
		...Array.from({ length: 20 }, (_, n) => ["-attach", font, `-metadata:s:t:${n}`, "mimetype=application/x-truetype-font"]).flat(),
	]);
	const found = await probe(path);
	expect(found).toMatchObject({ videoStream: 1, audioStream: 2, droppedSound: null });
	expect(found.probe).toMatchObject({ width: 64, height: 48, videoCodec: "h264" });
});

test("of several pictures the enabled one is meant, of six sounds the default one, and a still is no video", async () => {
	const proxy = await clips.make("proxy.mov", [
		...[...picture("32x24", 2), ...picture("64x48", 2), "-map", "0", "-map", "1", ...MP4],
		...["-disposition:v:0", "0", "-disposition:v:1", "default"],
	]);
	expect(await probe(proxy)).toMatchObject({ videoStream: 1, probe: { width: 64, height: 48 } });
	const sounds = Array.from({ length: 6 }, () => ["-map", "1"]).flat();
	const recorder = [
		...picture("64x64", 1),
		...tone(1),
		"-map",
		"0",
		...sounds,
		...MP4,
		"-disposition:a",
		"0",
		"-disposition:a:3",
		"default",
	];
	expect((await probe(await clips.make("recorder.mkv", recorder))).audioStream).toBe(4);
	const still = await clips.make("still-first.mkv", [
		...[...picture("32x32", 0.04, 25), ...picture("64x48", 2), "-map", "0", "-map", "1", ...MP4, "-c:v:0", "mjpeg", "-strict", "-1"],
	]);
	expect((await probe(still)).videoStream).toBe(1);
});

test("a first picture stream that decodes to nonsense does not hide a good one behind it; where all do, the first is taken", async () => {
	const path = await clips.make("two-pictures.mp4", [...picture("64x64", 2), ...picture("64x48", 2), "-map", "0", "-map", "1", ...MP4]);
	expect((await probe(path)).videoStream).toBe(0);
	const file = await readFile(path);
	const scramble = async (stream: number) => {
		const { packets } = (await ffprobe(path, "packet=pos,size", ["-select_streams", String(stream)])) as {
			packets: { pos: string; size: string }[];
		};
		// Behind the header of the slice.
		for (const { pos, size } of packets.slice(packets.length / 3))
			for (let at = Number(pos) + 20; at < Number(pos) + Number(size); at++) file[at] = (at * 2_654_435_761) >>> 24;
	};
	await scramble(0);
	expect((await probe(await written("first-scrambled.mp4", file))).videoStream).toBe(1);
	await scramble(1);
	expect((await probe(await written("both-scrambled.mp4", file))).videoStream).toBe(0);
});

test.each([
	["pcm_s8", "mov"],
	["pcm_s32be", "mov"],
	["pcm_f32be", "mov"],
	["adpcm_ima_qt", "mov"],
	["dca", "mkv"],
	["wavpack", "mkv"],
])("sound of %s in %s is taken", async (codec, type) => {
	const path = await clips.make(`sound-${codec}.${type}`, [...picture("64x64", 1), ...tone(1), ...MP4, "-c:a", codec, "-strict", "-2"]);
	expect(await probe(path)).toMatchObject({ audioStream: 1, droppedSound: null });
});

test("a sound whose format is not read is named, and the video is taken without it", async () => {
	const path = await clips.make("sonic.mkv", [...picture("64x64", 1), ...tone(1), ...MP4]);
	const file = await readFile(path);
	const at = file.indexOf("A_AAC");
	file.write("A_XYZ", at, "latin1");
	const found = await probe(await written("unknown-sound.mkv", file));
	expect(found).toMatchObject({ audioStream: null, sound: null });
	expect(found.droppedSound).toMatch(/^it is in a format we don't know\. Export the video with AAC sound/);
});

test("a picture whose format nobody knows is not called missing, and what it claims is said", async () => {
	const file = await readFile(await clips.make("known.mov", [...picture("64x64", 1), ...tone(1), ...MP4]));
	for (let at = file.indexOf("avc1"); at >= 0; at = file.indexOf("avc1", at)) file.write("zzzq", at, "latin1");
	const { code, message } = await refusal(await written("unknown.mov", file));
	expect(code).toBe("unsupported_codec");
	expect(message).toContain("zzzq");
});

test.each([
	["a negative length", -5_000, 2_000],
	["an hour", 3_600_000, null],
])("a WebM of two seconds that declares %s is taken as it is or called incomplete", async (_, declared, right) => {
	const path = await clips.make("honest.webm", [...picture("64x64", 2, 10), "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"]);
	const file = await readFile(path);
	// Matroska's Duration: id 4489, eight bytes of floating point. The tags that tell each stream's length are made unreadable.
	file.writeDoubleBE(declared, file.indexOf(Buffer.from([0x44, 0x89, 0x88])) + 3);
	for (let at = file.indexOf("DURATION"); at >= 0; at = file.indexOf("DURATION")) file.write("COMMENTS", at, "latin1");
	const lying = await written("lying.webm", file);
	if (right === null) expect((await refusal(lying)).code).toBe("truncated");
	else expect((await probe(lying)).probe.durationMs).toBe(right);
});
