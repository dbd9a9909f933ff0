import { eq } from "drizzle-orm";
import { accountUsers } from "../../db/schema/directory.ts";
import type { Services } from "../platform/services.ts";
import { shownEmail } from "./email.ts";

/** How to speak to the owner of an account. */
export interface Contact {
	readonly userId: string;
	readonly username: string;
	/** Null where none was given. */
	readonly email: string | null;
	readonly eraseAt: Date | null;
}

/** @returns null when there is no such account */
export const contactOf = (services: Services, userId: string): Promise<Contact | null> => find(services, eq(accountUsers.id, userId));

/** The account behind a user name, with or without a leading @, or an e-mail address. */
export function contactByName(services: Services, name: string): Promise<Contact | null> {
	const given = name.trim().toLowerCase();
	const isEmail = given.includes("@", 1);
	return find(services, isEmail ? eq(accountUsers.email, given) : eq(accountUsers.username, given.replace(/^@/, "")));
}

async function find({ db }: Services, match: ReturnType<typeof eq>): Promise<Contact | null> {
	const [row] = await db.directory().select().from(accountUsers).where(match);
	if (row === undefined) return null;
	const { id, displayUsername, name, email, eraseAt } = row;
	return { userId: id, username: displayUsername ?? name, email: shownEmail(email), eraseAt };
}
