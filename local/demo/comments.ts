import type { SceneName } from "./scenes/index.ts";

/** What people say below the clips of a topic. */
export const COMMENTS: Readonly<Record<SceneName, readonly string[]>> = {
	ocean: [
		"I can smell the salt through the screen.",
		"That little boat though.",
		"Saving this for Monday morning.",
		"Where is this? I need to go.",
		"The light on the water is unreal.",
		"Sound on. Trust me.",
	],
	space: [
		"Feeling very small and very happy.",
		"New wallpaper, thank you.",
		"How long did this one take to render?",
		"This account never misses.",
		"My kid wants to watch this on repeat.",
		"The bells give me goosebumps.",
	],
	city: [
		"This beat is on my playlist now.",
		"Rain sounds plus neon equals sleep.",
		"I walked this street last winter!",
		"The reflections are my favourite part.",
		"Drop the full track please.",
		"Two in the morning feelings.",
	],
	mountains: [
		"Ten years on my bucket list.",
		"I would cry if I saw this in person.",
		"The lake doubling it, wow.",
		"Worth every frozen finger.",
		"Which month is best to go?",
		"Nature wins again.",
	],
	kaleidoscope: [
		"I lost five minutes to this.",
		"The fifth turn, no contest.",
		"How is this so calming and so busy at once?",
		"Print this on a scarf.",
		"My eyes thank you.",
		"It never repeats, I checked.",
	],
	ball: [
		"That bounce sounds so good.",
		"Did the drill, failed the drill, loved it.",
		"More of these, please.",
		"My little brother needs this.",
		"The spin on that!",
		"Reaction test: I got zero.",
	],
	jellyfish: [
		"Older than trees and twice as elegant.",
		"I could watch these forever.",
		"Do they feel each other glow?",
		"The bubbles put my baby to sleep.",
		"Respectful distance approved.",
		"Underwater ballet.",
	],
	synthwave: [
		"Take my coins.",
		"When is the demo out?",
		"That sun deserves its own fan club.",
		"The soundtrack goes so hard.",
		"High score or it did not happen.",
		"I want this as a screensaver.",
	],
};
