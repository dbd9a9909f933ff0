import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../supervisor/installed.mjs";
import { textOf, written } from "./written.fixture.ts";

/** The anchor a heading gets where the page is shown: lower case, without signs, words joined by hyphens. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, "")
		.replaceAll(" ", "-");

function anchorsIn(markdown: string): Set<string> {
	const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
	return new Set([...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading.trim())));
}

/** Links of a page to files of the repository, as `[path from the root, anchor or nothing]`. */
function linksOf(page: string): (readonly [path: string, anchor: string])[] {
	const prose = textOf(page).replace(/^```[\s\S]*?^```/gm, "");
	return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = ""]) => target)
		.filter((target) => !/^[a-z]+:/.test(target))
		.map((target) => {
			const [path = "", anchor = ""] = target.split("#");
			return [path === "" ? page : relative(ROOT, join(ROOT, dirname(page), path)), anchor] as const;
		});
}

it.each(written("{README.md,docs/**/*.md}"))("%s links only to what is there", (page) => {
	const broken = linksOf(page).filter(([path, anchor]) => {
		if (!existsSync(join(ROOT, path))) return true;
		return anchor !== "" && path.endsWith(".md") && !anchorsIn(textOf(path)).has(anchor);
	});
	expect(broken).toEqual([]);
});

it("points only at headings that docs/product.md has", () => {
	const anchors = anchorsIn(textOf("docs/product.md"));
	const pointers = written("**/*.{ts,tsx,mts,mjs,css,toml,md}").flatMap((path) =>
		[...textOf(path).matchAll(/docs\/product\.md#([\w-]+)/g)].map(([, anchor = ""]) => ({ path, anchor })),
	);
	expect(pointers.length).toBeGreaterThan(10);
	expect(pointers.filter(({ anchor }) => !anchors.has(anchor))).toEqual([]);
});

it("speaks of no document that the repository does not have", () => {
	const pages = written("**/*.{ts,tsx,mts,mjs,css,toml,md}").filter((path) => path !== "local/checks/docs.test.ts");
	expect(pages.filter((path) => /\bbrief('s)? *(§|\()|\bthe brief\b|\bbrief §/i.test(textOf(path)))).toEqual([]);
});
