/**
 * Solves A·x = b for each row of `rights` in place; A is symmetric positive definite, row-major `size`², and is
 * overwritten by its Cholesky factor. False (and nothing solved) when A is not positive definite.
 */
export function solveInPlace(a: Float64Array, size: number, rights: readonly Float64Array[]): boolean {
	for (let i = 0; i < size; i++) {
		const rowI = i * size;
		for (let j = 0; j <= i; j++) {
			const rowJ = j * size;
			let sum = a[rowI + j] as number;
			let k = 0;
			for (; k + 3 < j; k += 4) {
				sum -=
					(a[rowI + k] as number) * (a[rowJ + k] as number) +
					(a[rowI + k + 1] as number) * (a[rowJ + k + 1] as number) +
					(a[rowI + k + 2] as number) * (a[rowJ + k + 2] as number) +
					(a[rowI + k + 3] as number) * (a[rowJ + k + 3] as number);
			}
			for (; k < j; k++) sum -= (a[rowI + k] as number) * (a[rowJ + k] as number);
			if (i === j) {
				if (!(sum > 0)) return false;
				a[rowI + i] = Math.sqrt(sum);
			} else a[rowI + j] = sum / (a[rowJ + j] as number);
		}
	}
	for (const right of rights) {
		for (let i = 0; i < size; i++) {
			let sum = right[i] as number;
			for (let k = 0; k < i; k++) sum -= (a[i * size + k] as number) * (right[k] as number);
			right[i] = sum / (a[i * size + i] as number);
		}
		for (let i = size - 1; i >= 0; i--) {
			let sum = right[i] as number;
			for (let k = i + 1; k < size; k++) sum -= (a[k * size + i] as number) * (right[k] as number);
			right[i] = sum / (a[i * size + i] as number);
		}
	}
	return true;
}
