import { startStack } from "../../support/stack.ts";
import { buildForTest } from "./build.ts";

export interface Product {
	readonly url: string;
	stop(): Promise<void>;
}

/** The whole product with demo content: the one at BROWSER_URL, else one started for the run. */
export async function startProduct(): Promise<Product> {
	const given = process.env.BROWSER_URL;
	if (given) return { url: given, stop: async () => undefined };
	await buildForTest();
	const stack = await startStack({ demo: true });
	return { url: stack.url, stop: stack.stop };
}
