import { describe, expect, it } from "vitest";
import { CLAIM_LINKS_MOST } from "../../../contracts/limits.ts";
import { linksIn } from "./links.ts";

describe("links to a proof", () => {
	it("are read one per line, empty lines left out", () => {
		expect(linksIn("\nhttps://label.example/a \n\n http://label.example/b\n")).toEqual({
			links: ["https://label.example/a", "http://label.example/b"],
			fault: null,
		});
		expect(linksIn("")).toEqual({ links: [], fault: null });
	});

	it("say which one is none, and when they are too many", () => {
		expect(linksIn("https://a.example\nlabel.example").fault).toContain("label.example");
		expect(linksIn("javascript:alert(1)").fault).toContain("javascript:alert(1)");
		const many = Array.from({ length: CLAIM_LINKS_MOST + 1 }, (_, n) => `https://a.example/${n}`).join("\n");
		expect(linksIn(many).fault).toContain(String(CLAIM_LINKS_MOST));
	});
});
