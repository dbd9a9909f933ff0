import { describe, expect, it } from "vitest";
import { ApiError } from "../api/problem.ts";
import { backTo, faultsOf } from "./form.ts";

describe("faultsOf", () => {
	it("puts a taken user name beside its field", () => {
		const error = new ApiError({ code: "username_taken", status: 409, detail: "Someone has that name. Try another." });
		expect(faultsOf(error)).toEqual({ fields: { username: "Someone has that name. Try another." }, whole: null });
	});
	it("puts each field's message beside it", () => {
		const errors = [{ field: "body.password", message: "A password has at least 8 characters." }];
		expect(faultsOf(new ApiError({ code: "invalid_fields", status: 422, detail: "Look again.", errors })).fields).toEqual({
			password: "A password has at least 8 characters.",
		});
	});
	it("shows what belongs to no field for the whole form", () => {
		expect(faultsOf(new ApiError({ code: "rate_limited", status: 429, detail: "Wait a minute." })).whole).toBe("Wait a minute.");
	});
	it("has words for a fault that is none of the API's", () => {
		expect(faultsOf(new TypeError("x")).whole).toMatch(/Reload/);
	});
});

describe("backTo", () => {
	it("goes back to the page that asked", () => {
		expect(backTo("?back=%2Fv%2F12", "/")).toBe("/v/12");
	});
	it.each(["?back=https://evil.example", "?back=//evil.example", "?back=/\\evil.example", ""])("never leaves the site (%s)", (search) => {
		expect(backTo(search, "/")).toBe("/");
	});
});
