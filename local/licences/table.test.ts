import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../supervisor/installed.mjs";
import { type Lock, licencesPage } from "./table.ts";

it("docs/licences.md is what the lock file says (npm run sbom writes it)", () => {
	const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
	expect(readFileSync(join(ROOT, "docs/licences.md"), "utf8")).toBe(licencesPage(lock));
});

it("tells by name what is GPL and what says nothing, however deep it lies", () => {
	const page = licencesPage({
		packages: {
			"": { version: "0.1.0" },
			"node_modules/a": { version: "1.0.0", license: "MIT" },
			"node_modules/a/node_modules/@b/c": { version: "2.0.0", license: "GPL-2.0-only" },
			"node_modules/d": { version: "3.0.0" },
		},
	});
	expect(page).toContain("| @b/c 2.0.0 | GPL-2.0-only |");
	expect(page).toContain("| d 3.0.0 | UNKNOWN |");
	expect(page).toContain("**MIT** (1): a 1.0.0");
	expect(page).not.toContain("| a 1.0.0");
});
