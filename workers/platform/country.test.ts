import { expect, test } from "vitest";
import { countryOf } from "./country.ts";

const from = (country: unknown) => countryOf({ cf: { country } } as unknown as Request);

test("the country is the connection's", () => expect(from("DE")).toBe("DE"));

test.each(["XX", "T1", "", "Germany", undefined, 7])("of %j nothing is known", (country) => expect(from(country)).toBeNull());

test("a request that did not come through Cloudflare has none", () => expect(countryOf(new Request("http://reelay.test"))).toBeNull());
