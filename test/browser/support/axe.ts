import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { untilStill } from "./page.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const SERIOUS = ["serious", "critical"];

interface Violation {
	id: string;
	impact: string | null;
	nodes: { html: string; failureSummary: string }[];
}
declare const axe: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> };

/** What keeps people from using a page as it stands, by axe: each with its element and what is wrong. */
export async function seriousFaults(page: Page): Promise<string[]> {
	// What fades in has no contrast yet.
	await untilStill(page);
	// Evaluated, not added as a script: the content policy forbids that.
	await page.evaluate(await readFile(AXE, "utf8"));
	const { violations } = await page.evaluate(() => axe.run("html", { resultTypes: ["violations"] }));
	return violations
		.filter(({ impact }) => SERIOUS.includes(impact ?? ""))
		.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.slice(0, 200)}`));
}
