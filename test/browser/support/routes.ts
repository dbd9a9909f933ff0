import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../../local/supervisor/installed.mjs";

const APP = join(ROOT, "web/src/shell/App.tsx");

/** Every address of the client as its router names it: a path with parameters, or the name of a pattern in capitals. */
export async function clientRoutes(): Promise<string[]> {
	const named = (await readFile(APP, "utf8")).matchAll(/<Route path="([^"]+)"|^\t\["(\/[^"]+)", screens|<Route path=\{([A-Z_]+)\}/gm);
	return [...named].map(([, path, plain, pattern]) => path ?? plain ?? pattern ?? "");
}
