/** Arithmetic of embedding vectors. Stored ones are int8 with scale 1/127 and unit length; sums are Float32Array. */

const SCALE = 127;

/** Unit-length (or shorter) vector to int8. Values outside [-1, 1] are clipped, NaN becomes 0. */
export function quantise(vector: ArrayLike<number>): Int8Array {
	const out = new Int8Array(vector.length);
	for (let i = 0; i < out.length; i++) {
		const value = Math.round((vector[i] ?? 0) * SCALE);
		out[i] = value > SCALE ? SCALE : value < -SCALE ? -SCALE : value;
	}
	return out;
}

export function dequantise(vector: Int8Array): Float32Array {
	const out = new Float32Array(vector.length);
	for (let i = 0; i < out.length; i++) out[i] = (vector[i] ?? 0) / SCALE;
	return out;
}

/** Dot product over the shorter of the two lengths. */
export function dot(a: Float32Array, b: Float32Array): number {
	const length = Math.min(a.length, b.length);
	let sum = 0;
	for (let i = 0; i < length; i++) sum += (a[i] as number) * (b[i] as number);
	return sum;
}

/**
 * Dot product of a float and a stored vector: the cosine when both have unit length. Ranking spends most of its time here:
 * two sums that don't wait for each other take two thirds of the time of one.
 */
export function dotStored(a: Float32Array, b: Int8Array): number {
	const length = Math.min(a.length, b.length);
	let even = 0;
	let odd = 0;
	let i = 0;
	for (; i + 1 < length; i += 2) {
		even += (a[i] as number) * (b[i] as number);
		odd += (a[i + 1] as number) * (b[i + 1] as number);
	}
	if (i < length) even += (a[i] as number) * (b[i] as number);
	return (even + odd) / SCALE;
}

export function norm(vector: Float32Array): number {
	return Math.sqrt(dot(vector, vector));
}

/** The vector scaled to unit length; the zero vector stays zero. */
export function normalise(vector: Float32Array): Float32Array {
	const length = norm(vector);
	if (!(length > 0)) return new Float32Array(vector.length);
	return vector.map((value) => value / length);
}

/** `a + weight · b`, a new vector. */
export function add(a: Float32Array, b: Float32Array, weight = 1): Float32Array {
	const out = Float32Array.from(a);
	for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + weight * (b[i] ?? 0);
	return out;
}

export function scale(vector: Float32Array, factor: number): Float32Array {
	return vector.map((value) => value * factor);
}

/** Cosine in [-1, 1]; 0 when either has no length. */
export function cosine(a: Float32Array, b: Float32Array): number {
	const lengths = norm(a) * norm(b);
	return lengths > 0 ? dot(a, b) / lengths : 0;
}

export function toBase64(vector: Int8Array): string {
	return btoa(String.fromCharCode(...new Uint8Array(vector.buffer, vector.byteOffset, vector.length)));
}

/** The inverse of `toBase64`. Throws when the text is not base64. */
export function fromBase64(text: string): Int8Array {
	const bytes = atob(text);
	const out = new Int8Array(bytes.length);
	for (let i = 0; i < out.length; i++) out[i] = bytes.charCodeAt(i);
	return out;
}
