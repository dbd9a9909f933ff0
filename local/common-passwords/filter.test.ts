import { dictionary } from "@zxcvbn-ts/language-common";
import { describe, expect, it } from "vitest";
import { COMMON_PASSWORDS } from "../../workers/accounts/common-passwords/common.generated.ts";
import { filterOf, isIn } from "../../workers/accounts/common-passwords/filter.ts";
import { commonestPasswords } from "./list.ts";

const filter = new Uint8Array(Buffer.from(COMMON_PASSWORDS, "base64"));

describe("the filter of common passwords", () => {
	it("has all of the commonest that are long enough, in any case, and is the one the script makes", () => {
		expect(commonestPasswords()).toHaveLength(10_000);
		expect(commonestPasswords().filter((password) => !isIn(filter, password))).toEqual([]);
		const commonest = dictionary["passwords-common"].slice(0, 10_000).filter(({ length }) => length >= 8);
		expect(commonest.filter((password) => !isIn(filter, password.toUpperCase()))).toEqual([]);
		expect(Buffer.from(filterOf(commonestPasswords())).equals(Buffer.from(filter))).toBe(true);
	});

	it("is wrong of at most one in ten thousand others, and small enough to be loaded with a sign-up", () => {
		const others = Array.from({ length: 100_000 }, (_, number) => `nobody's own ${number * 7919}`);
		expect(others.filter((password) => isIn(filter, password)).length).toBeLessThanOrEqual(10);
		expect(filter.length).toBeLessThanOrEqual(26_000);
	});
});
