import { createHash } from "node:crypto";

/**
 * A Bloom filter of passwords: says of each that is in it that it is, and of others, wrongly, as rarely as its size allows.
 * Twenty bits an entry and 14 places each: 7 in 100 000 (Bloom 1970; (1 − e^(−14/20))^14).
 */
const BITS_AN_ENTRY = 20;
const PLACES = 14;

/** Passwords are compared without regard to case, and in one form of writing. */
const compared = (password: string): string => password.normalize("NFKC").toLowerCase();

/** Two halves of one hash give all places (Kirsch and Mitzenmacher 2006). */
function placesOf(password: string, bits: number): number[] {
	const hash = createHash("sha256").update(compared(password)).digest();
	const [first, step] = [hash.readUIntBE(0, 6), hash.readUIntBE(6, 6)];
	return Array.from({ length: PLACES }, (_, place) => (first + place * (step % bits)) % bits);
}

/** A filter's bytes. */
export function filterOf(passwords: readonly string[]): Uint8Array {
	const bytes = new Uint8Array(Math.ceil((passwords.length * BITS_AN_ENTRY) / 8));
	for (const password of passwords) {
		for (const place of placesOf(password, bytes.length * 8)) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
	}
	return bytes;
}

/** Whether a password is (very probably) one of those the filter was made of. */
export const isIn = (filter: Uint8Array, password: string): boolean =>
	placesOf(password, filter.length * 8).every((place) => ((filter[place >> 3] ?? 0) & (1 << (place & 7))) !== 0);
