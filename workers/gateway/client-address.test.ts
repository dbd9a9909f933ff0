import { expect, it } from "vitest";
import { addressKey } from "./client-address.ts";

it.each([
	["203.0.113.7", "203.0.113.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
	["2001:DB8:1:2::99", "2001:db8:1:2::/64"],
	["2001:db8::1", "2001:db8:0:0::/64"],
	["::1", "0:0:0:0::/64"],
	["2001:0db8:0001:0002::1", "2001:db8:1:2::/64"],
])("counts %s as %s", (address, key) => {
	expect(addressKey(new Headers({ "cf-connecting-ip": address }))).toBe(key);
});

it("counts requests without an address together", () => {
	expect(addressKey(new Headers())).toBe("unknown");
});
