import { describe, expect, it } from "vitest";
import { storedFile } from "./stored-file.ts";
import { testEnv } from "./test-env.fixture.ts";

const TEXT = "0123456789";
const KEY = `tests/${crypto.randomUUID()}`;

async function answered(headers: Record<string, string>) {
	await testEnv.MEDIA.put(KEY, TEXT);
	const answer = await storedFile(testEnv.MEDIA, KEY, new Headers(headers), () => ({ "content-type": "text/plain" }));
	if (answer === null) throw new Error("nothing is there");
	return [answer.status, await answer.text(), answer.headers.get("content-range"), answer.headers.get("content-length")];
}

describe("a stored file", () => {
	it.each<readonly [string | null, readonly unknown[]]>([
		[null, [200, TEXT, null, "10"]],
		["bytes=2-4", [206, "234", "bytes 2-4/10", "3"]],
		["bytes=7-", [206, "789", "bytes 7-9/10", "3"]],
		["bytes=-4", [206, "6789", "bytes 6-9/10", "4"]],
		["bytes=-400", [206, TEXT, "bytes 0-9/10", "10"]],
		["bytes=8-99", [206, "89", "bytes 8-9/10", "2"]],
		["bytes=0-0", [206, "0", "bytes 0-0/10", "1"]],
		["bytes=10-", [416, "", "bytes */10", null]],
		["bytes=-0", [416, "", "bytes */10", null]],
		// What can't be read, and several at once, is all of it.
		["bytes=5-2", [200, TEXT, null, "10"]],
		["bytes=0-1,4-5", [200, TEXT, null, "10"]],
		["lines=1-2", [200, TEXT, null, "10"]],
	])("asked for %s", async (range, expected) => {
		expect(await answered(range === null ? {} : { range })).toEqual(expected);
	});

	it("is not sent to who has it, and is nothing where nothing lies", async () => {
		await testEnv.MEDIA.put(KEY, TEXT);
		const etag = (await testEnv.MEDIA.head(KEY))?.httpEtag ?? "";
		expect((await answered({ "if-none-match": etag }))[0]).toBe(304);
		expect(await storedFile(testEnv.MEDIA, `${KEY}-not`, new Headers({ range: "bytes=0-1" }), () => ({}))).toBeNull();
	});
});
