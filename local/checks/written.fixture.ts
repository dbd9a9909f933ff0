import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../supervisor/installed.mjs";

const NOT_OURS = new Set(["node_modules", "dist", ".git", ".reelay", ".wrangler", "coverage"]);

/** Files of the repository that people wrote and that match the pattern, as paths from its root. */
export function written(pattern: string): string[] {
	return globSync(pattern, { cwd: ROOT, exclude: (name) => NOT_OURS.has(name.split("/").at(-1) ?? "") }).sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");
