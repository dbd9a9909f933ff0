import * as accountWords from "./account.words.ts";
/** "Chrome on Android" of a user agent string; the string itself says too much to read. */
export function deviceOf(userAgent: string | null): string {
	if (!userAgent) return accountWords.unknownDevice();
	const browser = /Edg\//.test(userAgent) ? "Edge" : (/(Firefox|Chrome|Safari)\//.exec(userAgent)?.[1] ?? accountWords.browser());
	// Android calls itself Linux as well, and an iPhone "like Mac OS X".
	const system = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"]
		.find((name) => userAgent.includes(name))
		?.replace("Mac OS X", "Mac");
	return system ? accountWords.browserOn({ browser, system }) : browser;
}
