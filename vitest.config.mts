import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["**/*.test.ts"],
					exclude: ["**/node_modules/**", "**/*.workers.test.ts", "**/*.contract.test.ts", "test/**"],
				},
			},
			{ test: { name: "contract", include: ["local/**/*.contract.test.ts"], testTimeout: 20_000, hookTimeout: 60_000 } },
		],
	},
});
