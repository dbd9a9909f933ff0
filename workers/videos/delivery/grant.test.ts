import { describe, expect, it } from "vitest";
import { GRANT_LIFETIME_S } from "../../../contracts/limits.ts";
import { checkGrant, makeGrant } from "./grant.ts";

const SECRET = "a-secret-of-the-test-0123456789";
const NOW = 1_800_000_000_000;

const forgeries = (expiry: string, signature: string) => [
	`t.${Number(expiry) + 1}.7.${signature}`,
	`t.${expiry}.8.${signature}`,
	`t.${expiry}.7.${"A".repeat(43)}`,
	`t.${expiry}.7.`,
	`t.${expiry}.${signature}`,
	...["t...", "t..", "", "t.1.7.%%%"],
];

describe("a grant", () => {
	it("opens its video for at least its lifetime, and not much longer", async () => {
		const grant = await makeGrant(SECRET, "12", "7", NOW);
		expect(await checkGrant(SECRET, "12", grant, NOW)).toMatchObject({ valid: true, userId: "7" });
		expect(await checkGrant(SECRET, "12", grant, NOW + GRANT_LIFETIME_S * 1000 - 1_000)).toMatchObject({ valid: true, userId: "7" });
		expect(await checkGrant(SECRET, "12", grant, NOW + GRANT_LIFETIME_S * 1000 + 600_001)).toEqual({ valid: false, why: "expired" });
	});

	it("is the same for requests close together, so that a browser's cache holds", async () => {
		expect(await makeGrant(SECRET, "12", "7", NOW + 1_000)).toBe(await makeGrant(SECRET, "12", "7", NOW + 2_000));
	});

	it("opens no other video, and none under another secret", async () => {
		const grant = await makeGrant(SECRET, "12", "7", NOW);
		expect(await checkGrant(SECRET, "13", grant, NOW)).toEqual({ valid: false, why: "forged" });
		expect(await checkGrant("another-secret-0123456789abcdef", "12", grant, NOW)).toEqual({ valid: false, why: "forged" });
	});

	it("can't be prolonged, made up, or made another's", async () => {
		const [, expiry = "", , signature = ""] = (await makeGrant(SECRET, "12", "7", NOW)).split(".");
		for (const forged of forgeries(expiry, signature)) {
			expect(await checkGrant(SECRET, "12", forged, NOW), forged).toEqual({ valid: false, why: "forged" });
		}
	});
});
