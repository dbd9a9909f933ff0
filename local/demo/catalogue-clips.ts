import type { SceneName } from "./scenes/index.ts";

export interface DemoClip {
	/** Stays the same for good: files, uploads and history are found again by it. */
	readonly id: string;
	readonly scene: SceneName;
	readonly variant: number;
	readonly seed: number;
	readonly seconds: number;
	readonly picture: "small" | "full";
	readonly creator: string;
	readonly title: string;
	readonly description: string;
	readonly hashtags: readonly string[];
}

/** Length of a topic's clips by variant, seconds. The first of each is what a newcomer waits for: short. */
const SECONDS = [4, 6, 5.5, 6.5] as const;
/** A small picture takes a third of the work to encode and is hardly softer, being drawn smaller still; only the last of each are full. */
const PICTURE = ["small", "small", "small", "full"] as const;

const clip = (
	scene: SceneName,
	variant: 0 | 1 | 2 | 3,
	creator: string,
	title: string,
	description: string,
	hashtags: string,
): DemoClip => ({
	id: `${scene}-${variant + 1}`,
	scene,
	variant,
	seed: variant * 7 + 100,
	seconds: SECONDS[variant],
	picture: PICTURE[variant],
	creator,
	title,
	description,
	hashtags: hashtags.split(" "),
});

/** Four clips of each topic, by palette and motif. */
export const CLIPS: readonly DemoClip[] = [
	clip(
		"ocean",
		0,
		"marina.tides",
		"Golden hour, and the sea just breathes",
		"Five minutes before the sun touched the water.",
		"travel ocean sunset waves calm",
	),
	clip(
		"ocean",
		1,
		"wander.wren",
		"Noon sail off the islands",
		"Wind from the south, nothing to do but drift.",
		"travel ocean sailing summer blue",
	),
	clip(
		"ocean",
		2,
		"marina.tides",
		"Moonlight on black water",
		"Could not sleep, so I went down to the shore.",
		"travel ocean night moon waves relax",
	),
	clip("ocean", 3, "wander.wren", "Pink morning at the bay", "First ferry was still asleep.", "travel ocean sunrise sea morning"),
	clip(
		"space",
		0,
		"orbit.olu",
		"Flying into a violet nebula",
		"Where new stars switch on, one by one.",
		"space nebula stars astronomy science",
	),
	clip(
		"space",
		1,
		"orbit.olu",
		"A spiral galaxy takes a turn",
		"One rotation takes two hundred million years. Here is a short version.",
		"space galaxy astronomy science universe",
	),
	clip(
		"space",
		2,
		"lumen.lab",
		"The ringed giant",
		"Rings thinner than you think, storms bigger than Earth.",
		"space planet saturn rings science",
	),
	clip("space", 3, "orbit.olu", "Warp through the blue", "Lights off, volume up.", "space stars warp universe stargazing"),
	clip("city", 0, "neon.kaito", "Rain on Seventh, 2 a.m.", "Lo-fi, wet asphalt, nobody around.", "city rain neon lofi music"),
	clip("city", 1, "neon.kaito", "Green light district", "Every puddle is a second city.", "city night rain lofi chill"),
	clip("city", 2, "wander.wren", "Missed the last train, found this street", "Walking home the long way.", "city night walk rain travel"),
	clip("city", 3, "neon.kaito", "Blue hour beats", "Made the loop while waiting for the storm to pass.", "city lofi beats music rain"),
	clip(
		"mountains",
		0,
		"fjord_freya",
		"The sky started to dance",
		"Minus eighteen and worth it.",
		"nature aurora mountains northernlights night",
	),
	clip(
		"mountains",
		1,
		"fjord_freya",
		"Rose lights over the ridge",
		"I have never seen this colour up here.",
		"nature aurora mountains sky winter",
	),
	clip(
		"mountains",
		2,
		"wander.wren",
		"Camp below the glacier",
		"Nobody told me the lake would glow as well.",
		"nature camping mountains aurora lake",
	),
	clip(
		"mountains",
		3,
		"fjord_freya",
		"Solar storm night",
		"Strongest display of the season, no filter.",
		"nature aurora northernlights stars mountains",
	),
	clip(
		"kaleidoscope",
		0,
		"mandala.mei",
		"Breathe in, unfold",
		"Six mirrors and a lot of paint.",
		"art kaleidoscope mandala satisfying pattern",
	),
	clip(
		"kaleidoscope",
		1,
		"mandala.mei",
		"Amber clockwork",
		"Eight-fold, slow turning, hypnotic.",
		"art mandala geometry pattern satisfying",
	),
	clip(
		"kaleidoscope",
		2,
		"lumen.lab",
		"Five mirrors, one lamp",
		"Projected on the ceiling of our studio.",
		"art kaleidoscope lightart abstract colors",
	),
	clip("kaleidoscope", 3, "mandala.mei", "Ten petals", "Which turn is your favourite?", "art mandala kaleidoscope geometry colors"),
	clip("ball", 0, "coach.rico", "Handle drill: one ball, no looking", "Eyes up, soft fingers.", "sports basketball drill training hoops"),
	clip(
		"ball",
		1,
		"coach.rico",
		"Two-ball tennis reaction test",
		"Call left or right before the bounce.",
		"sports tennis training reaction fitness",
	),
	clip("ball", 2, "wander.wren", "Kickabout with a local team", "They let me keep the ball.", "sports football soccer training pitch"),
	clip("ball", 3, "coach.rico", "Beach session, three balls", "Sand makes everything honest.", "sports volleyball beach training fitness"),
	clip(
		"jellyfish",
		0,
		"deepblue.noor",
		"Moon jellies rising",
		"They have no brain and still look busy.",
		"animals jellyfish underwater marinelife relax",
	),
	clip(
		"jellyfish",
		1,
		"deepblue.noor",
		"Crystal jellies in green water",
		"The glow protein in every lab comes from these.",
		"animals jellyfish glow marinelife science",
	),
	clip(
		"jellyfish",
		2,
		"lumen.lab",
		"A bloom at midnight",
		"Seven of them, no current, no sound but bubbles.",
		"animals jellyfish night underwater glow",
	),
	clip(
		"jellyfish",
		3,
		"deepblue.noor",
		"Just one, very close",
		"Lion’s mane, from a respectful distance.",
		"animals jellyfish deepsea underwater calm",
	),
	clip("synthwave", 0, "pixel.pilot", "Level 1: sunset run", "Collect every gem. Do not blink.", "gaming retro synthwave arcade indiegame"),
	clip("synthwave", 1, "pixel.pilot", "New biome: lime coast", "Shader took a week. Worth it.", "gaming indiegame gamedev synthwave retro"),
	clip(
		"synthwave",
		2,
		"lumen.lab",
		"Our game jam entry in six seconds",
		"Forty-eight hours, two people, one glider.",
		"gaming gamejam retro arcade synthwave",
	),
	clip(
		"synthwave",
		3,
		"pixel.pilot",
		"Boss sun, final lap",
		"The music speeds up if you never brake.",
		"gaming retro synthwave speedrun arcade",
	),
];
