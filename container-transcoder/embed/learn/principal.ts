import { seeded } from "../../../contracts/seeded.ts";
/** Directions of greatest spread, and how great it is along each. */
export interface PrincipalDirections {
	/** Unit vectors, row after row (count × features). */
	readonly rows: Float32Array;
	/** Mean square along each direction, falling. */
	readonly variances: readonly number[];
}

const dot = (a: Float64Array, b: ArrayLike<number>) => {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
};

/** Rest of a vector, of its former length, below which it is rounding alone. */
const DEPENDENT = 1e-9;

/**
 * Makes the vectors orthonormal in their order: Gram–Schmidt, twice, since the first pass leaves rounding that matters for
 * nearly dependent ones. Vectors that depend on earlier ones become zero: samples of low rank have fewer directions.
 */
function orthonormalise(vectors: readonly Float64Array[]): void {
	vectors.forEach((vector, n) => {
		for (let round = 0; round < 2; round++) {
			const before = Math.sqrt(dot(vector, vector));
			for (const earlier of vectors.slice(0, n)) {
				const overlap = dot(vector, earlier);
				for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - overlap * (earlier[i] ?? 0);
			}
			const length = Math.sqrt(dot(vector, vector));
			const scale = length > before * DEPENDENT ? 1 / length : 0;
			for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
		}
	});
}

/**
 * Principal directions of centred samples by subspace iteration: exact enough for a projection, and far quicker than a full
 * decomposition of 1792 × 1792. `count` is cut to what the samples can carry.
 */
export function principalDirections(samples: readonly Float32Array[], count: number, { rounds = 20, seed = 1 } = {}): PrincipalDirections {
	const features = samples[0]?.length ?? 0;
	const random = seeded(seed);
	const wanted = Math.min(count, features, samples.length);
	const basis = Array.from({ length: wanted }, () => Float64Array.from({ length: features }, () => random() - 0.5));
	orthonormalise(basis);
	for (let round = 0; round < rounds; round++) {
		for (const vector of basis) vector.set(timesCovariance(samples, vector));
		orthonormalise(basis);
	}
	const spread = (vector: Float64Array) => samples.reduce((sum, sample) => sum + dot(vector, sample) ** 2, 0) / samples.length;
	const ordered = basis.map((vector) => ({ vector, variance: spread(vector) })).sort((a, b) => b.variance - a.variance);
	const rows = new Float32Array(wanted * features);
	ordered.forEach(({ vector }, row) => {
		rows.set(vector, row * features);
	});
	return { rows, variances: ordered.map(({ variance }) => variance) };
}

function timesCovariance(samples: readonly Float32Array[], vector: Float64Array): Float64Array {
	const product = new Float64Array(vector.length);
	for (const sample of samples) {
		const along = dot(vector, sample) / samples.length;
		for (let i = 0; i < product.length; i++) product[i] = (product[i] ?? 0) + along * (sample[i] ?? 0);
	}
	return product;
}
