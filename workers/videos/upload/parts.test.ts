import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_UPLOAD_BYTES, UPLOAD_PART_MAX_BYTES, UPLOAD_PART_MIN_BYTES } from "../../../contracts/limits.ts";
import { type ArrivedPart, checkParts, partBytesOf, partSizes } from "./parts.ts";

const arrivedAll = (sizes: readonly number[]): ArrivedPart[] =>
	sizes.map((bytes, index) => ({ partNumber: index + 1, bytes, etag: `e${index + 1}` }));
const refusal = (run: () => void): string => {
	try {
		run();
		return "";
	} catch (error) {
		return error instanceof Error && "code" in error ? String(error.code) : String(error);
	}
};

describe("part sizes", () => {
	it("add up to the file, all alike but the last, which is not empty", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 100, max: 10_000 }), (filesize, partBytes) => {
				const sizes = partSizes(filesize, partBytes);
				expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(filesize);
				expect(sizes.slice(0, -1).every((size) => size === partBytes)).toBe(true);
				expect(sizes.at(-1)).toBeGreaterThan(0);
			}),
		);
	});
});

describe("a file's part length", () => {
	it.each([
		[1, UPLOAD_PART_MIN_BYTES, 1],
		[UPLOAD_PART_MIN_BYTES, UPLOAD_PART_MIN_BYTES, 1],
		[UPLOAD_PART_MIN_BYTES + 1, UPLOAD_PART_MIN_BYTES, 2],
		[1_500_000, UPLOAD_PART_MIN_BYTES, 6],
		[4_999_999, 500_000, 10],
		[25_000_000, 2_500_000, 10],
		[80 * 1024 * 1024, UPLOAD_PART_MAX_BYTES, 16],
		[MAX_UPLOAD_BYTES, UPLOAD_PART_MAX_BYTES, 100],
	])("of %i bytes is %i, which makes %i parts", (filesize, partBytes, count) => {
		expect([partBytesOf(filesize), partSizes(filesize).length]).toEqual([partBytes, count]);
	});

	it("is never more than a tenth of a file that is larger than ten of the smallest parts", () => {
		fc.assert(
			fc.property(fc.integer({ min: UPLOAD_PART_MIN_BYTES * 10, max: MAX_UPLOAD_BYTES }), (filesize) => {
				expect(partBytesOf(filesize)).toBeLessThanOrEqual(Math.ceil(filesize / 10));
				expect(partSizes(filesize).length).toBeGreaterThanOrEqual(10);
			}),
		);
	});
});

describe("checking what arrived", () => {
	const sizes = [10, 10, 4];

	it("takes an upload that is whole, with or without the client's own list", () => {
		expect(refusal(() => checkParts(sizes, arrivedAll(sizes)))).toBe("");
		expect(refusal(() => checkParts(sizes, arrivedAll(sizes), [{ partNumber: 2, etag: 'W/"E2"' }]))).toBe("");
	});

	it("names what is missing before anything else", () => {
		expect(refusal(() => checkParts(sizes, arrivedAll([10])))).toBe("upload_incomplete");
		expect(() => checkParts(sizes, arrivedAll([10]))).toThrow("Parts 2, 3 have not arrived yet");
	});

	it("tells a wrong part from a file that is longer or shorter than announced", () => {
		expect(refusal(() => checkParts(sizes, arrivedAll([9, 10, 4])))).toBe("part_mismatch");
		expect(refusal(() => checkParts(sizes, arrivedAll([10, 10, 5])))).toBe("size_mismatch");
		expect(refusal(() => checkParts(sizes, arrivedAll([10, 10, 4, 1])))).toBe("part_mismatch");
	});

	it("refuses an ETag that is not the stored part's, and a number that no part has", () => {
		expect(refusal(() => checkParts(sizes, arrivedAll(sizes), [{ partNumber: 1, etag: "e2" }]))).toBe("part_mismatch");
		expect(refusal(() => checkParts(sizes, arrivedAll(sizes), [{ partNumber: 9, etag: "e9" }]))).toBe("part_mismatch");
	});
});
