/** Videos at the top of a profile. */
export { forgetPin, forgetPinsOf } from "./unpin.ts";
