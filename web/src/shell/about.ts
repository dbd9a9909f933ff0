import * as shellWords from "./shell.words.ts";
/** Pages of words about the house; linked where one signs up, in the settings and at the foot of a desktop's rail. */
export const ABOUT = [
	{ href: "/help", label: shellWords.help },
	{ href: "/rules", label: shellWords.rules },
	{ href: "/privacy", label: shellWords.privacy },
	{ href: "/terms", label: shellWords.terms },
	{ href: "/contact", label: shellWords.contact },
] as const;
