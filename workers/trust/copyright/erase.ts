import { eq } from "drizzle-orm";
import { copyrightClaims, copyrightDisputes, copyrightMatches, copyrightReferences } from "../../../db/schema/copyright.ts";
import type { Services } from "../../platform/services.ts";
import { forgetReference } from "./references.ts";

/**
 * A step of `erased`: what somebody claimed, what was found in their uploads, and their objections, with the fingerprints of what is theirs.
 * The library's files that held those are written anew within a minute (`sweepLibrary`).
 */
export async function eraseCopyrightOf(services: Services, userId: string): Promise<void> {
	const directory = services.db.directory();
	const own = await directory
		.select({ id: copyrightReferences.id })
		.from(copyrightReferences)
		.where(eq(copyrightReferences.ownerId, userId));
	for (const { id } of own) await forgetReference(services, id);
	await directory.batch([
		directory.delete(copyrightDisputes).where(eq(copyrightDisputes.userId, userId)),
		directory.delete(copyrightMatches).where(eq(copyrightMatches.userId, userId)),
		directory.delete(copyrightClaims).where(eq(copyrightClaims.userId, userId)),
	]);
}
