import { DEMO_CLIPS, type DemoClip, TOPICS } from "../../../local/demo/catalogue.ts";

/** Long enough to be watched, short enough to be made and watched to the end in no time, seconds. */
const TEST_CLIP_SECONDS = 2.5;
const TOPICS_WANTED = 4;

/** Every clip of a few topics of the demo, cut short: what a viewer's taste can be told by. */
export const TEST_CLIPS: readonly DemoClip[] = DEMO_CLIPS.filter((clip) =>
	TOPICS.slice(0, TOPICS_WANTED).some(({ scene }) => scene === clip.scene),
).map((clip) => ({ ...clip, seconds: TEST_CLIP_SECONDS, picture: "small" }));
