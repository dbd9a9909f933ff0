import { expect, it } from "vitest";
import { fnv1a } from "./fnv1a.ts";

// Published test vectors of the 32-bit variant.
it.each([
	["", 0x811c9dc5],
	["a", 0xe40c292c],
	["b", 0xe70c2de5],
	["foobar", 0xbf9cf968],
])("hashes %j as the standard says", (text, hash) => {
	expect(fnv1a(text)).toBe(hash);
});
