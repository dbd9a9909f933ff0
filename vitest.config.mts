import { availableParallelism } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { LOCAL_CONNECTION } from "./local/supervisor/migrate.ts";
import { takingPlaces } from "./test/support/workers-places.ts";

const NOT_OURS = ["**/node_modules/**", "**/dist/**", ".reelay/**"];
const KINDS = ["**/*.workers.test.ts", "**/*.contract.test.ts"];

/** Variables of the Worker under test: like the local ones, with fixed secrets. */
const VARIABLES = {
	ENVIRONMENT: "test",
	// Failures are tried with the patience of the cloud, not with what a laptop gets in wrangler.toml.
	PATIENCE_FACTOR: "1",
	DATABASE_URL: LOCAL_CONNECTION,
	MEDIA_S3_ENDPOINT: "http://media.test/s3",
	MEDIA_S3_PUBLIC: "",
	INGEST_S3_BUCKET: "reelay-ingest",
	INGEST_S3_ACCESS_KEY_ID: "reelay-local-ingest",
	INGEST_S3_SECRET_ACCESS_KEY: "reelay-local-ingest-secret",
	MEDIA_S3_BUCKET: "reelay-media",
	MEDIA_S3_ACCESS_KEY_ID: "reelay-local-media",
	MEDIA_S3_SECRET_ACCESS_KEY: "reelay-local-media-secret",
	TRANSCODER_URL: "http://transcoder.test",
	TRANSCODER_KEY: "test-transcoder-token",
	AUTH_SECRET: "test-auth-secret-0123456789abcdef",
	GRANT_SECRET: "test-grant-secret-0123456789abcdef",
	ADMIN_TOKEN: "test-admin-token-0123456789abcdef",
	MAIL_API: "http://mail.test",
	MAIL_TOKEN: "test-mail-token",
	MAIL_FROM: "reelay <hello@reelay.test>",
	VAPID_PUBLIC_KEY: "BKWLae3xOVo3slhy3gxpNABMzAqNenuF3noQmbB31FxpQQ7_1hkhQqC2sk_fLbRVsEmzVgUS0gfZKnkdPqeOSy8",
	VAPID_PRIVATE_KEY: "quIEyVmz0cAwaowXw5bxS7aQQ48j8zdcWCuCJJ-B0sg",
	VAPID_SUBJECT: "mailto:push@reelay.test",
	STREAM_API: "http://stream.test",
	STREAM_ACCOUNT: "test",
	STREAM_TOKEN: "test-stream-token",
	STREAM_WEBHOOK_SECRET: "test-stream-webhook-secret",
};

/**
 * Limits that end what hangs, milliseconds. How long a test takes is the machine's matter: one at half the pace, with another
 * program on each core, needs four times as long.
 */
const HANGS = { testTimeout: 120_000, hookTimeout: 240_000 };

/** A condition is waited for as patiently, milliseconds: the runner's own second is over before a busy machine has drawn a screen. */
const PATIENCE = { expect: { poll: { timeout: 30_000 } } };

/**
 * How many workers tests' files run at the same time, each with a database and Redis that no other file uses meanwhile: two embedded
 * databases take a gigabyte. A database that was given is one.
 */
const WORKERS_AT_ONCE = process.env.DATABASE_URL ? 1 : 2;
/** What `npm run fuzz` asks for; in the lane, each operation twice or so. */
const FUZZ = { requests: Number(process.env.FUZZ_REQUESTS ?? 500), seed: Number(process.env.FUZZ_SEED ?? 1) };
const places = takingPlaces(WORKERS_AT_ONCE);

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["**/*.test.{ts,tsx}"],
					exclude: [...NOT_OURS, ...KINDS, "test/{integration,acceptance,browser}/**"],
					// The runner's own choice leaves a core idle. One more than there are: some files wait for children and clocks.
					maxWorkers: availableParallelism() + 1,
					// Loading modules and models anew for each of two hundred files costs as much as running most of them.
					isolate: false,
					...HANGS,
					...PATIENCE,
				},
			},
			{
				test: {
					name: "contract",
					include: ["local/**/*.contract.test.ts"],
					exclude: NOT_OURS,
					...HANGS,
					...PATIENCE,
				},
			},
			{
				plugins: [
					cloudflareTest(({ inject }) => {
						const services = places.given(inject("workersServices"));
						return {
							main: "./workers/index.ts",
							wrangler: { configPath: "./wrangler.toml" },
							miniflare: {
								bindings: {
									...VARIABLES,
									DATABASE_FETCH_ENDPOINT: services.databaseEndpoint,
									REDIS_URL: services.redisUrl,
									REDIS_TOKEN: services.redisToken,
								},
								workers: [
									{
										name: "reelay-vectorize",
										modules: [{ type: "ESModule", path: "index.mjs", contents: services.vectorizeScript }],
										compatibilityDate: "2026-10-01",
										compatibilityFlags: ["nodejs_compat"],
										bindings: { VECTOR_FETCH_ENDPOINT: services.vectorEndpoint },
									},
								],
							},
						};
					}),
					places.plugin,
				],
				test: {
					name: "workers",
					include: ["**/*.workers.test.ts"],
					exclude: NOT_OURS,
					// One workerd for all files of a place: starting one and loading the Worker into it takes longer than most files run.
					isolate: false,
					maxWorkers: WORKERS_AT_ONCE,
					// A line logged by an object after its file's last report is never sent on, and the run would wait for it for ever.
					disableConsoleIntercept: true,
					setupFiles: [
						"./workers/gateway/testing/answers.setup.ts",
						...(process.env.TEST_LOGS === "1" ? [] : ["./test/support/quiet-log.ts"]),
					],
					globalSetup: ["./test/support/workers-setup.ts"],
					provide: { fuzz: FUZZ },
					...HANGS,
					...PATIENCE,
				},
			},
			{
				test: {
					name: "integration",
					include: ["test/integration/**/*.test.ts"],
					exclude: NOT_OURS,
					// Each file runs a product of its own, and mostly waits for queues and patience to end: two side by side.
					maxWorkers: 2,
					...HANGS,
					...PATIENCE,
				},
			},
			{
				test: {
					name: "acceptance",
					include: ["test/acceptance/**/*.test.ts"],
					exclude: NOT_OURS,
					globalSetup: ["./test/acceptance/support/setup.ts"],
					// They read lists that are the same for everybody, page after page: what another file publishes meanwhile would move them.
					fileParallelism: false,
					...HANGS,
					...PATIENCE,
				},
			},
			{
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					exclude: NOT_OURS,
					globalSetup: ["./test/browser/support/product-setup.ts"],
					// Pages mostly wait for pictures to move: two files side by side, each with a browser of its own.
					maxWorkers: 2,
					...HANGS,
					...PATIENCE,
				},
			},
		],
	},
});
