import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes the configuration of the vector index stand-in, running the module `main`, with its database's address, into `folder` and returns
 * its path. `wrangler dev` hands variables from the command line to the first Worker only, so that the second gets its own this way.
 */
export async function writeVectorizeConfig(
	root: string,
	folder: string,
	options: { main: string; fetchEndpoint: string },
): Promise<string> {
	const base = await readFile(join(root, "local/wrangler.toml"), "utf8");
	const main = `main = ${JSON.stringify(options.main)}\nno_bundle = ${options.main.endsWith(".js")}`;
	const text = `${base.replace(/^#:schema.*\n/, "").replace(/^main = .*$/m, main)}
[vars]
VECTOR_FETCH_ENDPOINT = ${JSON.stringify(options.fetchEndpoint)}
`;
	const path = join(folder, "vectorize.wrangler.toml");
	await writeFile(path, text);
	return path;
}
