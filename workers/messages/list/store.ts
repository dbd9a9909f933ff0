import type { ConversationFacts, Message, MessageEvent } from "../../../contracts/messages.ts";
import { withoutQuote } from "../core/facts.ts";
import type { OutboxEvent } from "../outbox.ts";

type Sql = Pick<SqlStorage, "exec">;

export type Folder = "inbox" | "requests";

/** A conversation as it stands in somebody's list. */
export interface Entry {
	readonly facts: ConversationFacts;
	readonly lastMessage: Message | null;
	readonly lastSeq: number;
	readonly readSeq: number;
	readonly unread: number;
	/** Milliseconds since 1970; null for one that is not muted. */
	readonly mutedUntil: number | null;
	/** When something was last written, milliseconds since 1970. */
	readonly at: number;
}

export interface ListPage {
	readonly entries: readonly Entry[];
	readonly next: { readonly at: number; readonly id: string } | null;
	/** Conversations of the inbox with something unread, muted ones left out. */
	readonly unread: number;
	readonly requests: number;
}

/**
 * The conversations of one person, in the SQLite of their inbox object: a page of the list is one read, however many there are. Made of the
 * events that conversations tell, each taken once and in its conversation's order.
 */
export class ConversationList {
	readonly #sql: Sql;
	/** The newest event taken of each conversation: asked for with every one. */
	readonly #taken = new Map<string, number>();
	#unheard: Set<string> | null = null;

	constructor(sql: Sql) {
		this.#sql = sql;
		// `folder` is null for what was left: its number stays, so that what is told late is known as old.
		sql.exec(`CREATE TABLE IF NOT EXISTS conversations (
			id TEXT PRIMARY KEY,
			n INTEGER NOT NULL,
			folder TEXT,
			facts TEXT NOT NULL,
			last TEXT,
			last_seq INTEGER NOT NULL DEFAULT 0,
			read_seq INTEGER NOT NULL DEFAULT 0,
			unread INTEGER NOT NULL DEFAULT 0,
			delivered_seq INTEGER NOT NULL DEFAULT 0,
			muted_until INTEGER,
			at INTEGER NOT NULL
		) WITHOUT ROWID`);
		sql.exec("CREATE INDEX IF NOT EXISTS conversations_latest ON conversations (folder, at DESC, id DESC)");
		sql.exec("CREATE INDEX IF NOT EXISTS conversations_unread ON conversations (folder) WHERE unread > 0");
		sql.exec("CREATE TABLE IF NOT EXISTS unheard (user_id TEXT PRIMARY KEY) WITHOUT ROWID");
	}

	/**
	 * Takes what is new of a conversation's events.
	 * @param userId whose list it is
	 * @param now milliseconds since 1970
	 * @returns what the person is told: nothing of whom they don't hear
	 */
	take(userId: string, conversationId: string, events: readonly OutboxEvent[], now: number): OutboxEvent[] {
		const known = this.#newestTaken(conversationId);
		const fresh = events.filter(({ n }) => n > (known ?? 0));
		const newest = fresh.at(-1);
		if (newest === undefined) return [];
		if (known === null) {
			this.#sql.exec("INSERT INTO conversations (id, n, folder, facts, at) VALUES (?, 0, NULL, '', ?)", conversationId, now);
		}
		const told = fresh.filter(({ event }) => !this.#isUnheard(event)).map((one) => ({ ...one, event: this.#withoutUnheard(one.event) }));
		let arrived: Message[] = [];
		for (const { event } of told) {
			if (event.kind === "message") arrived.push(event.message);
			else {
				this.#arrived(userId, conversationId, arrived);
				arrived = [];
				this.#apply(userId, conversationId, event);
			}
		}
		this.#arrived(userId, conversationId, arrived);
		this.#sql.exec("UPDATE conversations SET n = ? WHERE id = ?", newest.n, conversationId);
		this.#taken.set(conversationId, newest.n);
		return told;
	}

	#newestTaken(conversationId: string): number | null {
		const taken = this.#taken.get(conversationId);
		if (taken !== undefined) return taken;
		const [row] = this.#sql.exec<{ n: number }>("SELECT n FROM conversations WHERE id = ?", conversationId).toArray();
		return row?.n ?? null;
	}

