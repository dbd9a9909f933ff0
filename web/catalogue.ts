import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type ESTree, type Plugin, parseSync } from "vite";
import { LANGUAGES } from "./src/language/languages.ts";

/** The files that hold words, and which of their languages is asked for; none asks for the messages themselves. */
const WORDS = /^(?<file>.+\.words\.ts)(?:\?language=(?<language>\w+))?$/;
const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== "en");

type Literal = string | { [key: string]: Literal };

/** What an expression of literals says. Files of words hold nothing else, so that they can be compiled without being run. */
function literal(node: ESTree.Expression): Literal {
	if (node.type === "Literal" && typeof node.value === "string") return node.value;
	if (node.type !== "ObjectExpression") throw new Error(`a message is made of plain strings, not of a ${node.type}`);
	return Object.fromEntries(
		node.properties.map((property) => {
			if (property.type !== "Property") throw new Error("a message has no spread");
			const { key, value } = property;
			const name = key.type === "Identifier" ? key.name : literal(key as ESTree.Expression);
			return [String(name), literal(value)];
		}),
	);
}

/** The messages of a file in the order they are declared in: a name, and the text of each language. */
export function readWords(file: string, code: string): { name: string; texts: { [language: string]: Literal } }[] {
	const { program, errors } = parseSync(file, code);
	if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
	return program.body.flatMap((statement) => {
		if (statement.type === "ImportDeclaration") return [];
		const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
		if (declaration?.type !== "VariableDeclaration") throw new Error(`${file} holds more than messages`);
		return declaration.declarations.map(({ id, init }) => {
			const argument = init?.type === "CallExpression" ? init.arguments[0] : undefined;
			if (id.type !== "Identifier" || argument?.type !== "ObjectExpression") throw new Error(`${file} holds more than messages`);
			return { name: id.name, texts: literal(argument) as { [language: string]: Literal } };
		});
	});
}

/** Files whose words the first screen shows: in another language they come in one file, for each further request costs more than its bytes. */
const FIRST = ["shell/shell.words.ts", "ui/ui.words.ts", "feed/feed.words.ts"].map((file) => source(`./src/${file}`));
/** What fetches that file, by language. */
const FIRST_LOADS = "virtual:reelay-first-words";

function source(path: string): string {
	return fileURLToPath(new URL(path, import.meta.url));
}
const importing = (address: (language: string) => string): string =>
	`{ ${OTHERS.map((other) => `${other}: () => import(${JSON.stringify(address(other))})`).join(", ")} }`;

/**
 * Compiles the files of words: each becomes functions of its English, and for each other language a list of texts that is fetched when somebody
 * reads it. No name of a message is left in what is sent.
 */
export const catalogue = (): Plugin => ({
	name: "reelay-catalogue",
	enforce: "pre",
	resolveId: (id) => (id.startsWith(FIRST_LOADS) ? `\0${id}` : null),
	async load(id) {
		const wordsOf = async (file: string) => {
			this.addWatchFile(file);
			return readWords(file, await readFile(file, "utf8"));
		};
		/** Of each file, the texts in a language. */
		const textsOf = async (files: string[], language: string) => {
			const words = await Promise.all(files.map(wordsOf));
			return {
				code: `export default ${JSON.stringify(words.map((file) => file.map(({ texts }) => texts[language])))};`,
				moduleType: "js" as const,
			};
		};
		if (id.startsWith(`\0${FIRST_LOADS}`)) {
			const language = id.split("=")[1];
			if (language) return textsOf(FIRST, language);
			return { code: `export const loads = ${importing((other) => `${FIRST_LOADS}?language=${other}`)};`, moduleType: "js" };
		}
		const { file, language } = WORDS.exec(id)?.groups ?? {};
		if (!file) return null;
		if (language) return textsOf([file], language);
		const at = FIRST.indexOf(file);
		const loads =
			at < 0
				? `const loads = ${importing((other) => `./${basename(file)}?language=${other}`)};`
				: `import { loads } from ${JSON.stringify(FIRST_LOADS)};`;
		const messages = (await wordsOf(file)).map(
			({ name, texts }, place) => `export const ${name} = /* @__PURE__ */ say(${place}, ${JSON.stringify(texts.en)});`,
		);
		const area = JSON.stringify(source("./src/language/area.ts"));
		return {
			code: `import { area } from ${area};\n${loads}\nconst say = area(loads, ${Math.max(at, 0)});\n${messages.join("\n")}`,
			moduleType: "js",
		};
	},
});

/** The chunk for the words of another language, by what shows them; none for what is no such file. For `codeSplitting`. */
export function wordsChunk(id: string): string | null {
	const first = new RegExp(`${FIRST_LOADS}\\?language=(\\w+)`).exec(id)?.[1];
	if (first) return `words-${first}`;
	const { file, language } = WORDS.exec(id)?.groups ?? {};
	return file && language ? `words-${basename(file, ".words.ts")}-${language}` : null;
}
