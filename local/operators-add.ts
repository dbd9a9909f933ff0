// Invites an operator who may do everything, or lets one in anew: `DATABASE_URL=… npm run operators:add -- EMAIL "NAME" [ADDRESS OF THE PRODUCT]`.
// Everybody else is invited at the desk, by them.
import { inviteAdmin } from "./operators/first.ts";

const [email, name, address = "http://localhost:8787"] = process.argv.slice(2);
const databaseUrl = process.env.DATABASE_URL;
if (email === undefined || name === undefined || databaseUrl === undefined) {
	console.error('Say whom: DATABASE_URL=… npm run operators:add -- ada@example.org "Ada Lovelace" https://reelay.example');
	process.exit(1);
}
const invitation = await inviteAdmin({ databaseUrl, fetchEndpoint: process.env.DATABASE_FETCH_ENDPOINT }, email, name);
console.log(`Open this within three days; it works once:\n\n  ${new URL(`/desk#invitation=${invitation}`, address)}\n`);
