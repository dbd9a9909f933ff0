import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Newest change below these paths, milliseconds since 1970; 0 when there is nothing. */
async function newestChange(paths: readonly string[]): Promise<number> {
	let newest = 0;
	for (const path of paths) {
		const found = await stat(path).catch(() => null);
		if (!found) continue;
		newest = Math.max(newest, found.mtimeMs);
		if (!found.isDirectory()) continue;
		const below = (await readdir(path)).filter((name) => name !== "dist" && name !== "node_modules").map((name) => join(path, name));
		newest = Math.max(newest, await newestChange(below));
	}
	return newest;
}

/** Whether `web/dist` is missing or older than what it is built from. */
export async function isClientStale(root: string): Promise<boolean> {
	const built = await stat(join(root, "web/dist/index.html")).catch(() => null);
	if (!built) return true;
	return (await newestChange([join(root, "web"), join(root, "contracts"), join(root, "package-lock.json")])) > built.mtimeMs;
}

/** Builds the client to `web/dist`. Throws with the builder's own words. */
export async function buildClient(root: string): Promise<void> {
	const vite = join(root, "node_modules/vite/bin/vite.js");
	try {
		await run(process.execPath, [vite, "build", "-c", "web/vite.config.ts"], {
			cwd: root,
			// As it is shipped, whoever asks: a test runner names another kind of build.
			env: { ...process.env, NODE_ENV: "production" },
			timeout: 300_000,
			maxBuffer: 8 * 1024 * 1024,
		});
	} catch (error) {
		const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
		throw new Error(`The client could not be built:\n${stderr || stdout}`.trimEnd());
	}
}
