import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isKnown, sha256Of } from "./knownFile.ts";

const bytes = Uint8Array.from({ length: 2_500_000 }, (_, n) => (n * 31) % 251);
const file = new Blob([bytes]);
const { signal } = new AbortController();

describe("a file before it is sent", () => {
	it("is hashed piece by piece, as by anybody else", async () => {
		expect(await sha256Of(file, signal)).toBe(createHash("sha256").update(bytes).digest("hex"));
		expect(await sha256Of(new Blob([]), signal)).toBe(createHash("sha256").digest("hex"));
	});

	it("is known where the server says so, and sent where nobody can tell", async () => {
		expect(await isKnown(file, signal, async () => ({ known: true }))).toBe(true);
		expect(await isKnown(file, signal, async () => ({ known: false }))).toBe(false);
		expect(await isKnown(file, signal, () => Promise.reject(new Error("offline")))).toBe(false);
	});

	it("is read no further once it is paused", async () => {
		const stop = new AbortController();
		stop.abort();
		await expect(sha256Of(file, stop.signal)).rejects.toThrow();
	});
});
