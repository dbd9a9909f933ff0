import { createHash, createHmac, randomBytes } from "node:crypto";

/** What is handed out once, and of which only the hash is kept. */
export const newSecret = (kind: "session" | "token" | "invitation"): string => `${kind[0]}-${randomBytes(32).toString("base64url")}`;

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

const keyOf = async (authSecret: string): Promise<CryptoKey> => {
	const raw = createHmac("sha256", authSecret).update("operator-totp").digest();
	return crypto.subtle.importKey("raw", new Uint8Array(raw), "AES-GCM", false, ["encrypt", "decrypt"]);
};

/** `iv.sealed`, base64url: of no use without the application's secret (AES-256-GCM). */
export async function seal(authSecret: string, text: string): Promise<string> {
	const iv = new Uint8Array(randomBytes(12));
	const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(authSecret), new TextEncoder().encode(text));
	return `${Buffer.from(iv).toString("base64url")}.${Buffer.from(sealed).toString("base64url")}`;
}

/** @throws when it was sealed by another secret */
export async function unseal(authSecret: string, sealed: string): Promise<string> {
	const [iv = "", data = ""] = sealed.split(".").map((part) => new Uint8Array(Buffer.from(part, "base64url")));
	if (typeof iv === "string" || typeof data === "string") throw new Error("not a sealed text");
	return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(authSecret), data));
}
