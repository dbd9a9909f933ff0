import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { promisify } from "node:util";
import { bundleVectorize } from "./vectorize-bundle.ts";

const run = promisify(execFile);

/** The configuration with its bundle, assets and paths replaced by those of the snapshot; all else stays as it is. */
export function snapshotConfig(toml: string, paths: { main: string; assets: string }): string {
	const text = toml.replace(/^#:schema.*\n/, "").replace(/^main = .*$/m, `main = ${JSON.stringify(paths.main)}\nno_bundle = true`);
	return text.replace(/^directory = .*$/gm, `directory = ${JSON.stringify(paths.assets)}`);
}

/** What `wrangler dev` is given: the configuration of the Worker, and the module of the vector index. */
export interface WorkerSources {
	readonly configPath: string;
	readonly vectorizeMain: string;
}

/** The sources themselves: `wrangler dev` follows their changes. */
export const liveSources = (root: string): WorkerSources => ({
	configPath: join(root, "wrangler.toml"),
	vectorizeMain: join(root, "local/vectorize/index.ts"),
});

async function bundleWorker(root: string, outDir: string, env: NodeJS.ProcessEnv, assets: string): Promise<void> {
	const wrangler = join(root, "node_modules/wrangler/wrangler-dist/cli.js");
	const args = ["--no-warnings", wrangler, "deploy", "--dry-run", "--env=", "--outdir", outDir, "--assets", assets];
	await run(process.execPath, args, { cwd: root, env, timeout: 180_000 }).catch((error: Error & { stderr?: string; stdout?: string }) => {
		throw new Error(`The Worker could not be bundled:\n${error.stderr || error.stdout || error.message}`);
	});
}

/** Copies a folder; begins again when a build replaces files in it meanwhile. */
async function copyFolder(from: string, to: string, attempts = 5): Promise<void> {
	try {
		await cp(from, to, { recursive: true });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT" || attempts <= 1) throw error;
		await new Promise((resolve) => setTimeout(resolve, 500));
		await rm(to, { recursive: true, force: true });
		await copyFolder(from, to, attempts - 1);
	}
}

/**
 * Bundles both Workers and copies the assets into `folder`. `wrangler dev` reloads when a source file changes, and a reload drops what is
 * under way: on a snapshot nothing depends on who edits what meanwhile.
 * @param client resolves when the assets are there; bundling doesn't wait for it
 */
export async function takeSnapshot(
	root: string,
	folder: string,
	env: NodeJS.ProcessEnv,
	client: Promise<void> = Promise.resolve(),
): Promise<WorkerSources> {
	const toml = await readFile(join(root, "wrangler.toml"), "utf8");
	const source = toml.match(/^main = "(.+)"$/m)?.[1];
	const assets = toml.match(/^directory = "(.+)"$/m)?.[1];
	if (source === undefined || assets === undefined) throw new Error("wrangler.toml names no main or no assets directory.");
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const bundle = join(folder, "bundle");
	// The bundler wants a folder of assets and makes nothing of them.
	const none = join(folder, "no-assets");
	await mkdir(none);
	const [vectorize] = await Promise.all([
		bundleVectorize(root),
		bundleWorker(root, bundle, env, none),
		client.then(() => copyFolder(join(root, assets), join(folder, "assets"))),
	]);
	const configPath = join(folder, "wrangler.toml");
	await writeFile(configPath, snapshotConfig(toml, { main: join(bundle, `${parse(source).name}.js`), assets: join(folder, "assets") }));
	const vectorizeMain = join(folder, "vectorize.js");
	await writeFile(vectorizeMain, vectorize);
	return { configPath, vectorizeMain };
}
