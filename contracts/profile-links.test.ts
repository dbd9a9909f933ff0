import { describe, expect, it } from "vitest";
import { PROFILE_LINK_LENGTH_MAX, PROFILE_LINKS_MAX } from "./limits.ts";
import { ProfileLink, ProfileLinks } from "./profile-links.ts";

describe("a link on a profile", () => {
	it.each([
		["https://example.com", "https://example.com/"],
		["example.com/shop", "https://example.com/shop"],
		["  https://Example.COM/A?b=c#d ", "https://example.com/A?b=c#d"],
		["https://example.com:8443/x", "https://example.com:8443/x"],
		// What looks like another site's name is shown as what it is.
		["https://аррӏе.com/", "https://xn--80ak6aa92e.com/"],
		["https://münchen.de", "https://xn--mnchen-3ya.de/"],
	])("%s is kept as %s", (typed, kept) => {
		expect(ProfileLink.parse(typed)).toBe(kept);
	});

	it.each([
		"http://example.com",
		"javascript:alert(1)",
		"JavaScript:alert(1)//https://example.com",
		"data:text/html,<script>alert(1)</script>",
		"ftp://example.com",
		"mailto:me@example.com",
		"https://me:secret@example.com",
		"https://paypal.com@evil.example",
		"https://localhost/",
		"https://intranet",
		"https://127.0.0.1/",
		"https://2130706433/",
		"https://0x7f.1/",
		"https://[::1]/",
		"https://example.com/\u202Egpj.exe",
		"https://exam\u200Bple.com",
		"https://exa mple.com",
		"https://example.com\\@evil.example",
		"https://",
		"nonsense",
		"",
		`https://example.com/${"a".repeat(PROFILE_LINK_LENGTH_MAX)}`,
	])("%j is refused in a sentence", (typed) => {
		const { success, error } = ProfileLink.safeParse(typed);
		expect(success).toBe(false);
		expect(error?.issues[0]?.message).toMatch(/^(A link|This isn't)/);
	});

	it("stands there once, and not without end", () => {
		expect(ProfileLinks.parse(["example.com", "https://example.com/"])).toEqual(["https://example.com/"]);
		expect(ProfileLinks.safeParse(Array.from({ length: PROFILE_LINKS_MAX + 1 }, (_, n) => `example.com/${n}`)).success).toBe(false);
	});
});
