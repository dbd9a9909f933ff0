import { describe, expect, it } from "vitest";
import { PowerSpectrum } from "./fourier.ts";

const sine = (size: number, cycles: number) => Float32Array.from({ length: size }, (_, i) => Math.sin((2 * Math.PI * cycles * i) / size));
const peak = (power: Float64Array) => power.indexOf(Math.max(...power));

describe("power spectrum", () => {
	it.each([1, 5, 100, 255])("has its peak at the bin of a sine of %i cycles", (cycles) => {
		expect(peak(new PowerSpectrum(512).at(sine(512, cycles), 0))).toBe(cycles);
	});

	it("agrees with the transform written out", () => {
		const signal = Float32Array.from({ length: 16 }, (_, i) => ((i * 7919) % 13) / 13 - 0.5);
		const power = new PowerSpectrum(16).at(signal, 0);
		for (let bin = 0; bin <= 8; bin++) {
			let [re, im] = [0, 0];
			signal.forEach((value, i) => {
				const windowed = value * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / 16));
				re += windowed * Math.cos((2 * Math.PI * bin * i) / 16);
				im -= windowed * Math.sin((2 * Math.PI * bin * i) / 16);
			});
			expect(power[bin]).toBeCloseTo(re * re + im * im, 10);
		}
	});

	it("hears silence beyond the signal's end", () => {
		expect(Math.max(...new PowerSpectrum(64).at(sine(64, 3), 64))).toBe(0);
	});

	it("refuses a length that is no power of two", () => {
		expect(() => new PowerSpectrum(500)).toThrow(RangeError);
	});
});
