import { generateKeyPairSync, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const NAMES = [
	"AUTH_SECRET",
	"GRANT_SECRET",
	"ADMIN_TOKEN",
	"TRANSCODER_KEY",
	"REDIS_TOKEN",
	"MAIL_TOKEN",
	"AUTHORITY_TOKEN",
	"STREAM_TOKEN",
	"STREAM_WEBHOOK_SECRET",
] as const;
/** The two halves of web push's key (RFC 8292): made together, or not at all. */
const KEYS = ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY"] as const;

export type Secrets = Readonly<Record<(typeof NAMES)[number] | (typeof KEYS)[number], string>>;

/** The secrets of one state folder: made at random once, readable by their owner alone. */
export async function readSecrets(stateDir: string): Promise<Secrets> {
	const path = join(stateDir, "secrets.json");
	const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return "{}";
		throw error;
	});
	const known = JSON.parse(text) as Partial<Record<string, string>>;
	const random = NAMES.map((name) => [name, known[name] ?? randomBytes(32).toString("hex")]);
	const hasKeys = KEYS.every((name) => known[name] !== undefined);
	const secrets = { ...Object.fromEntries(random), ...(hasKeys ? keysOf(known) : newKeys()) } as Secrets;
	if (!hasKeys || NAMES.some((name) => known[name] === undefined))
		await writeFile(path, JSON.stringify(secrets, null, "\t"), { mode: 0o600 });
	return secrets;
}

const keysOf = (known: Partial<Record<string, string>>) => Object.fromEntries(KEYS.map((name) => [name, known[name]]));

/** A key of P-256 as browsers and the Worker take it: an uncompressed point, and its scalar, base64url. */
function newKeys(): Record<(typeof KEYS)[number], string> {
	const { x = "", y = "", d = "" } = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
	const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
	return { VAPID_PUBLIC_KEY: point.toString("base64url"), VAPID_PRIVATE_KEY: d };
}
