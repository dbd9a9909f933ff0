import { and, eq } from "drizzle-orm";
import { dataExports } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";

export type ExportRow = typeof dataExports.$inferSelect;

/** The copy a person asked for last; null when there is none. */
export async function exportOf({ db }: Pick<Services, "db">, userId: string): Promise<ExportRow | null> {
	const [row] = await db.user(userId).select().from(dataExports).where(eq(dataExports.userId, userId));
	return row ?? null;
}

/** The row of that asking, and of no later one. */
export const asked = (userId: string, id: string) => and(eq(dataExports.userId, userId), eq(dataExports.id, id));

const folderOf = (userId: string): string => `${userId}/`;
/** Where an archive lies in the bucket of exports. */
export const archiveKey = (userId: string, id: string): string => `${folderOf(userId)}${id}.zip`;

/** Removes a person's archives, but for one. */
export async function removeArchives({ exports }: Pick<Services, "exports">, userId: string, keep?: string): Promise<void> {
	const { objects } = await exports.list({ prefix: folderOf(userId) });
	const gone = objects.map(({ key }) => key).filter((key) => keep === undefined || key !== archiveKey(userId, keep));
	if (gone.length > 0) await exports.delete(gone);
}
