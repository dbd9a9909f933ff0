import { describe, expect, it } from "vitest";
import { deviceOf } from "./device.ts";

describe("deviceOf", () => {
	it.each([
		["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
		["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPhone"],
		["Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"],
		["Mozilla/5.0 (Macintosh; Intel Mac OS X 15) Gecko/20100101 Firefox/140.0", "Firefox on Mac"],
		["curl/8.0", "Browser"],
		[null, "Unknown device"],
	])("reads %s as %s", (userAgent, words) => {
		expect(deviceOf(userAgent)).toBe(words);
	});
});
