import { describe, expect, it } from "vitest";
import { readCookie, setCookie } from "./cookies.ts";

describe("cookies", () => {
	it("are out of reach of scripts and other sites", () => {
		const cookie = setCookie({ ENVIRONMENT: "production" }, "https://reelay.example/x", "name", "value", 60);
		expect(cookie).toBe("name=value; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
	});

	it("go over plain HTTP outside production only", () => {
		expect(setCookie({ ENVIRONMENT: "local" }, "http://localhost:8787/", "n", "v", 1)).not.toContain("Secure");
		expect(setCookie({ ENVIRONMENT: "production" }, "http://reelay.example/", "n", "v", 1)).toContain("Secure");
	});

	it("are read by their exact name", () => {
		expect(readCookie("xname=1; name=2=3; other=4", "name")).toBe("2=3");
		expect(readCookie("xname=1", "name")).toBeNull();
		expect(readCookie(null, "name")).toBeNull();
	});
});
