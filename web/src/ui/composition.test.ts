import { describe, expect, it } from "vitest";
import { Composition, guardComposition } from "./composition.ts";

type Step = ["start"] | ["end", at: number] | ["key", key: Partial<KeyboardEvent>] | ["up"] | ["wait"];

/** What reaches a handler of the page, of events in the order that browsers send them. */
function reached(steps: readonly Step[]): string[] {
	const target = new EventTarget();
	const seen: string[] = [];
	guardComposition(target);
	for (const type of ["keydown", "keyup", "submit", "cancel"]) {
		target.addEventListener(type, (event) => seen.push(`${type} ${(event as KeyboardEvent).key ?? ""}`.trim()));
	}
	const send = (type: string, fields: object, at = 0): Event => {
		const event = Object.assign(new Event(type, { cancelable: true }), fields);
		Object.defineProperty(event, "timeStamp", { value: at });
		target.dispatchEvent(event);
		return event;
	};
	for (const [kind, value] of steps) {
		if (kind === "start") send("compositionstart", {});
		else if (kind === "end") send("compositionend", {}, value);
		else if (kind === "up") send("keyup", {}, 2_000);
		else if (kind === "key") {
			const { timeStamp = 1_000, ...key } = value;
			const down = send("keydown", { isComposing: false, keyCode: 13, key: "Enter", ...key }, timeStamp);
			// What a browser does of itself.
			if (!down.defaultPrevented && (key.key ?? "Enter") === "Enter") send("submit", {}, timeStamp);
			if (key.key === "Escape") send("cancel", {}, timeStamp);
		}
	}
	return seen;
}

describe("keys of an input method", () => {
	it.each<[string, Step[], string[]]>([
		["a plain Enter sends", [["key", {}]], ["keydown Enter", "submit"]],
		["Chrome, Firefox: Enter while composing", [["start"], ["key", { isComposing: true, keyCode: 229 }], ["end", 1_001]], []],
		["Enter told as composing alone", [["key", { isComposing: true }]], []],
		["Enter told by its code alone", [["key", { keyCode: 229 }]], []],
		["Safari: the composition ends before its Enter", [["start"], ["end", 998], ["key", { keyCode: 229 }]], []],
		["an older Safari: the same without the code", [["start"], ["end", 998], ["key", {}]], []],
		[
			"Korean on a Mac: the same Enter once more, not composing",
			[["start"], ["key", { isComposing: true, keyCode: 229 }], ["end", 1_002], ["key", { timeStamp: 1_004 }]],
			[],
		],
		["a second Enter sends what was composed", [["start"], ["end", 990], ["up"], ["key", {}]], ["keyup", "keydown Enter", "submit"]],
		["Escape drops a suggestion and closes nothing", [["start"], ["key", { key: "Escape", keyCode: 229, isComposing: true }]], []],
		["arrows choose a suggestion and swipe nothing", [["start"], ["key", { key: "ArrowDown", keyCode: 229, isComposing: true }]], []],
		["letters are no shortcuts", [["start"], ["key", { key: "m", keyCode: 77 }]], []],
		[
			"Escape later closes",
			[["start"], ["end", 990], ["up"], ["key", { key: "Escape", keyCode: 27 }]],
			["keyup", "keydown Escape", "cancel"],
		],
	])("%s", (_, steps, expected) => expect(reached(steps)).toEqual(expected));

	it("a click on Send while composing sends: no key is down", () => {
		const composition = new Composition();
		composition.start();
		composition.takes({ isComposing: true, keyCode: 229, timeStamp: 1 });
		composition.release();
		composition.end(2);
		expect(composition.isPressed).toBe(false);
	});
});
