import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

test("every link in the documentation leads to a file that is there", async () => {
	const broken: string[] = [];
	for await (const page of glob(["README.md", "docs/**/*.md"])) {
		for (const [, target = ""] of (await readFile(page, "utf8")).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
			if (!/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target))) broken.push(`${page} → ${target}`);
		}
	}
	expect(broken).toEqual([]);
});
