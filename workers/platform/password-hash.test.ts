import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password-hash.ts";

describe("passwords", () => {
	it("are recognised, and others are not", async () => {
		const hash = await hashPassword("correct horse");
		expect(await verifyPassword(hash, "correct horse")).toBe(true);
		expect(await verifyPassword(hash, "correct horsf")).toBe(false);
	});

	it("never hash to the same text twice and never hold the password", async () => {
		const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
		expect(first).not.toBe(second);
		expect(first).not.toContain("correct");
	});

	it("are the same however a keyboard composes their accents", async () => {
		expect(await verifyPassword(await hashPassword("cafe\u0301 cafe\u0301"), "caf\u00e9 caf\u00e9")).toBe(true);
	});

	it("are verified at the cost they were hashed with, after it is raised", async () => {
		// scrypt("password", "NaCl", N=1024, r=8, p=16), the first 32 of the 64 bytes of RFC 7914 §12: a shorter key is a prefix.
		const key = Buffer.from("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162", "hex").toString("base64url");
		const salt = Buffer.from("NaCl").toString("base64url");
		expect(await verifyPassword(`scrypt$1024$8$16$${salt}$${key}`, "password")).toBe(true);
	});

	it("refuse a hash of an unknown kind", async () => {
		await expect(verifyPassword("md5$abc", "x")).rejects.toThrow("unknown kind");
	});
});
