import { expect, it } from "vitest";
import { shownLink } from "./shownLink.ts";

it("shows a link by its site, without what all have", () => {
	expect(shownLink("https://www.example.com/")).toBe("example.com");
	expect(shownLink("https://example.com/shop?x=1")).toBe("example.com/shop?x=1");
	// What would look like another site's name stays what it is.
	expect(shownLink("https://xn--80ak6aa92e.com/")).toBe("xn--80ak6aa92e.com");
});
