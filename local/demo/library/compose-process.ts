import * as z from "zod";
import { seeded } from "../../../contracts/seeded.ts";
import { FRAME } from "../render.ts";
import { MIX_RATE, Mix } from "../sound/mix.ts";
import { TRACKS } from "../sound/tracks.ts";
import { writeWav } from "../sound/wav.ts";

/** `compose-process.ts TRACK FILE`: composes a track and writes it as WAV. */
const Task = z.object({
	scene: z.enum(["ocean", "space", "city", "mountains", "kaleidoscope", "ball", "jellyfish", "synthwave"]),
	variant: z.int(),
	seed: z.int(),
	seconds: z.number(),
});

const [task = "", outFile = ""] = process.argv.slice(2);
const { scene, variant, seed, seconds } = Task.parse(JSON.parse(task));
const mix = new Mix(seconds);
TRACKS[scene](mix, { width: FRAME.drawnWidth, height: FRAME.drawnHeight, seconds, variant, seed, random: seeded(seed) });
await writeWav(outFile, mix.toPcm16(), MIX_RATE);
