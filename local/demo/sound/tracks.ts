import type { SceneName } from "../scenes/index.ts";
import type { Setting } from "../scenes/scene.ts";
import { arcade, bazaar, court } from "./beats.ts";
import type { Mix } from "./mix.ts";
import { deepSea, drift, northern, rainyNight, surf } from "./moods.ts";

export type Track = (mix: Mix, setting: Setting) => void;

/** The sound of each topic. */
export const TRACKS: Readonly<Record<SceneName, Track>> = {
	ocean: surf,
	space: drift,
	city: rainyNight,
	mountains: northern,
	kaleidoscope: bazaar,
	ball: court,
	jellyfish: deepSea,
	synthwave: arcade,
};