	#apply(userId: string, id: string, event: MessageEvent): void {
		switch (event.kind) {
			case "message":
				this.#arrived(userId, id, [event.message]);
				return;
			case "message_changed":
				this.#changed(userId, id, event.message);
				return;
			case "conversation_changed": {
				const { conversation } = event;
				const folder: Folder = conversation.standing === "requested" ? "requests" : "inbox";
				this.#sql.exec("UPDATE conversations SET facts = ?, folder = ? WHERE id = ?", JSON.stringify(conversation), folder, id);
				return;
			}
			case "conversation_gone":
				this.#sql.exec("UPDATE conversations SET folder = NULL, last = NULL, unread = 0 WHERE id = ?", id);
				return;
			case "conversation_read":
				this.#sql.exec("UPDATE conversations SET read_seq = ?, unread = ? WHERE id = ?", event.readSeq, event.unread, id);
				return;
			case "conversation_muted":
			case "join_requested":
				return;
		}
	}

	/** Messages in their order, as one change: the last of them stands in the list. */
	#arrived(userId: string, id: string, messages: readonly Message[]): void {
		const last = messages.at(-1);
		if (last === undefined) return;
		// Who writes has read what is above.
		const own = messages.findLastIndex(({ senderId }) => senderId === userId);
		const unread = messages.slice(own + 1).filter(({ senderId }) => senderId !== null).length;
		this.#sql.exec(
			`UPDATE conversations SET last = ?2, last_seq = ?3, at = ?4,
			read_seq = coalesce(?5, read_seq), unread = CASE WHEN ?5 IS NULL THEN unread ELSE 0 END + ?6 WHERE id = ?1`,
			id,
			JSON.stringify(last),
			last.seq,
			Date.parse(last.sentAt),
			messages[own]?.seq ?? null,
			unread,
		);
	}

	#changed(userId: string, id: string, message: Message): void {
		const isUnsent = message.content.type === "unsent" && message.senderId !== userId;
		this.#sql.exec(
			`UPDATE conversations SET last = CASE WHEN last_seq = ?2 AND last IS NOT NULL THEN ?3 ELSE last END,
			unread = CASE WHEN ?4 AND ?2 > read_seq THEN max(0, unread - 1) ELSE unread END WHERE id = ?1`,
			id,
			message.seq,
			JSON.stringify(message),
			isUnsent ? 1 : 0,
		);
	}

	/** What the person may hear of these. */
	heard(events: readonly MessageEvent[]): MessageEvent[] {
		return events.filter((event) => !this.#isUnheard(event)).map((event) => this.#withoutUnheard(event));
	}

	/** Of a message, whose it is; what is said of conversations is heard whoever did it. */
	#isUnheard(event: MessageEvent): boolean {
		if (event.kind !== "message" && event.kind !== "message_changed") return false;
		return event.message.senderId !== null && this.isUnheard(event.message.senderId);
	}

	/** Without the words of whom the person doesn't hear, where another answers them. */
	#withoutUnheard(event: MessageEvent): MessageEvent {
		if (event.kind !== "message" && event.kind !== "message_changed") return event;
		const quoted = event.message.replyTo?.senderId;
		return quoted != null && this.isUnheard(quoted) ? { ...event, message: withoutQuote(event.message) } : event;
	}

	isUnheard(userId: string): boolean {
		this.#unheard ??= new Set(
			this.#sql
				.exec<{ user_id: string }>("SELECT user_id FROM unheard")
				.toArray()
				.map((row) => row.user_id),
		);
		return this.#unheard.has(userId);
	}

	setUnheard(userId: string, isBlocked: boolean): void {
		this.#unheard = null;
		if (isBlocked) this.#sql.exec("INSERT OR IGNORE INTO unheard (user_id) VALUES (?)", userId);
		else this.#sql.exec("DELETE FROM unheard WHERE user_id = ?", userId);
	}

	/** @param now milliseconds since 1970: a mute that has ended is none */
	page(folder: Folder, limit: number, after: { readonly at: number; readonly id: string } | null, now: number): ListPage {
		const rows = this.#sql
			.exec<Row>(
				`SELECT ${COLUMNS} FROM conversations WHERE folder = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`,
				folder,
				after?.at ?? Number.MAX_SAFE_INTEGER,
				after?.id ?? "",
				limit + 1,
			)
			.toArray();
		const entries = rows.slice(0, limit).map(entryIn(now));
		const last = entries.at(-1);
		return {
			entries,
			next: rows.length > limit && last !== undefined ? { at: last.at, id: last.facts.id } : null,
			unread: this.#count("folder = 'inbox' AND unread > 0 AND (muted_until IS NULL OR muted_until <= ?)", now),
			requests: this.#count("folder = 'requests'"),
		};
	}

	entry(id: string, now: number): Entry | null {
		const [row] = this.#sql.exec<Row>(`SELECT ${COLUMNS} FROM conversations WHERE id = ? AND folder IS NOT NULL`, id).toArray();
		return row === undefined ? null : entryIn(now)(row);
	}

	/** Whether it stands in the person's inbox. */
	has(id: string): boolean {
		return this.#sql.exec("SELECT 1 FROM conversations WHERE id = ? AND folder = 'inbox'", id).toArray().length > 0;
	}

	mute(id: string, until: number | null): boolean {
		const found = this.#sql.exec("UPDATE conversations SET muted_until = ? WHERE id = ? AND folder IS NOT NULL RETURNING id", until, id);
		return found.toArray().length > 0;
	}

	/** Conversations of two whose newest message has not reached a device of the person until now; from now on it has. */
	reached(): { readonly id: string; readonly seq: number }[] {
		return this.#sql
			.exec<{ id: string; seq: number }>(
				`UPDATE conversations SET delivered_seq = last_seq
				WHERE folder = 'inbox' AND unread > 0 AND delivered_seq < last_seq AND id NOT LIKE 'g%' RETURNING id, last_seq AS seq`,
			)
			.toArray();
	}

	/** Every conversation the person is in, or was. */
	ids(): string[] {
		return this.#sql
			.exec<{ id: string }>("SELECT id FROM conversations")
			.toArray()
			.map(({ id }) => id);
	}

	#count(where: string, ...bindings: number[]): number {
		return this.#sql.exec<{ found: number }>(`SELECT count(*) AS found FROM conversations WHERE ${where}`, ...bindings).one().found;
	}
}

const COLUMNS = "facts, last, last_seq, read_seq, unread, muted_until, at";

type Row = {
	readonly facts: string;
	readonly last: string | null;
	readonly last_seq: number;
	readonly read_seq: number;
	readonly unread: number;
	readonly muted_until: number | null;
	readonly at: number;
};

const entryIn =
	(now: number) =>
	(row: Row): Entry => ({
		facts: JSON.parse(row.facts) as ConversationFacts,
		lastMessage: row.last === null ? null : (JSON.parse(row.last) as Message),
		lastSeq: row.last_seq,
		readSeq: row.read_seq,
		unread: row.unread,
		mutedUntil: row.muted_until === null || row.muted_until <= now ? null : row.muted_until,
		at: row.at,
	});
