import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { join } from "node:path";
import { ITEM_SECONDS } from "../../container-transcoder/fingerprint/items.ts";
import { compose } from "./compose.ts";
import { FILE_TRACKS, FILL_RATE, FILL_SECONDS, FILL_SEEDS, fillFile } from "./fill.ts";
import { fingerprints } from "./render.ts";

/** Makes every n-th file of made tracks that is not there yet. Arguments: folder, tracks, which part, of how many. */
const [folder = "", tracks = "0", part = "0", of = "1"] = process.argv.slice(2);
setPriority(19);
// A whole number of steps each, so that every track's items begin where the track does.
const seconds = Math.ceil(FILL_SECONDS / ITEM_SECONDS) * ITEM_SECONDS;
for (let file = Number(part); file * FILE_TRACKS < Number(tracks); file += Number(of)) {
	const path = join(folder, fillFile(file));
	if (existsSync(path)) continue;
	const pieces = Array.from({ length: FILE_TRACKS }, (_, n) => compose(FILL_SEEDS + file * FILE_TRACKS + n, seconds, FILL_RATE));
	const made = await fingerprints(pieces, FILL_RATE);
	const lengths = Uint32Array.from(made, (items) => items.length);
	await writeFile(`${path}.part`, Buffer.concat([lengths, ...made].map((items) => Buffer.from(items.buffer))));
	await rename(`${path}.part`, path);
}
