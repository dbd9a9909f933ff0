import { expect, it } from "vitest";
import { actOf, KEYS } from "./keys.ts";

const press = (key: string, more: object = {}) => actOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...more });

it("each key does one thing", () => {
	expect(new Set(KEYS.map(({ key }) => key)).size).toBe(KEYS.length);
	expect(new Set(KEYS.map(({ act }) => act)).size).toBe(KEYS.length);
	for (const { key, act } of KEYS) expect(press(key)).toBe(act);
});

it("what the browser does with a key stays the browser's", () => {
	expect(press("r", { ctrlKey: true })).toBeNull();
	expect(press("a", { metaKey: true })).toBeNull();
	expect(press("q")).toBeNull();
});
