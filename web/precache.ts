import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "vite";

interface PrecacheEntry {
	readonly url: string;
	/** Null where the name changes with the contents. */
	readonly revision: string | null;
}

/** Beside what is built: small, and part of how the app looks when it is installed. */
const PUBLIC = ["favicon.svg", "icon-192.png", "manifest.webmanifest"];
/** Not part of the app: the player that other sites embed, and hls.js, which plays only where a connection is. */
const LEFT_OUT = /^embed|^assets\/(embed|hls)/;
const KEPT = /\.(html|js|css|woff2|svg|png|webmanifest)$/;

const revisionOf = (contents: string | Uint8Array): string => createHash("sha256").update(contents).digest("hex").slice(0, 16);

/** What the service worker keeps of a build. */
function precached(files: readonly { readonly fileName: string; readonly contents: string | Uint8Array }[]): PrecacheEntry[] {
	return files
		.filter(({ fileName }) => KEPT.test(fileName) && !LEFT_OUT.test(fileName))
		.map(({ fileName, contents }) => ({ url: `/${fileName}`, revision: fileName.startsWith("assets/") ? null : revisionOf(contents) }))
		.sort((one, other) => (one.url < other.url ? -1 : 1));
}

/** A worker in one file: not every browser loads a worker's modules. @param define what is written into it */
async function buildWorker(root: string, source: string, define: Readonly<Record<string, string>>): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: "warn",
		root,
		publicDir: false,
		define: { ...define, "process.env.NODE_ENV": '"production"' },
		build: {
			write: false,
			rolldownOptions: { input: join(root, source), output: { format: "iife", entryFileNames: "worker.js" } },
		},
	});
	const [output] = Array.isArray(result) ? result : [result];
	const worker = output !== undefined && "output" in output ? output.output[0] : undefined;
	if (worker === undefined) throw new Error(`The worker ${source} was not built.`);
	return worker.code;
}

/** Builds the service workers: of the client to `sw.js`, with the list of what it keeps, and of pushes to `push-worker.js`. */
export function serviceWorkers(root: string): Plugin {
	return {
		name: "reelay-service-workers",
		apply: "build",
		enforce: "post",
		generateBundle: {
			// Last: only then is known what the build is made of.
			order: "post",
			async handler(_, bundle) {
				const built = Object.values(bundle).map((file) => ({
					fileName: file.fileName,
					contents: file.type === "chunk" ? file.code : file.source,
				}));
				const beside = await Promise.all(
					PUBLIC.map(async (fileName) => ({ fileName, contents: await readFile(join(root, "public", fileName)) })),
				);
				const list = { PRECACHED: JSON.stringify(precached([...built, ...beside])) };
				// That of pushes holds its words in all languages: it is not asked again which one is read.
				const [keeper, pushes] = await Promise.all([
					buildWorker(root, "src/worker/sw.ts", list),
					buildWorker(root, "src/worker/push.ts", {}),
				]);
				this.emitFile({ type: "asset", fileName: "sw.js", source: keeper });
				this.emitFile({ type: "asset", fileName: "push-worker.js", source: pushes });
			},
		},
	};
}
