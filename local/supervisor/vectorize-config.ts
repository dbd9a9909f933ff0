import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes the configuration of the vector index stand-in with its database's address into `folder` and returns its path. `wrangler dev`
 * hands variables from the command line to the first Worker only, so that the second gets its own this way.
 */
export async function writeVectorizeConfig(root: string, folder: string, fetchEndpoint: string): Promise<string> {
	const base = await readFile(join(root, "local/wrangler.toml"), "utf8");
	const main = JSON.stringify(join(root, "local/vectorize/index.ts"));
	const text = `${base.replace(/^#:schema.*\n/, "").replace(/^main = .*$/m, `main = ${main}`)}
[vars]
VECTOR_FETCH_ENDPOINT = ${JSON.stringify(fetchEndpoint)}
`;
	const path = join(folder, "vectorize.wrangler.toml");
	await writeFile(path, text);
	return path;
}
