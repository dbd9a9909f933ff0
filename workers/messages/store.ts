import type { MessageContent } from "../../contracts/messages.ts";
import { fold } from "../../contracts/words.ts";
import { quoteOf } from "./core/facts.ts";
import type { Member, State, StoredMessage } from "./core/state.ts";

type Sql = Pick<SqlStorage, "exec">;

/** A stretch of a conversation: after `from`, up to `to`, without whom the reader may not meet. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
	readonly without: readonly string[];
}

type Meta = Omit<State, "members" | "lastSeq" | "joinRequests"> & { readonly joinRequests: readonly (readonly [string, number])[] };

const COLUMNS = "seq, revision, sender_id, client_id, sent_at, edited_at, content, reply_seq, reactions";

/** A conversation in its object's own SQLite. Tables are made when something is written: an object asked for by a guessed id leaves nothing. */
export class ConversationStore {
	readonly #sql: Sql;
	#isThere: boolean;

	constructor(sql: Sql) {
		this.#sql = sql;
		this.#isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'meta'").toArray().length > 0;
	}

	get isThere(): boolean {
		return this.#isThere;
	}

	#make(): void {
		if (this.#isThere) return;
		this.#sql.exec("CREATE TABLE meta (id INTEGER PRIMARY KEY CHECK (id = 0), state TEXT NOT NULL)");
		this.#sql.exec("CREATE TABLE members (user_id TEXT PRIMARY KEY, place INTEGER NOT NULL, member TEXT NOT NULL)");
		this.#sql.exec(`CREATE TABLE messages (
			seq INTEGER PRIMARY KEY,
			revision INTEGER NOT NULL,
			sender_id TEXT,
			client_id TEXT,
			sent_at INTEGER NOT NULL,
			edited_at INTEGER,
			content TEXT NOT NULL,
			folded TEXT NOT NULL,
			reply_seq INTEGER,
			reactions TEXT NOT NULL,
			UNIQUE (sender_id, client_id)
		)`);
		this.#isThere = true;
	}

	/** Null before anything was written. */
	load(): State | null {
		if (!this.#isThere) return null;
		const [row] = this.#sql.exec<{ state: string }>("SELECT state FROM meta").toArray();
		if (row === undefined) return null;
		const { joinRequests, ...meta } = JSON.parse(row.state) as Meta;
		const members = this.#sql
			.exec<{ member: string }>("SELECT member FROM members ORDER BY place")
			.toArray()
			.map(({ member }) => JSON.parse(member) as Member);
		const { last } = this.#sql.exec<{ last: number | null }>("SELECT max(seq) AS last FROM messages").one();
		return {
			...meta,
			joinRequests: new Map(joinRequests),
			lastSeq: last ?? 0,
			members: new Map(members.map((member) => [member.userId, member])),
		};
	}

	/** Writes what a command changed. */
	keep(before: State, { state, messages }: { readonly state: State; readonly messages: readonly StoredMessage[] }): void {
		this.#make();
		this.#keepMeta(before, state);
		let place = before.members.size;
		for (const [userId, member] of state.members) {
			if (before.members.get(userId) === member) continue;
			this.#sql.exec(
				"INSERT INTO members (user_id, place, member) VALUES (?1, ?2, ?3) ON CONFLICT (user_id) DO UPDATE SET member = ?3",
				userId,
				place++,
				JSON.stringify(member),
			);
		}
		for (const message of messages) this.#keepMessage(message);
	}

	#keepMeta(before: State, state: State): void {
		const [was, is] = [metaOf(before), metaOf(state)];
		if (was === is && before.members.size > 0) return;
		this.#sql.exec("INSERT INTO meta (id, state) VALUES (0, ?1) ON CONFLICT (id) DO UPDATE SET state = ?1", is);
	}

	#keepMessage(message: StoredMessage): void {
		const { seq, revision, senderId, clientId, sentAt, editedAt, content, replySeq, reactions } = message;
		this.#sql.exec(
			`INSERT INTO messages (${COLUMNS}, folded) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
			ON CONFLICT (seq) DO UPDATE SET revision = ?2, edited_at = ?6, content = ?7, reactions = ?9, folded = ?10`,
			seq,
			revision,
			senderId,
			clientId,
			sentAt,
			editedAt,
			JSON.stringify(content),
			replySeq,
			JSON.stringify(reactions),
			content.type === "system" ? "" : fold(quoteOf(message)),
		);
	}

	sentAs(senderId: string, clientId: string): StoredMessage | null {
		return this.#read("WHERE sender_id = ? AND client_id = ?", senderId, clientId)[0] ?? null;
	}

	message(seq: number): StoredMessage | null {
		return this.#read("WHERE seq = ?", seq)[0] ?? null;
	}

	/** Those of these numbers that are there. */
	messages(seqs: readonly number[]): Map<number, StoredMessage> {
		if (seqs.length === 0) return new Map();
		const found = this.#read("WHERE seq IN (SELECT value FROM json_each(?))", JSON.stringify(seqs));
		return new Map(found.map((message) => [message.seq, message]));
	}

	/** Those before a message, in their order. */
	before(seq: number, { from, to, without }: Stretch, limit: number): StoredMessage[] {
		const [after, until] = [from, Math.min(seq - 1, to)];
		return this.#within("DESC", after, until, without, limit).reverse();
	}

	/** Those after a message, in their order. */
	after(seq: number, { from, to, without }: Stretch, limit: number): StoredMessage[] {
		return this.#within("ASC", Math.max(seq, from), to, without, limit);
	}

	#within(order: "ASC" | "DESC", after: number, until: number, without: readonly string[], limit: number): StoredMessage[] {
		return this.#read(
			`WHERE seq > ? AND seq <= ? AND (sender_id IS NULL OR sender_id NOT IN (SELECT value FROM json_each(?))) ORDER BY seq ${order} LIMIT ?`,
			after,
			until,
			JSON.stringify(without),
			limit,
		);
	}

	/** Messages with all of these words, newest first. A word may be part of a longer one: many scripts put no space between words. */
	search(words: readonly string[], before: number, { from, to, without }: Stretch, limit: number): StoredMessage[] {
		return this.#read(
			`WHERE seq > ?1 AND seq <= ?2 AND folded <> '' AND sender_id NOT IN (SELECT value FROM json_each(?3))
			AND NOT EXISTS (SELECT 1 FROM json_each(?4) WHERE instr(folded, json_each.value) = 0) ORDER BY seq DESC LIMIT ?5`,
			from,
			Math.min(before - 1, to),
			JSON.stringify(without),
			JSON.stringify(words),
			limit,
		);
	}

	/** How many messages of others somebody has after one. */
	unread(userId: string, seq: number, { from, to, without }: Stretch): number {
		const [row] = this.#sql
			.exec<{ unread: number }>(
				`SELECT count(*) AS unread FROM messages WHERE seq > ? AND seq <= ? AND sender_id IS NOT NULL AND sender_id <> ?
				AND sender_id NOT IN (SELECT value FROM json_each(?)) AND json_extract(content, '$.type') <> 'unsent'`,
				Math.max(seq, from),
				to,
				userId,
				JSON.stringify(without),
			)
			.toArray();
		return row?.unread ?? 0;
	}

	#read(where: string, ...bindings: (string | number)[]): StoredMessage[] {
		if (!this.#isThere) return [];
		return this.#sql
			.exec<Row>(`SELECT ${COLUMNS} FROM messages ${where}`, ...bindings)
			.toArray()
			.map(messageIn);
	}
}

const metaOf = ({ id, kind, name, locked, blockers, link, joinRequests }: State): string =>
	JSON.stringify({ id, kind, name, locked, blockers, link, joinRequests: [...joinRequests] } satisfies Meta);

type Row = {
	readonly seq: number;
	readonly revision: number;
	readonly sender_id: string | null;
	readonly client_id: string | null;
	readonly sent_at: number;
	readonly edited_at: number | null;
	readonly content: string;
	readonly reply_seq: number | null;
	readonly reactions: string;
};

const messageIn = (row: Row): StoredMessage => ({
	seq: row.seq,
	revision: row.revision,
	senderId: row.sender_id,
	clientId: row.client_id,
	sentAt: row.sent_at,
	editedAt: row.edited_at,
	content: JSON.parse(row.content) as MessageContent,
	replySeq: row.reply_seq,
	reactions: JSON.parse(row.reactions) as StoredMessage["reactions"],
});
