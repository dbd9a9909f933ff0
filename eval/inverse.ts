import { createRequire } from "node:module";
import type * as TensorFlow from "@tensorflow/tfjs";

const BLOCK = 256;

/**
 * Inverts a symmetric positive definite matrix in place: row-major `size`², only the lower triangle need be filled, the
 * whole is filled after. Block sweep (Goodnight 1979): half the work of a general inverse, all of it in matrix products,
 * which run as WebAssembly SIMD. 7 583² takes about a minute of one idle core.
 */
export async function invertInPlace(a: Float32Array, size: number, progress: (share: number) => void = () => {}): Promise<void> {
	const tf = await loadTensorFlow();
	const starts = Array.from({ length: Math.ceil(size / BLOCK) }, (_, block) => block * BLOCK);
	for (const from of starts) {
		const width = Math.min(BLOCK, size - from);
		const column = new Float32Array(size * width);
		for (let row = 0; row < size; row++) {
			for (let k = 0; k < width; k++) {
				const other = from + k;
				column[row * width + k] = (row >= other ? a[row * size + other] : a[other * size + row]) as number;
			}
		}
		const pivot = invertSmall(column.subarray(from * width, (from + width) * width), width);
		// The pivot's own rows must not be updated by the product.
		column.fill(0, from * width, (from + width) * width);
		const scaled = multiply(tf, column, size, pivot, width, width, false);
		for (const top of starts) {
			if (top === from) continue;
			const height = Math.min(BLOCK, size - top);
			const breadth = top + height;
			const update = multiply(
				tf,
				scaled.subarray(top * width, breadth * width),
				height,
				column.subarray(0, breadth * width),
				breadth,
				width,
				true,
			);
			for (let row = 0; row < height; row++) {
				const at = (top + row) * size;
				const here = row * breadth;
				for (let k = 0; k < breadth; k++) a[at + k] = (a[at + k] as number) - (update[here + k] as number);
			}
		}
		for (let row = 0; row < size; row++) {
			const own = row >= from && row < from + width;
			for (let k = 0; k < width; k++) {
				const other = from + k;
				const value = own ? -(pivot[(row - from) * width + k] as number) : (scaled[row * width + k] as number);
				if (row >= other) a[row * size + other] = value;
				else a[other * size + row] = value;
			}
		}
		progress((from + width) / size);
	}
	for (let row = 0; row < size; row++) {
		for (let k = 0; k <= row; k++) {
			const value = -(a[row * size + k] as number);
			a[row * size + k] = value;
			a[k * size + row] = value;
		}
	}
}

async function loadTensorFlow(): Promise<typeof TensorFlow> {
	const require = createRequire(import.meta.url);
	const tf: typeof TensorFlow = require("@tensorflow/tfjs");
	require("@tensorflow/tfjs-backend-wasm");
	if (!(await tf.setBackend("wasm"))) throw new Error("TensorFlow.js has no WebAssembly backend here");
	return tf;
}

/** A·B, or A·Bᵀ; A is `rows` × `inner`. */
function multiply(
	tf: typeof TensorFlow,
	a: Float32Array,
	rows: number,
	b: Float32Array,
	columns: number,
	inner: number,
	transposed: boolean,
): Float32Array {
	return tf.tidy(() => {
		const left = tf.tensor2d(a, [rows, inner]);
		const right = transposed ? tf.tensor2d(b, [columns, inner]) : tf.tensor2d(b, [inner, columns]);
		return tf.matMul(left, right, false, transposed).dataSync() as Float32Array;
	});
}

/** Inverse of a small symmetric positive definite matrix, in double precision, by the same sweeps one at a time. */
function invertSmall(values: Float32Array, size: number): Float32Array {
	const a = Float64Array.from(values);
	for (let k = 0; k < size; k++) {
		const pivot = a[k * size + k] as number;
		if (!(pivot > 0)) throw new RangeError("the matrix is not positive definite");
		for (let i = 0; i < size; i++) {
			if (i === k) continue;
			const factor = (a[i * size + k] as number) / pivot;
			if (factor === 0) continue;
			for (let j = 0; j < size; j++) if (j !== k) a[i * size + j] = (a[i * size + j] as number) - factor * (a[k * size + j] as number);
		}
		for (let i = 0; i < size; i++) {
			if (i === k) continue;
			a[i * size + k] = (a[i * size + k] as number) / pivot;
			a[k * size + i] = (a[k * size + i] as number) / pivot;
		}
		a[k * size + k] = -1 / pivot;
	}
	return Float32Array.from(a, (value) => -value);
}
