import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the run's one product is asked for: product-setup.ts. */
		productDesk: string;
	}
}

/** Address of the whole product with some demo content: the one at BROWSER_URL, else the one that all files of the run share. */
export async function productUrl(): Promise<string> {
	const response = await fetch(inject("productDesk"));
	const text = await response.text();
	if (!response.ok) throw new Error(`The product could not be started.\n${text}`);
	return text;
}
