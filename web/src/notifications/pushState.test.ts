import { describe, expect, it } from "vitest";
import { keyBytes, type PushFacts, pushState } from "./pushState.ts";

const READY: PushFacts = {
	isSupported: true,
	isAppleTouch: false,
	isInstalled: false,
	permission: "default",
	publicKey: "BA",
	isSubscribed: false,
};

describe("push on this device", () => {
	it.each<[string, Partial<PushFacts>, string]>([
		["a browser that was never asked", {}, "off"],
		["allowed, and not subscribed", { permission: "granted" }, "off"],
		["allowed and subscribed", { permission: "granted", isSubscribed: true }, "on"],
		["subscribed, and blocked since", { permission: "denied", isSubscribed: true }, "denied"],
		["an old browser", { isSupported: false }, "unsupported"],
		["an iPhone's Safari", { isSupported: false, isAppleTouch: true }, "install"],
		["an iPhone's Home Screen", { isAppleTouch: true, isInstalled: true }, "off"],
		["an iPhone's Home Screen, too old", { isSupported: false, isAppleTouch: true, isInstalled: true }, "unsupported"],
		["a server without keys", { publicKey: null, permission: "granted" }, "unavailable"],
	])("%s", (_, facts, state) => {
		expect(pushState({ ...READY, ...facts })).toBe(state);
	});

	it("reads a key of base64url", () => {
		expect([...keyBytes("-_8A")]).toEqual([251, 255, 0]);
	});
});
