import { existsSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { findChromium } from "../supervisor/chromium.ts";
import { findFfmpeg } from "../supervisor/tools.ts";

/** One thing `npm test` runs. */
export interface Step {
	readonly name: string;
	/** Path of a script below the repository's folder, run by this Node, and its arguments. */
	readonly script: string;
	readonly args: readonly string[];
	/**
	 * Steps of one line run one after the other, the two lines side by side: what they do is mostly to wait for queues. Those of none, which
	 * keep two cores busy by themselves, run before both.
	 */
	readonly line?: "main" | "side";
	/** Its tests run against real servers and clocks: a machine busy with something else can fail one. */
	readonly isTimed?: boolean;
	/** Why it can't run here, in words; null when it can. */
	readonly obstacle?: (root: string) => Promise<string | null>;
}

const BIOME = "node_modules/@biomejs/biome/bin/biome";
const DEPCRUISE = "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs";
const TSC = "node_modules/typescript/bin/tsc";
const WRANGLER = "node_modules/wrangler/wrangler-dist/cli.js";

async function noFiles(root: string, pattern: string): Promise<string | null> {
	for await (const path of glob(pattern, { cwd: root, exclude: ["node_modules/**", "**/node_modules/**"] })) if (path) return null;
	return `there are no files ${pattern}`;
}

const noFfmpeg = () =>
	findFfmpeg().then(
		() => null,
		(error: Error) => error.message,
	);

const vitest = (project: string, line: Step["line"], obstacle: NonNullable<Step["obstacle"]>): Step => ({
	name: project,
	line,
	isTimed: project !== "unit",
	script: "node_modules/vitest/vitest.mjs",
	// What passing tests print is left out: they provoke errors on purpose.
	args: ["run", "--project", project, "--silent=passed-only", "--reporter=default", "--reporter=./local/checks/progress-reporter.ts"],
	obstacle,
});

/** All: quick and telling ones first; what browsers are shown is built before. */
const STEPS: readonly Step[] = [
	{ name: "lint", script: BIOME, args: ["check", "."] },
	{ name: "imports", script: DEPCRUISE, args: ["--config", ".dependency-cruiser.mjs", "."] },
	{ name: "types", script: TSC, args: ["--noEmit"] },
	{ name: "types-workers", script: TSC, args: ["--noEmit", "-p", "workers"] },
	{ name: "types-web", script: TSC, args: ["--noEmit", "-p", "web"] },
	{
		name: "unused",
		script: "node_modules/knip/bin/knip.js",
		args: [],
		obstacle: async (root) =>
			["knip.json", "knip.jsonc", "knip.ts"].some((file) => existsSync(join(root, file))) ? null : "knip is not configured",
	},
	{
		name: "client",
		script: "node_modules/vite/bin/vite.js",
		args: ["build", "-c", "web/vite.config.ts", "--logLevel", "warn"],
	},
	{
		name: "deploy-dry-run",
		script: WRANGLER,
		args: ["deploy", "--dry-run", "-e", "production", "--outdir", ".wrangler/dry-run"],
	},
	vitest("unit", undefined, (root) => noFiles(root, "**/*.test.ts")),
	vitest("contract", undefined, noFfmpeg),
	vitest("workers", undefined, (root) => noFiles(root, "**/*.workers.test.ts")),
	vitest("integration", "side", async (root) => (await noFiles(root, "test/integration/**/*.test.ts")) ?? (await noFfmpeg())),
	vitest("acceptance", "main", async (root) => (await noFiles(root, "test/acceptance/**/*.test.ts")) ?? (await noFfmpeg())),
	vitest(
		"browser",
		undefined,
		async (root) =>
			(await noFiles(root, "test/browser/**/*.test.ts")) ?? (findChromium() ? null : "no Chromium was found; set CHROMIUM_PATH"),
	),
];

/** The steps named, or all. Throws for a name that is none. */
export function chooseSteps(names: readonly string[]): readonly Step[] {
	const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
	if (unknown.length > 0) {
		throw new Error(`There is no step "${unknown.join('", "')}". There are: ${STEPS.map((step) => step.name).join(", ")}.`);
	}
	return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name));
}
