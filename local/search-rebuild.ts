// Makes all search documents anew, of the product that runs at an address: `npm run search:rebuild -- [ADDRESS]`, with ADMIN_TOKEN in the
// environment. Search goes on meanwhile; broken off, it is simply run again.
import { rebuildSearch } from "../contracts/search.ts";

const address = process.argv[2] ?? "http://localhost:8787";
const token = process.env.ADMIN_TOKEN ?? "";
let after: string | null = null;
let total = 0;
do {
	const url: URL = new URL(rebuildSearch.path, address);
	if (after !== null) url.searchParams.set("after", after);
	const response = await fetch(url, { method: rebuildSearch.method, headers: { "x-admin-token": token } });
	if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
	const { documents, next } = rebuildSearch.answer.parse(await response.json());
	total += documents;
	after = next;
	console.log(`${total} videos`);
} while (after !== null);
