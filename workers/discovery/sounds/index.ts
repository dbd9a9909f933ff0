/** Sounds: the library, pages of sounds, and favourites. */
export { forgetSoundSavesOf } from "./favourites.ts";
