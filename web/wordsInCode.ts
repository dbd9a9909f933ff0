import { type ESTree, parseSync } from "vite";

export interface Found {
	readonly line: number;
	/** With `{}` for what is computed. */
	readonly text: string;
}

/** Attributes of elements whose text no person reads. */
const TECHNICAL =
	/^(class|key|type|id|name|role|rel|target|href|to|src|slot|for|at|d|fill|stroke|viewBox|xmlns|autocomplete|autocapitalize|inputMode|enterkeyhint|dir|lang|accept|pattern|method|preload|loading|size|kind|which|value|tab|feed|base|back|otherwise|address|emphasis|aria-(live|current|haspopup|labelledby|describedby))$/i;
/** Functions that take what no person reads: queries of documents and media, lines of a log. */
const QUIET =
	/^(querySelector(All)?|closest|matches|matchMedia|warn|error|log|info|debug|normalize|getAttribute|setAttribute|set|append|get|has|mark|measure)$/;

/** A word, or several with a space between; not a key, an address, a selector, a unit or a style. */
function isReadable(text: string): boolean {
	const plain = text.replaceAll("{}", " ");
	if (/[;{}<>=]|^[./#?]|\w\(|^\(|:\/\/|^(translate|video\/|[A-Z]{2,}$)/.test(plain)) return false;
	if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(plain.trim()) && !/\s/.test(plain.trim())) return false;
	return (
		/^\s*\p{Lu}\p{Ll}/u.test(plain) ||
		/\p{L}{2,}[,.…!?]? +\p{L}/u.test(plain) ||
		(text.includes("{}") && /(^|[\s}])\p{Ll}{3,}/u.test(plain) && / /.test(text))
	);
}

type Node = ESTree.Node;
const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function calledName(node: Node): string {
	if (node.type !== "CallExpression") return "";
	const { callee } = node;
	if (callee.type === "MemberExpression" && callee.property.type === "Identifier") return callee.property.name;
	return callee.type === "Identifier" ? callee.name : "";
}

/** Whether nobody reads what stands in this part of a program. */
function isSilent(node: Node): boolean {
	switch (node.type) {
		case "JSXAttribute":
			return node.name.type === "JSXIdentifier" && TECHNICAL.test(node.name.name);
		case "CallExpression":
			return QUIET.test(calledName(node));
		case "NewExpression":
			return node.callee.type === "Identifier" && /Error$|^Request$|^Headers$|^Event|Event$/.test(node.callee.name);
		case "BinaryExpression":
			return /^[!=]==?$|^in$/.test(node.operator);
		default:
			return /^(Import|ExportAll|TS(?!AsExpression|SatisfiesExpression|NonNullExpression))/.test(node.type) || node.type === "SwitchCase";
	}
}

/** Sentences and words that stand in a file's code instead of the catalogue, by its syntax tree. */
export function wordsInCode(file: string, code: string): Found[] {
	const { program, errors } = parseSync(file, code);
	if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
	const found: Found[] = [];
	const note = (node: Node, text: string) => {
		found.push({ line: code.slice(0, node.start).split("\n").length, text: text.trim().replace(/\s+/g, " ") });
	};
	const children = (node: Node): unknown[] => {
		if (node.type === "SwitchCase") return node.consequent;
		// A key is no text, its value may be one.
		if (node.type === "Property") return [node.value];
		return Object.values(node).flat();
	};
	const visit = (value: unknown): void => {
		if (!isNode(value)) return;
		if (value.type === "JSXText" && /\p{L}{2}/u.test(value.value)) note(value, value.value);
		if (value.type === "Literal" && typeof value.value === "string" && isReadable(value.value)) note(value, value.value);
		if (value.type === "TemplateLiteral") {
			const text = value.quasis.map(({ value: { cooked } }) => cooked ?? "").join("{}");
			if (isReadable(text)) note(value, text);
		}
		if (isSilent(value) && value.type !== "SwitchCase") return;
		for (const child of children(value)) visit(child);
	};
	visit(program);
	return found;
}
