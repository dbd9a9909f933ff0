import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the run's one product is asked for: product-setup.ts. */
		productDesk: string;
	}
}

/** Where the whole product is, and its operators' token. */
export interface Product {
	readonly url: string;
	readonly adminToken: string;
}

/** The whole product with some demo content: the one at BROWSER_URL, else the one that all files of the run share. */
export async function product(): Promise<Product> {
	// Not by `fetch`, which gives up after five minutes: making the demo content takes longer on a busy machine.
	const [response] = (await once(get(inject("productDesk")), "response")) as [IncomingMessage];
	const answer = await text(response);
	if (response.statusCode !== 200) throw new Error(`The product could not be started.\n${answer}`);
	return JSON.parse(answer) as Product;
}
