import { and, asc, eq, gt } from "drizzle-orm";
import { FORMER_USERNAME_DAYS } from "../../contracts/limits.ts";
import { accountSessions, accountUsers, formerUsernames } from "../../db/schema/directory.ts";
import { type Exported, type ExportedFile, mapped, once, pages } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";
import { shownEmail } from "./email.ts";
import { folderOf } from "./picture/address.ts";

const DAY_MS = 86_400_000;

/** What an account gives to its owner's archive: itself, where it is signed in, and its picture. No password and no token is in it. */
export const exportAccount = (services: Services, userId: string): Exported => ({
	files: { account: once(() => accountOf(services, userId)), sessions: sessionsOf(services, userId) },
	media: pictureOf(services, userId),
});

async function accountOf(services: Services, userId: string) {
	const directory = services.db.directory();
	const [rows, former] = await directory.batch([
		directory.select().from(accountUsers).where(eq(accountUsers.id, userId)),
		directory.select().from(formerUsernames).where(eq(formerUsernames.userId, userId)),
	]);
	return rows.map((row) => ({
		id: row.id,
		username: row.displayUsername ?? row.name,
		email: shownEmail(row.email),
		emailVerified: row.emailVerified,
		pendingEmail: row.pendingEmail,
		birthdate: row.birthdate,
		accountType: row.accountType,
		createdAt: row.createdAt.toISOString(),
		formerUsernames: former.map(({ username, changedAt }) => ({
			username,
			until: new Date(changedAt.getTime() + FORMER_USERNAME_DAYS * DAY_MS).toISOString(),
		})),
	}));
}

const sessionsOf = ({ db }: Services, userId: string) =>
	mapped(
		pages((after: { readonly id: string } | null, limit) =>
			db
				.directory()
				.select()
				.from(accountSessions)
				.where(and(eq(accountSessions.userId, userId), after === null ? undefined : gt(accountSessions.id, after.id)))
				.orderBy(asc(accountSessions.id))
				.limit(limit),
		),
		(rows) =>
			rows.map(({ createdAt, updatedAt, expiresAt, ipAddress, userAgent }) => ({
				createdAt: createdAt.toISOString(),
				lastUsedAt: updatedAt.toISOString(),
				expiresAt: expiresAt.toISOString(),
				ipAddress,
				userAgent,
			})),
	);

async function* pictureOf({ media }: Services, userId: string): AsyncGenerator<ExportedFile> {
	const { objects } = await media.list({ prefix: folderOf(userId) });
	for (const { key, uploaded } of objects) {
		yield { name: "media/picture.webp", at: uploaded, open: async () => (await media.get(key))?.body ?? null };
	}
}
