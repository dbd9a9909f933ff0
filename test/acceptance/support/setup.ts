import type { TestProject } from "vitest/node";
import { startStack } from "../../support/stack.ts";
import type {} from "./server.ts";

/** Starts one stack for all acceptance tests, or points them at ACCEPTANCE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.ACCEPTANCE_URL;
	if (given !== undefined && given !== "") {
		project.provide("acceptanceUrl", given);
		project.provide("acceptanceAdminToken", process.env.ACCEPTANCE_ADMIN_TOKEN ?? "");
		return async () => undefined;
	}
	const stack = await startStack();
	project.provide("acceptanceUrl", stack.url);
	project.provide("acceptanceAdminToken", stack.secrets.ADMIN_TOKEN);
	return () => stack.stop();
}
