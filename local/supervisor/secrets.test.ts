import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSecrets } from "./secrets.ts";
import { temporaryDirectory } from "./temp-dir.fixture.ts";

it("makes secrets once per folder, long, different, for their owner's eyes only", async () => {
	const folder = await temporaryDirectory();
	const first = await readSecrets(folder);
	expect(await readSecrets(folder)).toEqual(first);
	expect(new Set(Object.values(first)).size).toBe(Object.values(first).length);
	expect(Object.values(first).every((secret) => secret.length >= 32)).toBe(true);
	expect((await stat(join(folder, "secrets.json"))).mode & 0o077).toBe(0);
	expect(await readSecrets(await temporaryDirectory())).not.toEqual(first);
});

it("keeps known secrets when a new one joins them", async () => {
	const folder = await temporaryDirectory();
	await writeFile(join(folder, "secrets.json"), JSON.stringify({ AUTH_SECRET: "kept" }));
	const secrets = await readSecrets(folder);
	expect(secrets.AUTH_SECRET).toBe("kept");
	expect(secrets.GRANT_SECRET).toHaveLength(64);
	expect(Buffer.from(secrets.VAPID_PUBLIC_KEY, "base64url")).toHaveLength(65);
	expect(await readSecrets(folder)).toEqual(secrets);
});
