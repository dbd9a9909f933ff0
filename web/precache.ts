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

/** `src/worker/sw.ts` with the list of what it keeps, in one file: not every browser loads a worker's modules. */
async function buildWorker(root: string, entries: readonly PrecacheEntry[]): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: "warn",
		root,
		publicDir: false,
		define: { PRECACHED: JSON.stringify(entries), "process.env.NODE_ENV": '"production"' },
		build: {
			write: false,
			rolldownOptions: { input: join(root, "src/worker/sw.ts"), output: { format: "iife", entryFileNames: "sw.js" } },
		},
	});
	const [output] = Array.isArray(result) ? result : [result];
	const worker = output !== undefined && "output" in output ? output.output[0] : undefined;
	if (worker === undefined) throw new Error("The service worker was not built.");
	return worker.code;
}

/** Builds the service worker to `sw.js`. */
export function serviceWorker(root: string): Plugin {
	return {
		name: "reelay-service-worker",
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
				this.emitFile({ type: "asset", fileName: "sw.js", source: await buildWorker(root, precached([...built, ...beside])) });
			},
		},
	};
}
