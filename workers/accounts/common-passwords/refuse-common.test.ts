import { describe, expect, it } from "vitest";
import { refuseCommonPassword } from "./refuse-common.ts";

describe("common passwords", () => {
	it.each(["password", "Password123!", "letmein1!", " password ", "password2026", "**Football**", "ｐａｓｓｗｏｒｄ１", "iloveyou!!!"])(
		"%j is one",
		async (password) => {
			await expect(refuseCommonPassword(password, null)).rejects.toMatchObject({ code: "invalid_fields" });
		},
	);

	it.each([
		"correct horse battery",
		"kettle-orbit-mango-77",
		"reelay-demo",
		"long enough 1",
		"пароль мой собственный 5",
		"12 steps to heaven",
	])("%j is none", async (password) => {
		await expect(refuseCommonPassword(password, "somebody")).resolves.toBeUndefined();
	});
});
