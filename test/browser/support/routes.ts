import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../../local/supervisor/installed.mjs";

const FILES = ["App.tsx", "Rooms.tsx"].map((name) => join(ROOT, "web/src/shell", name));

/** Every address of the client as its routers name it: a path with parameters, or the name of a pattern in capitals. */
export async function clientRoutes(): Promise<string[]> {
	const texts = await Promise.all(FILES.map((path) => readFile(path, "utf8")));
	const named = texts.join("\n").matchAll(/<Route path="([^"]+)"|^\t\["(\/[^"]+)", (?:screens|rooms)|<Route path=\{([A-Z_]+)\}/gm);
	return [...named].map(([, path, plain, pattern]) => path ?? plain ?? pattern ?? "");
}
