import { describe, expect, it } from "vitest";
import { add, cosine, dequantise, dot, dotStored, fromBase64, norm, normalise, quantise, toBase64 } from "./vectors.ts";

describe("stored vectors", () => {
	it("keep direction to within a hundredth through eight bits", () => {
		const vector = normalise(Float32Array.from({ length: 256 }, (_, i) => Math.sin(i * 1.7)));
		expect(cosine(vector, dequantise(quantise(vector)))).toBeGreaterThan(0.99);
	});

	it("clip what is out of range and take NaN for nothing", () => {
		expect([...quantise([2, -2, Number.NaN, 0.5])]).toEqual([127, -127, 0, 64]);
	});

	it("dot with a float vector as their dequantised selves do", () => {
		const a = Float32Array.from([0.5, -0.25, 0.75]);
		const b = quantise([0.1, 0.9, -0.4]);
		expect(dotStored(a, b)).toBeCloseTo(dot(a, dequantise(b)), 5);
	});

	it("come back from base64 as they were, whatever buffer they lie in", () => {
		const whole = Int8Array.from([9, 9, -128, 0, 127, 9]);
		expect([...fromBase64(toBase64(whole.subarray(2, 5)))]).toEqual([-128, 0, 127]);
	});
});

describe("arithmetic", () => {
	it("leaves the zero vector zero instead of dividing by its length", () => {
		expect([...normalise(new Float32Array(3))]).toEqual([0, 0, 0]);
		expect(cosine(new Float32Array(3), Float32Array.from([1, 0, 0]))).toBe(0);
	});

	it("adds without touching its inputs", () => {
		const a = Float32Array.from([1, 2]);
		expect([...add(a, Float32Array.from([1, 1]), 0.5)]).toEqual([1.5, 2.5]);
		expect([...a]).toEqual([1, 2]);
	});

	it("gives unit length", () => {
		expect(norm(normalise(Float32Array.from([3, 4])))).toBeCloseTo(1, 6);
	});
});
