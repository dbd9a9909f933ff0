import { inArray } from "drizzle-orm";
import type { Comment } from "../../../contracts/comments.ts";
import { MENTIONS_MAX, USERNAME_MAX, USERNAME_MIN } from "../../../contracts/limits.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import type { StoredMention } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { mayBeFound } from "../../rules/teens.ts";
import type { UserViewer } from "../../rules/viewer.ts";

/** A name with an @ before it that is not part of an address or another word. */
const MENTION = new RegExp(`(?<![\\p{L}\\p{N}_@./])@([A-Za-z0-9._]{${USERNAME_MIN},${USERNAME_MAX}})`, "gu");

interface Named {
	readonly start: number;
	/** The longest first: a dot may be a part of the name, or end the sentence. */
	readonly names: readonly string[];
}

/** Where a text names people, and by what. */
export function namedIn(text: string): Named[] {
	return [...text.matchAll(MENTION)].map(({ index, 1: name = "" }) => {
		const bare = name.replace(/\.+$/, "");
		return { start: index, names: bare === name || bare.length < USERNAME_MIN ? [name] : [name, bare] };
	});
}

/**
 * Those people a text names that there are, by id. A teen is named by who follows them alone: anybody else's words come to them as little as
 * a message would. Who is named twice is marked twice and counted once; past the most they are text.
 */
export async function mentionsIn(services: Services, author: Pick<UserViewer, "kind" | "userId">, text: string): Promise<StoredMention[]> {
	const named = namedIn(text);
	if (named.length === 0) return [];
	const names = [...new Set(named.flatMap((one) => one.names.map((name) => name.toLowerCase())))];
	const rows = await services.db
		.directory()
		.select({ id: accountUsers.id, username: accountUsers.username, type: accountUsers.accountType })
		.from(accountUsers)
		.where(inArray(accountUsers.username, names));
	const relations = await relationsOf(services, author);
	const found = rows.filter(({ id, type }) => id === author.userId || mayBeFound(type === "teen", id, relations));
	const ids = new Map(found.flatMap(({ id, username }) => (username === null ? [] : [[username, id] as const])));
	const people = new Set<string>();
	const marked: StoredMention[] = [];
	for (const { start, names: candidates } of named) {
		const name = candidates.find((candidate) => ids.has(candidate.toLowerCase()));
		const userId = name === undefined ? undefined : ids.get(name.toLowerCase());
		if (name === undefined || userId === undefined || (people.size >= MENTIONS_MAX && !people.has(userId))) continue;
		people.add(userId);
		marked.push({ start, length: name.length + 1, userId });
	}
	return marked;
}

/** A text with the names that those mentioned have now; who is not there (any more), or not for this viewer, stays as it was written. */
export function presentMentions(
	text: string,
	mentions: readonly StoredMention[],
	users: ReadonlyMap<string, UserSummary>,
): Pick<Comment, "text" | "mentions"> {
	let shown = "";
	let at = 0;
	const marked: Comment["mentions"] = [];
	for (const { start, length, userId } of mentions) {
		const user = users.get(userId);
		if (user === undefined) continue;
		shown += text.slice(at, start);
		const name = `@${user.username}`;
		marked.push({ start: shown.length, length: name.length, user });
		shown += name;
		at = start + length;
	}
	return { text: shown + text.slice(at), mentions: marked };
}
