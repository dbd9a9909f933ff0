/** Tail probabilities and quantiles, as far as a report needs them. Numerical Recipes (Press et al., 3rd ed.), chapter 6. */

const LANCZOS = [
	76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5,
] as const;

/** ln Γ(x) for x > 0, to some 1e-10. */
export function logGamma(x: number): number {
	const shifted = x + 5.5;
	const series = LANCZOS.reduce((sum, coefficient, place) => sum + coefficient / (x + place + 1), 1.000000000190015);
	return (x + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * series) / x);
}

const ITERATIONS = 10_000;
const PRECISION = 1e-14;
const TINY = 1e-300;

/** Lentz's evaluation of a continued fraction whose steps are a pair of terms. */
function continuedFraction(first: number, step: (n: number) => readonly [a: number, b: number]): number {
	let value = Math.abs(first) < TINY ? TINY : first;
	let c = value;
	let d = 0;
	for (let n = 1; n <= ITERATIONS; n++) {
		const [a, b] = step(n);
		d = b + a * d;
		d = 1 / (Math.abs(d) < TINY ? TINY : d);
		c = b + a / c;
		if (Math.abs(c) < TINY) c = TINY;
		value *= c * d;
		if (Math.abs(c * d - 1) < PRECISION) break;
	}
	return value;
}

/** Regularised incomplete beta function I_x(a, b). */
export function incompleteBeta(a: number, b: number, x: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
	const fraction = continuedFraction(1, (n) => {
		const m = Math.floor(n / 2);
		const numerator = n % 2 === 0 ? m * (b - m) * x : -(a + m) * (a + b + m) * x;
		return [numerator / ((a + n - 1) * (a + n)), 1];
	});
	return front / fraction;
}

/** Regularised upper incomplete gamma function Q(a, x). */
function upperGamma(a: number, x: number): number {
	if (x <= 0) return 1;
	const front = Math.exp(a * Math.log(x) - x - logGamma(a));
	if (x < a + 1) {
		let term = 1 / a;
		let sum = term;
		for (let n = 1; n <= ITERATIONS && term > sum * PRECISION; n++) {
			term *= x / (a + n);
			sum += term;
		}
		return Math.max(0, 1 - front * sum);
	}
	return front / continuedFraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]);
}

/** P(χ² ≥ x). */
export const chiSquareTail = (x: number, degreesOfFreedom: number): number => upperGamma(degreesOfFreedom / 2, x / 2);

/** P(|T| ≥ |t|) of Student's t. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
	return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));
}

/** The t that |T| exceeds with probability `alpha`. Found by halving: a report needs a dozen. */
export function studentCritical(alpha: number, degreesOfFreedom: number): number {
	let low = 0;
	let high = 2;
	while (studentTwoSided(high, degreesOfFreedom) > alpha && high < 1e8) high *= 2;
	for (let step = 0; step < 100; step++) {
		const middle = (low + high) / 2;
		if (studentTwoSided(middle, degreesOfFreedom) > alpha) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
