import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { convertV4MiniflareOptions, Miniflare, NoOpLog, type V4MiniflareOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { takeSnapshot } from "../../local/supervisor/snapshot.ts";
import { workerdOf } from "./process.ts";

const ROOT = join(import.meta.dirname, "../..");
export const AUTH_SECRET = "bench-auth-secret-0123456789abcdef";

/** The product's Worker in workerd, the stand-ins in a process of their own so that they don't share its loop with the load. */
export interface BenchStack {
	readonly mf: Miniflare;
	readonly workerd: number;
	readonly databaseEndpoint: string;
	readonly redisUrl: string;
	readonly redisToken: string;
	close(): Promise<void>;
}

interface StandIns {
	readonly databaseEndpoint: string;
	readonly vectorEndpoint: string;
	readonly redisUrl: string;
	readonly redisToken: string;
	readonly vectorizeScript: string;
}

async function startStandIns(): Promise<{ addresses: StandIns; stop: () => Promise<void> }> {
	const child = spawn(process.execPath, ["--no-warnings", join(ROOT, "test/support/workers-services.ts")], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const exited = once(child, "exit");
	const line = await Promise.race([
		once(createInterface({ input: child.stdout }), "line").then(([text]) => String(text)),
		exited.then(([code]) => Promise.reject(new Error(`the stand-ins ended with code ${code}`))),
	]);
	const stop = async () => {
		child.stdin.end();
		await exited;
	};
	return { addresses: JSON.parse(line) as StandIns, stop };
}

/**
 * Starts everything on free ports. Objects are never evicted, so that memory is that of sessions at work, unless `evicts`: then the
 * runtime lets go of those that rest for ten seconds, as it does under `npm start`.
 */
export async function startBenchStack(onLog: (line: string) => void = () => undefined, evicts = false): Promise<BenchStack> {
	const folder = await mkdtemp(join(tmpdir(), "reelay-bench-"));
	// In a fresh clone the client isn't built: measured is what answers it.
	await mkdir(join(ROOT, "web/dist"), { recursive: true });
	const [{ addresses, stop }, sources] = await Promise.all([startStandIns(), takeSnapshot(ROOT, join(folder, "worker"), process.env)]);
	const { workerOptions } = unstable_getMiniflareWorkerOptions(sources.configPath);
	const { databaseEndpoint, vectorEndpoint, redisUrl, redisToken, vectorizeScript } = addresses;
	const objects = Object.fromEntries(
		Object.entries(workerOptions.durableObjects ?? {}).map(([name, object]) => [
			name,
			{ ...(typeof object === "string" ? { className: object } : object), useSQLite: true, unsafePreventEviction: !evicts },
		]),
	);
	const options: V4MiniflareOptions = {
		// The Worker's own log lines: written, so that they are paid for, and not shown.
		handleStructuredLogs: ({ message }) => onLog(message),
		log: new NoOpLog(),
		workers: [
			{
				...workerOptions,
				name: "reelay",
				modules: await modulesOf(join(folder, "worker/bundle")),
				durableObjects: objects,
				durableObjectsPersist: join(folder, "objects"),
				bindings: {
					ENVIRONMENT: "test",
					DATABASE_URL: "postgresql://reelay:local@database.local/reelay",
					DATABASE_FETCH_ENDPOINT: databaseEndpoint,
					REDIS_URL: redisUrl,
					REDIS_TOKEN: redisToken,
					MEDIA_S3_ENDPOINT: "http://media.test/s3",
					INGEST_S3_BUCKET: "reelay-ingest",
					INGEST_S3_ACCESS_KEY_ID: "reelay-local-ingest",
					INGEST_S3_SECRET_ACCESS_KEY: "reelay-local-ingest-secret",
					MEDIA_S3_BUCKET: "reelay-media",
					MEDIA_S3_ACCESS_KEY_ID: "reelay-local-media",
					MEDIA_S3_SECRET_ACCESS_KEY: "reelay-local-media-secret",
					TRANSCODER_URL: "http://transcoder.test",
					TRANSCODER_KEY: "bench-transcoder-token",
					AUTH_SECRET,
					GRANT_SECRET: "bench-grant-secret-0123456789abcdef",
					ADMIN_TOKEN: "bench-admin-token-0123456789abcdef",
				},
			},
			{
				name: "reelay-vectorize",
				modules: [{ type: "ESModule", path: "index.mjs", contents: vectorizeScript }],
				compatibilityDate: "2026-10-01",
				compatibilityFlags: ["nodejs_compat"],
				bindings: { VECTOR_FETCH_ENDPOINT: vectorEndpoint },
			},
		],
	};
	const before = await workerdOf(process.pid);
	const mf = new Miniflare(convertV4MiniflareOptions(options));
	await mf.ready;
	const workerd = (await workerdOf(process.pid)).find((pid) => !before.includes(pid));
	if (workerd === undefined) throw new Error("no workerd process was started");
	return {
		mf,
		workerd,
		databaseEndpoint,
		redisUrl,
		redisToken,
		async close() {
			await mf.dispose();
			await stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The bundled Worker, and the files it was bundled beside as they are. */
async function modulesOf(bundle: string) {
	const files = (await readdir(bundle)).filter((file) => file.endsWith(".bin"));
	return [
		{ type: "ESModule" as const, path: "index.js", contents: await readFile(join(bundle, "index.js"), "utf8") },
		...(await Promise.all(
			files.map(async (file) => ({ type: "Data" as const, path: file, contents: await readFile(join(bundle, file)) })),
		)),
	];
}

type WorkerOptions = Exclude<V4MiniflareOptions, { workers: unknown }>;

export interface BareWorker {
	readonly mf: Miniflare;
	readonly workerd: number;
	close(): Promise<void>;
}

/** A Hono Worker that does nothing but answer these bytes: what the same answer costs at the least. */
export const startBareHono = (body: string): Promise<BareWorker> => startBare("bare-hono.ts", { bindings: { BODY: body } });

/** A Worker with an object for each address, which keeps one row: what an object takes at the least. Nothing is evicted. */
export const startBareObjects = (): Promise<BareWorker> =>
	startBare("bare-object.mjs", { durableObjects: { BARE: { className: "BareObject", useSQLite: true, unsafePreventEviction: true } } });

async function startBare(entry: string, bindings: Pick<WorkerOptions, "bindings" | "durableObjects">): Promise<BareWorker> {
	const { build } = await import("vite");
	const folder = await mkdtemp(join(tmpdir(), "reelay-bare-"));
	const output = await build({
		root: ROOT,
		configFile: false,
		logLevel: "error",
		ssr: { noExternal: true, target: "webworker" },
		build: {
			ssr: join(import.meta.dirname, entry),
			write: false,
			target: "es2022",
			minify: false,
			rollupOptions: { external: /^cloudflare:/ },
		},
	});
	const [chunk] = Array.isArray(output) ? output.flatMap((part) => part.output) : "output" in output ? output.output : [];
	if (chunk?.type !== "chunk") throw new Error("the bare Worker did not bundle");
	const before = await workerdOf(process.pid);
	const mf = new Miniflare(
		convertV4MiniflareOptions({
			name: "bare",
			modules: [{ type: "ESModule", path: "index.mjs", contents: chunk.code }],
			compatibilityDate: "2026-10-01",
			compatibilityFlags: ["nodejs_compat"],
			durableObjectsPersist: join(folder, "objects"),
			...bindings,
		}),
	);
	await mf.ready;
	const workerd = (await workerdOf(process.pid)).find((pid) => !before.includes(pid));
	if (workerd === undefined) throw new Error("no workerd process was started");
	return {
		mf,
		workerd,
		async close() {
			await mf.dispose();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
