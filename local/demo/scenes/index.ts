import { ball } from "./ball.ts";
import { city } from "./city.ts";
import { jellyfish } from "./jellyfish.ts";
import { kaleidoscope } from "./kaleidoscope.ts";
import { mountains } from "./mountains.ts";
import { ocean } from "./ocean.ts";
import type { Scene } from "./scene.ts";
import { space } from "./space.ts";
import { synthwave } from "./synthwave.ts";

/** The picture of each topic. */
export const SCENES = { ocean, space, city, mountains, kaleidoscope, ball, jellyfish, synthwave } as const satisfies Record<string, Scene>;
export type SceneName = keyof typeof SCENES;
