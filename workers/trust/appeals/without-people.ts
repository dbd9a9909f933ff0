/** What in a reviewer's words may lead to a person: statements are published, and are read by who is decided about. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
	[/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "[address]"],
	[/https?:\/\/\S+/gi, "[link]"],
	[/(?<![\w@])@[A-Za-z0-9._]{2,24}/g, "[user]"],
	[/(?<!\w)(?:\d{1,3}\.){3}\d{1,3}(?!\w)/g, "[number]"],
	[/(?<!\w)(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?!\w)/gi, "[number]"],
	// Telephone numbers, ids, account numbers; a year or a duration stays.
	[/(?<!\w)\(?\+?\d(?:[\s()./-]{0,2}\d){6,}(?!\w)/g, "[number]"],
];

/**
 * A reviewer's words without what names or leads to somebody by its form: addresses, links, user names, long numbers. Names in plain
 * letters can't be told from other words: the desk asks reviewers to write none.
 */
export const withoutPeople = (text: string): string => PERSONAL.reduce((left, [pattern, word]) => left.replace(pattern, word), text);
