import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./installed.mjs";
import { snapshotConfig } from "./snapshot.ts";

it("runs the bundle and the copied assets, and changes nothing else of the project's configuration", async () => {
	const toml = await readFile(join(ROOT, "wrangler.toml"), "utf8");
	const text = snapshotConfig(toml, { main: "/state/bundle/index.js", assets: "/state/assets" });
	expect(text).toContain('main = "/state/bundle/index.js"\nno_bundle = true');
	expect(text).toContain('directory = "/state/assets"');
	const rest = (config: string) => config.split("\n").filter((line) => !/^(#:schema|main|no_bundle|directory)/.test(line));
	expect(rest(text)).toEqual(rest(toml));
});
