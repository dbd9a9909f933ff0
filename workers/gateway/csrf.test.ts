import { describe, expect, it } from "vitest";
import { refuseForeign } from "./csrf.ts";

const request = (method: string, headers: Record<string, string>) => new Request("https://reelay.example/api/v1/x", { method, headers });
const refused = expect.objectContaining({ code: "csrf_rejected" });

describe("unsafe requests with a session cookie", () => {
	it.each([[{ origin: "https://reelay.example" }], [{ "sec-fetch-site": "same-origin" }], [{ "sec-fetch-site": "none" }]])(
		"pass with proof %j",
		(headers) => {
			expect(() => refuseForeign(request("POST", headers), true)).not.toThrow();
		},
	);

	it.each([
		[{}],
		[{ origin: "https://evil.example" }],
		[{ origin: "null" }],
		[{ origin: "https://reelay.example.evil.example" }],
		[{ origin: "https://sub.reelay.example" }],
		[{ "sec-fetch-site": "cross-site" }],
		[{ "sec-fetch-site": "same-site", origin: "https://sub.reelay.example" }],
	])("are refused with %j", (headers) => {
		for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
			expect(() => refuseForeign(request(method, headers), true)).toThrow(refused);
		}
	});
});

describe("unsafe requests without a session cookie", () => {
	it("pass when nothing speaks against them, as from a program", () => {
		expect(() => refuseForeign(request("POST", {}), false)).not.toThrow();
	});

	it("are refused from another site: nobody is signed in behind their back", () => {
		expect(() => refuseForeign(request("POST", { origin: "https://evil.example" }), false)).toThrow(refused);
	});
});

it("lets reading through from anywhere", () => {
	expect(() => refuseForeign(request("GET", { "sec-fetch-site": "cross-site" }), true)).not.toThrow();
});
