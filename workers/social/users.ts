import { eq } from "drizzle-orm";
import { isId } from "../../contracts/ids.ts";
import { ProblemError } from "../../contracts/problem-error.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import type { Services } from "../platform/services.ts";

export const userNotFound = (): ProblemError => new ProblemError("user_not_found", "There is no such user. The name may have a typo.");

/** The id behind an id or a user name with a leading @. Whether an id exists is told by the query that uses it. @throws `user_not_found` */
export async function resolveUser(services: Services, reference: string): Promise<string> {
	if (isId(reference)) return reference;
	if (!reference.startsWith("@")) throw userNotFound();
	const [row] = await services.db
		.directory()
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(eq(accountUsers.username, reference.slice(1).toLowerCase()));
	if (row === undefined) throw userNotFound();
	return row.id;
}
