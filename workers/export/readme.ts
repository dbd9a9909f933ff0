import * as z from "zod";
import { EXPORT_FILE_NAMES, EXPORT_FILES } from "../../contracts/export-files.ts";

/** What somebody reads first who opens the archive. */
export function readme(now: Date): string {
	const lists = EXPORT_FILE_NAMES.map((name) => `${name}.json\n    ${EXPORT_FILES[name].about}.`);
	return [
		`Your data on reelay, as it was on ${now.toISOString().slice(0, 10)} (UTC).`,
		"Each .json file is a list. What its fields are is said in schema/, in the language of JSON Schema (https://json-schema.org). " +
			"Videos, pictures and voice notes are in media/, and which of them could not be added, if any, in not_included.json.",
		"It holds what you wrote and what was written to you: keep it where nobody else reads it.",
		lists.join("\n"),
		"Not in it: your password and keys, which we can't read; what belongs to other people, such as who blocked or reported you; " +
			"and the numbers that machines make of your videos to find similar ones.",
		"",
	].join("\n\n");
}

/** The schema of each list, beside it. */
export const schemas = (): { readonly name: string; readonly text: string }[] =>
	EXPORT_FILE_NAMES.map((name) => {
		const { about, row } = EXPORT_FILES[name];
		const schema = z.toJSONSchema(z.array(row), { target: "draft-2020-12", unrepresentable: "any" });
		return { name: `schema/${name}.json`, text: `${JSON.stringify({ title: about, ...schema }, null, "\t")}\n` };
	});
