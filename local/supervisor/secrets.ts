import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const NAMES = [
	"AUTH_SECRET",
	"GRANT_SECRET",
	"ADMIN_TOKEN",
	"TRANSCODER_TOKEN",
	"REDIS_TOKEN",
	"MAIL_TOKEN",
	"STREAM_TOKEN",
	"STREAM_WEBHOOK_SECRET",
] as const;

export type Secrets = Readonly<Record<(typeof NAMES)[number], string>>;

/** The secrets of one state folder: made at random once, readable by their owner alone. */
export async function readSecrets(stateDir: string): Promise<Secrets> {
	const path = join(stateDir, "secrets.json");
	const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return "{}";
		throw error;
	});
	const known = JSON.parse(text) as Partial<Record<string, string>>;
	const secrets = Object.fromEntries(NAMES.map((name) => [name, known[name] ?? randomBytes(32).toString("hex")])) as Secrets;
	if (NAMES.some((name) => known[name] === undefined)) await writeFile(path, JSON.stringify(secrets, null, "\t"), { mode: 0o600 });
	return secrets;
}
