import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filterOf } from "../../workers/accounts/common-passwords/filter.ts";
import { ROOT } from "../supervisor/installed.mjs";
import { commonestPasswords } from "./list.ts";

// Writes the filter of common passwords that the Worker holds: `node local/common-passwords/make-filter.ts`, after the list's package was raised.
const text = Buffer.from(filterOf(commonestPasswords())).toString("base64");
const file = join(ROOT, "workers/accounts/common-passwords/common.generated.ts");
await writeFile(
	file,
	`/** Made by local/common-passwords/make-filter.ts of the 10 000 commonest passwords that are long enough; base64. */\nexport const COMMON_PASSWORDS =\n\t"${text}";\n`,
);
