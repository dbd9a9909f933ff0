import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/**
 * scrypt with N = 2^14, r = 8, p = 5: one of the settings OWASP's Password Storage Cheat Sheet calls equal (2025), the one
 * that needs 16 MiB, so that several logins at once fit a Worker's 128 MB. About 130 ms of CPU.
 */
const COST = { N: 2 ** 14, r: 8, p: 5 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const derive = (password: string, salt: Buffer, keyBytes: number, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> => {
	const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r * 2 };
	return new Promise((resolve, reject) => {
		// NFKC, so that one password typed on two keyboards is the same bytes (NIST SP 800-63B §3.1.1.2).
		scrypt(password.normalize("NFKC"), salt, keyBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
	});
};

/** `scrypt$N$r$p$salt$key`, base64url: costs can be raised later without losing old passwords. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const key = await derive(password, salt, KEY_BYTES, COST);
	return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a password belongs to a hash of `hashPassword`. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
	const [scheme, N, r, p, salt, key] = hash.split("$");
	if (scheme !== "scrypt" || salt === undefined || key === undefined) throw new Error("an unknown kind of password hash");
	const expected = Buffer.from(key, "base64url");
	const given = await derive(password, Buffer.from(salt, "base64url"), expected.length, { N: Number(N), r: Number(r), p: Number(p) });
	return timingSafeEqual(given, expected);
}
