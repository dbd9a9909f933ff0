import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { ROOT } from "./installed.mjs";
import { temporaryDirectory } from "./temp-dir.fixture.ts";
import { writeVectorizeConfig } from "./vectorize-config.ts";

it("gives the vector index its module and its database, and keeps its name", async () => {
	const path = await writeVectorizeConfig(ROOT, await temporaryDirectory(), { main: "/state/vectorize.js", fetchEndpoint: "http://x/sql" });
	const text = await readFile(path, "utf8");
	expect(text).toMatch(/^name = "reelay-vectorize"$/m);
	expect(text).toMatch(/^main = "\/state\/vectorize\.js"\nno_bundle = true$/m);
	expect(text).toMatch(/\[vars\]\nVECTOR_FETCH_ENDPOINT = "http:\/\/x\/sql"/);
});

it("has sources bundled, and leaves a bundle as it is", async () => {
	const path = await writeVectorizeConfig(ROOT, await temporaryDirectory(), { main: "/src/index.ts", fetchEndpoint: "http://x/sql" });
	expect(await readFile(path, "utf8")).toContain("no_bundle = false");
});
