// `npm test`: installs what is missing, then goes on as TypeScript under the installed Node 24.
import { ensureInstalled, installedEnvironment, NODE, runHere } from "./supervisor/installed.mjs";

await ensureInstalled();
process.exitCode = await runHere(NODE, ["local/test.ts", ...process.argv.slice(2)], installedEnvironment());
