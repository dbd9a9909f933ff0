import { execFile } from "node:child_process";
import { rename } from "node:fs/promises";
import { promisify } from "node:util";
import { DEMO_CLIPS, type DemoClip, TOPICS } from "../../../local/demo/catalogue.ts";
import { PICTURES, type RenderOptions, type Shot } from "../../../local/demo/render.ts";

const run = promisify(execFile);
/** Long enough to be watched, short enough to be made and watched to the end in no time, seconds. */
const TEST_CLIP_SECONDS = 2.5;
const TOPICS_WANTED = 3;

/** Every clip of a few topics of the demo, cut short: what a viewer's taste can be told by. */
export const TEST_CLIPS: readonly DemoClip[] = DEMO_CLIPS.filter((clip) =>
	TOPICS.slice(0, TOPICS_WANTED).some(({ scene }) => scene === clip.scene),
).map((clip) => ({ ...clip, seconds: TEST_CLIP_SECONDS, picture: "small" }));

/** A colour and a tone of its own for each topic, instead of the demo's pictures, which take twenty times as long to draw. */
export async function drawTestClip({ scene, seed, seconds, picture }: Shot, outFile: string, { ffmpegPath }: RenderOptions): Promise<void> {
	const { width, height } = PICTURES[picture];
	const topic = TOPICS.findIndex((one) => one.scene === scene);
	const colour = ["0x0b3d5c", "0x2b0a3d", "0x5c2a05"][topic % TOPICS_WANTED];
	const draft = `${outFile}.draft.mp4`;
	await run(ffmpegPath, [
		...["-v", "error", "-y"],
		...["-f", "lavfi", "-i", `gradients=s=${width}x${height}:r=24:d=${seconds}:n=2:c0=${colour}:c1=white:seed=${seed}:speed=0.05`],
		...["-f", "lavfi", "-i", `sine=f=${220 + 110 * topic}:d=${seconds}`],
		...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest", draft],
	]);
	await rename(draft, outFile);
}
