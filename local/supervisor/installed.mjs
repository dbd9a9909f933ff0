// Runs on any Node ≥ 20 before anything is installed: plain JavaScript, built-in modules only.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Node 24 as a package: it runs TypeScript directly. */
export const NODE = join(ROOT, "node_modules/.bin/node");

/**
 * Why what is installed isn't what package-lock.json says, or null when it is. Optional packages (for other machines) may be missing.
 * @param {string} root
 * @returns {string | null}
 */
export function whatIsMissing(root) {
	const hidden = join(root, "node_modules/.package-lock.json");
	if (!existsSync(hidden)) return "nothing is installed yet";
	const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
	const found = JSON.parse(readFileSync(hidden, "utf8")).packages;
	for (const [path, entry] of Object.entries(wanted)) {
		if (path === "" || entry.optional || entry.devOptional || entry.peer) continue;
		if (found[path]?.version !== entry.version) return `${path.replace(/^.*node_modules\//, "")} ${entry.version} is missing`;
	}
	return existsSync(join(root, "node_modules/.bin/node")) ? null : "Node 24 is missing";
}

/**
 * Runs a program with this terminal; resolves with its exit code. Signals are passed on, Ctrl-C too:
 * the terminal gives it to both, but `kill -INT` or a program that started this one does not.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runHere(command, args, env = process.env) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", env });
		const interrupt = () => child.kill("SIGINT");
		const pass = () => child.kill("SIGTERM");
		process.on("SIGINT", interrupt).on("SIGTERM", pass).on("SIGHUP", pass);
		// npm's shell passes no signal on: when it is ended, that it is gone is all there is to see.
		const parent = process.ppid;
		const watch = setInterval(() => process.ppid === parent || pass(), 1_000).unref();
		child.once("error", reject);
		child.once("exit", (code, signal) => {
			clearInterval(watch);
			process.off("SIGINT", interrupt).off("SIGTERM", pass).off("SIGHUP", pass);
			resolve(code ?? (signal === "SIGINT" ? 130 : 143));
		});
	});
}

/** Installs the packages when they are missing or out of date. Exits with a sentence when that can't be done. */
export async function ensureInstalled() {
	const major = Number(process.versions.node.split(".")[0]);
	if (major < 20) {
		console.error(`Reelay needs Node 20 or newer to start; this is ${process.version}. Install one from your system's packages.`);
		process.exit(1);
	}
	const missing = whatIsMissing(ROOT);
	if (missing === null) return;
	console.log(`Installing the packages (${missing}); about half a minute…`);
	const code = await runHere(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-fund", "--no-audit"]);
	if (code !== 0) {
		console.error("The packages could not be installed. Check the network and the message above, then run the command again.");
		process.exit(code);
	}
}

/** The environment of a program run under the installed Node: its folder comes first on PATH, as npm scripts have it. */
export function installedEnvironment() {
	const bin = join(ROOT, "node_modules/.bin");
	return { ...process.env, PATH: `${bin}:${process.env.PATH ?? ""}` };
}
