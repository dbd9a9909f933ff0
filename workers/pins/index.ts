/** Videos at the top of a profile. */
export { exportPins } from "./export.ts";
export { forgetPin, forgetPinsOf } from "./unpin.ts";
