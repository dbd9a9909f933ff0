/** Sounds: the library, pages of sounds, and favourites. */
export { performOnSound } from "./decided.ts";
export { exportSounds } from "./export.ts";
export { forgetSoundSavesOf } from "./favourites.ts";
