import { describe, expect, it } from "vitest";
import { isApiPath, methodsAt } from "./paths.ts";

describe("addresses of the API", () => {
	it("know every method they take", () => {
		expect(methodsAt("/api/v1/auth/me").sort()).toEqual(["GET", "PATCH"]);
		expect(methodsAt("/api/v1/users/@ann/follow").sort()).toEqual(["DELETE", "POST"]);
	});

	it("take nothing where there is nothing, above, below or beside them", () => {
		for (const path of ["/api/v1/auth", "/api/v1/auth/me/", "/api/v1/auth/me/x", "/api/v1/users//follow"])
			expect(methodsAt(path)).toEqual([]);
	});

	it("are told from the web client's", () => {
		expect(["/api/v1/x", "/internal/x"].map(isApiPath)).toEqual([true, true]);
		expect(["/", "/api", "/apis/x", "/@ann", "/videos/x"].map(isApiPath)).toEqual([false, false, false, false, false]);
	});
});
