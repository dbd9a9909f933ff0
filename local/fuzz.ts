// `npm run fuzz -- --requests 20000 --seed 1`: hostile values for every operation of the API, as every role, in the Worker's own runtime.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "./supervisor/installed.mjs";

const { values } = parseArgs({ options: { requests: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } } });
const { status } = spawnSync(
	process.execPath,
	["node_modules/vitest/vitest.mjs", "run", "--project", "workers", "workers/fuzz.workers.test.ts"],
	{ cwd: ROOT, stdio: "inherit", env: { ...process.env, FUZZ_REQUESTS: values.requests, FUZZ_SEED: values.seed } },
);
process.exitCode = status ?? 1;
