import { describe, expect, it } from "vitest";
import { readCookie, setCookie } from "./cookies.ts";

const production = { ENVIRONMENT: "production" } as const;
const local = { ENVIRONMENT: "local" } as const;
const requestWith = (url: string, cookie?: string) => new Request(url, cookie === undefined ? {} : { headers: { cookie } });

describe("cookies", () => {
	it("are this host's alone, and out of reach of scripts and other sites", () => {
		const cookie = setCookie(production, "https://reelay.example/x", "name", "value", 60);
		expect(cookie).toBe("__Host-name=value; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax");
	});

	it("go over plain HTTP outside production only, there by a plain name", () => {
		expect(setCookie(local, "http://localhost:8787/", "n", "v", 1)).toBe("n=v; Max-Age=1; Path=/; HttpOnly; SameSite=Lax");
		expect(setCookie(production, "http://reelay.example/", "n", "v", 1)).toMatch(/^__Host-n=v; .*Secure; SameSite=Lax$/);
		expect(setCookie(local, "https://reelay.test/", "n", "v", 1)).toMatch(/^__Host-n=v; .*Secure; SameSite=Lax$/);
	});

	it.each([
		["https://reelay.example/", "__Host-name=mine; name=planted", "mine"],
		["https://reelay.example/", "name=planted; __Host-name=mine", "mine"],
		["https://reelay.example/", "name=planted", null],
		["https://reelay.example/", "__host-name=planted", null],
		["http://localhost:8787/", "name=mine; __Host-name=other", "mine"],
		["http://localhost:8787/", "__Host-name=other", null],
	])("at %s, %j is read as %j", (url, cookie, value) => {
		expect(readCookie(local, requestWith(url, cookie), "name")).toBe(value);
	});

	it("are read by their exact name", () => {
		const url = "http://localhost/";
		expect(readCookie(local, requestWith(url, "xname=1; name=2=3; other=4"), "name")).toBe("2=3");
		expect(readCookie(local, requestWith(url, "xname=1"), "name")).toBeNull();
		expect(readCookie(local, requestWith(url), "name")).toBeNull();
	});
});
