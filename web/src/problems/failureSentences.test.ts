import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { language } from "../language/language.ts";
import { FAILURES, failureSentence } from "./failureSentences.ts";

const TRANSCODER = join(import.meta.dirname, "../../../container-transcoder");

afterEach(() => {
	language.value = "en";
});

/** Every code a video is refused with, as the sources have them. */
async function codes(): Promise<string[]> {
	const names = (await readdir(TRANSCODER, { recursive: true })).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
	const sources = await Promise.all(names.map((name) => readFile(join(TRANSCODER, name), "utf8")));
	return [...new Set(sources.flatMap((source) => [...source.matchAll(/new Refusal\(\s*"(\w+)"/g)].map(([, code = ""]) => code)))];
}

it("has a sentence in other languages for every code a video is refused with", async () => {
	const known = await codes();
	expect(known.length).toBeGreaterThan(8);
	expect(known.filter((code) => !(code in FAILURES))).toEqual([]);
});
it("is said in the language that is shown, in English and where the code is new as the transcoder says it", () => {
	const failure = { code: "too_long", message: "This video is longer than ten minutes. Please cut it and upload the part you want." };
	expect(failureSentence(failure)).toBe(failure.message);
	language.value = "es";
	expect(failureSentence(failure)).toMatch(/^Este vídeo dura más/);
	expect(failureSentence({ code: "of_tomorrow", message: "Not today." })).toBe("Not today.");
});
