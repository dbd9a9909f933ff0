// Adds the tracks of a folder to the library of the product that runs at an address: `npm run sounds:add -- FOLDER [ADDRESS]`, with
// ADMIN_TOKEN in the environment. docs/sounds.md says what `rights.csv` in the folder has to say. All of it is added or nothing.
import { addFolder, RightsFault } from "./sounds/add.ts";

const [folder, baseUrl = "http://localhost:8787"] = process.argv.slice(2);
if (folder === undefined) {
	console.error("Name the folder: npm run sounds:add -- FOLDER [ADDRESS]");
	process.exit(2);
}
try {
	const tracks = await addFolder(folder, { baseUrl, adminToken: process.env.ADMIN_TOKEN ?? "" }, console.log);
	console.log(`${tracks} tracks are in the library.`);
} catch (error) {
	if (error instanceof RightsFault)
		for (const { line, message } of error.faults) console.error(line === 0 ? message : `rights.csv, line ${line}: ${message}`);
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
