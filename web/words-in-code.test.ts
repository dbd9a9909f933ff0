import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { wordsInCode } from "./wordsInCode.ts";

const src = fileURLToPath(new URL("src", import.meta.url));

/** Whose words stay in code, and why. */
const LEFT: readonly { readonly files: RegExp; readonly why: string }[] = [
	{ files: /\.test\.tsx?$|\.d\.ts$/, why: "nobody reads them on a screen" },
	{ files: /\.words\.ts$/, why: "the catalogue itself" },
	{ files: /^ops\//, why: "the operators' page, which speaks the language of the log and the runbook" },
	{ files: /^desk\//, why: "the desk of those who review, whose policies and records are English" },
	{ files: /^language\/languages\.ts$/, why: "each language is named by itself" },
	{ files: /^ui\/format\.ts$/, why: "American English as Intl writes it; a test compares the two" },
	{ files: /^worker\//, why: "a push that cannot be read is shown in English; all else has its words in the catalogue" },
];
/** Names, the same in every language. */
const NAMES = ["reelay", "Edge", "Android", "Windows", "Linux", "Mac", "Mac OS X"];
/** What a developer reads in a log, and what a machine reads. */
const FOR_MACHINES = ["Content-Type", "{}px {}px", "segment {} answered {}", "transfer of {} began anew", "the store answered {}"];

describe("words in code", () => {
	it("finds one of each kind", () => {
		const code = `
			const a = <p>Hello there</p>;
			const b = <button aria-label="Close" title={\`Open \${name}\`}>×</button>;
			tell("It is saved");
			const c = { label: "Home" };
			const d = isOn ? "On" : "Off";
			const e = \`\${count} videos\`;
		`;
		expect(wordsInCode("a.tsx", code).map(({ text }) => text)).toEqual([
			"Hello there",
			"Close",
			"Open {}",
			"It is saved",
			"Home",
			"On",
			"Off",
			"{} videos",
		]);
	});
	it("leaves alone what nobody reads", () => {
		const code = `
			import { A } from "./Some File.ts";
			const a = <p class="page wide" role="status" dir="auto">{words.hello()}</p>;
			if (event.key === "ArrowUp") throw new Error("the store answered nothing");
			console.warn("Live updates could not be loaded.", error);
			document.querySelector("input, button");
			const type: "Big" | "Small" = size as "Big";
			fetch(url, { method: "POST", headers: { "Content-Type": "application/json" } });
			const style = { transform: \`translate3d(0, \${y}px, 0)\` };
		`;
		expect(wordsInCode("a.tsx", code)).toEqual([]);
	});
	it("are in the catalogue", () => {
		const found = globSync(`${src}/**/*.{ts,tsx}`)
			.sort()
			.filter((file) => !LEFT.some(({ files }) => files.test(relative(src, file))))
			.flatMap((file) =>
				wordsInCode(file, readFileSync(file, "utf8"))
					.filter(({ text }) => ![...NAMES, ...FOR_MACHINES].includes(text))
					.map(({ line, text }) => `${relative(src, file)}:${line} ${text}`),
			);
		expect(found).toEqual([]);
	});
});
