import { describe, expect, it } from "vitest";
import { Identity } from "./identity.ts";

describe("whose session it is", () => {
	it("is nobody before the first call, then who was met first", () => {
		const identity = new Identity();
		expect([identity.kind, identity.key, identity.userId]).toEqual(["unknown", null, null]);
		identity.meet("user:7");
		identity.meet("guest:8");
		expect([identity.kind, identity.key, identity.userId]).toEqual(["user", "user:7", "7"]);
	});

	it("a guest has no user id", () => {
		const identity = new Identity();
		identity.meet("guest:8", { country: "DE", device: "phone" });
		expect([identity.key, identity.userId, identity.viewer]).toEqual(["guest:8", null, { kind: "guest", guestId: "8" }]);
	});

	it("keeps what it knew of the circumstances when a call doesn't tell", () => {
		const identity = new Identity();
		identity.meet("guest:8", { country: "DE", device: "phone", hour: 9 });
		identity.meet("guest:8");
		identity.meet("guest:8", { country: "FR", device: null });
		const followed = new Set(["1"]);
		const relations = { following: followed, blocked: new Set<string>() };
		expect(identity.context(5, relations)).toEqual({ now: 5, followed, country: "FR", device: "phone", hour: 9, surface: "fyp" });
		expect(identity.context(5, null).followed.size).toBe(0);
	});
});
