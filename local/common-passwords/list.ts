import { dictionary } from "@zxcvbn-ts/language-common";
import { PASSWORD_MIN } from "../../contracts/limits.ts";

const COMMONEST = 10_000;

/** The commonest passwords of those long enough to be taken, the most common first. Shorter ones are refused for their length. */
export const commonestPasswords = (): string[] =>
	dictionary["passwords-common"].filter((password) => [...password].length >= PASSWORD_MIN).slice(0, COMMONEST);
