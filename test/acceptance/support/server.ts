import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		/** Address of the server under test: ACCEPTANCE_URL, else a stack started for the run. */
		acceptanceUrl: string;
		/** The operators' token of that server; empty when it is not ours to know. */
		acceptanceAdminToken: string;
	}
}

export const base = inject("acceptanceUrl");
export const adminToken = inject("acceptanceAdminToken");
