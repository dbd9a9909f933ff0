import { expect, it } from "vitest";
import { withoutGrants } from "./without-grants.ts";

it("keeps a request's line without the grant in its address", () => {
	const grant = "t.1796036400.385713644174164086.hREW5bUZCOPGQdCghTVjOwETTkwF2JL1PSq8fGp6e7c";
	const line = `[wrangler:info] GET /videos/auto/7/${grant}/g1/master.m3u8 200 OK (5ms)`;
	expect(withoutGrants(line)).toBe("[wrangler:info] GET /videos/auto/7/t.…/g1/master.m3u8 200 OK (5ms)");
	expect(withoutGrants("[wrangler:info] GET /videos/auto/7/g1/master.m3u8 200 OK (5ms)")).toContain("/7/g1/master");
});
