import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isReserved } from "./reserved-names.ts";

describe("reserved user names", () => {
	it.each(["admin", "support", "moderator", "root", "api", "reelay", "explore", "upload", "settings", "www", "null", "security"])(
		"%s is one, in any case, with dots and underscores",
		(name) => {
			const spaced = name.split("").join(".");
			for (const form of [name, name.toUpperCase(), spaced, `_${name}_`]) expect(isReserved(form), form).toBe(true);
		},
	);

	it.each(["admin", "support", "moderator", "root", "team"])("%s is one with a number behind, too", (name) => {
		for (const form of [`${name}1`, `${name}_2026`, `${name}.01`]) expect(isReserved(form), form).toBe(true);
	});

	it.each([
		"adm1n",
		"4dmin",
		"m0derator",
		"rnoderator",
		"r00t",
		"ree1ay",
		"Reelay.Official",
		"reelay_support",
		"the_real_reelay",
		"supp0rt",
		"vvebmaster",
		"the_reelay_team",
		"im.ree1ay.really",
		"support_team",
		"official.admin",
		"help_support_7",
	])("%s is made to look like one", (name) => expect(isReserved(name)).toBe(true));

	it.each([
		"demo",
		"demo2",
		"marina.tides",
		"pixel.pilot",
		"coach.rico",
		"adminah",
		"supporter",
		"rooty",
		"apiary",
		"homer",
		"relay_race",
		"free.layouts",
		"care_bear",
		"press.play",
		"mali",
		"user_friendly9x",
		"annie1990",
		"explore77",
		"user4711",
	])("%s is anybody's", (name) => expect(isReserved(name)).toBe(false));

	it("has every first part of the client's own addresses", () => {
		const source = readFileSync(join(import.meta.dirname, "../../web/src/shell/App.tsx")).toString();
		const routes = [...source.matchAll(/path="\/([a-z-]+)/g)].map(([, first = ""]) => first);
		expect(routes.length).toBeGreaterThan(3);
		expect(routes.filter((route) => !isReserved(route))).toEqual([]);
	});
});
