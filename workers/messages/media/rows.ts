import type { MessageContent } from "../../../contracts/messages.ts";

type Sql = Pick<SqlStorage, "exec">;

/** What became of an upload: a message's content but for what its sender says of it. */
export type Encoded =
	| { readonly kind: "photo"; readonly width: number; readonly height: number; readonly blurhash: string }
	| { readonly kind: "voice"; readonly durationMs: number; readonly peaks: readonly number[] };

export interface MediaRow {
	readonly id: string;
	readonly ownerId: string;
	readonly kind: Encoded["kind"];
	/** Bytes that were announced. */
	readonly bytes: number;
	/** Null until it was re-encoded. */
	readonly encoded: Encoded | null;
	/** The message it was sent in; 0 before. */
	readonly seq: number;
}

/** Who has begun more than this and sent none of it waits, or sends. */
const UNSENT_MAX = 20;
/** What was not sent in this time is removed, milliseconds. */
const UNSENT_FOR_MS = 24 * 3_600_000;

/** Photos and voice notes of one conversation, in its object's SQLite; the files are in the bucket. */
export class MediaRows {
	readonly #sql: Sql;
	#isThere: boolean;

	constructor(sql: Sql) {
		this.#sql = sql;
		this.#isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'media'").toArray().length > 0;
	}

	/** @param at milliseconds since 1970 @returns null when they have begun too many */
	begin(row: Pick<MediaRow, "id" | "ownerId" | "kind" | "bytes">, at: number): MediaRow | null {
		this.#make();
		const known = this.get(row.id);
		if (known !== null) return known.ownerId === row.ownerId ? known : null;
		const { unsent } = this.#sql
			.exec<{ unsent: number }>("SELECT count(*) AS unsent FROM media WHERE owner_id = ? AND seq = 0", row.ownerId)
			.one();
		if (unsent >= UNSENT_MAX) return null;
		const { id, ownerId, kind, bytes } = row;
		this.#sql.exec("INSERT INTO media (id, owner_id, kind, bytes, at) VALUES (?, ?, ?, ?, ?)", id, ownerId, kind, bytes, at);
		return this.get(id);
	}

	get(id: string): MediaRow | null {
		if (!this.#isThere) return null;
		const [row] = this.#sql
			.exec<{ id: string; owner_id: string; kind: MediaRow["kind"]; bytes: number; encoded: string | null; seq: number }>(
				"SELECT id, owner_id, kind, bytes, encoded, seq FROM media WHERE id = ?",
				id,
			)
			.toArray();
		if (row === undefined) return null;
		const encoded = row.encoded === null ? null : (JSON.parse(row.encoded) as Encoded);
		return { id: row.id, ownerId: row.owner_id, kind: row.kind, bytes: row.bytes, encoded, seq: row.seq };
	}

	encoded(id: string, encoded: Encoded): void {
		this.#sql.exec("UPDATE media SET encoded = ? WHERE id = ?", JSON.stringify(encoded), id);
	}

	sent(id: string, seq: number): void {
		this.#sql.exec("UPDATE media SET seq = ? WHERE id = ?", seq, id);
	}

	/** The message it was sent in was taken back: nobody is given it any more, and it is removed. @returns what is to be removed */
	unsend(seq: number): string[] {
		if (!this.#isThere) return [];
		return this.#sql
			.exec<{ id: string }>("UPDATE media SET seq = -1 WHERE seq = ? RETURNING id", seq)
			.toArray()
			.map(({ id }) => id);
	}

	/** What is to be removed from the bucket: unsent, or begun and never sent. @param now milliseconds since 1970 */
	toRemove(now: number): string[] {
		if (!this.#isThere) return [];
		return this.#sql
			.exec<{ id: string }>("SELECT id FROM media WHERE seq = -1 OR (seq = 0 AND at <= ?)", now - UNSENT_FOR_MS)
			.toArray()
			.map(({ id }) => id);
	}

	removed(id: string): void {
		this.#sql.exec("DELETE FROM media WHERE id = ?", id);
	}

	/** Whether there is anything that may have to be removed later. */
	get isAnyUnsent(): boolean {
		return this.#isThere && this.#sql.exec("SELECT 1 FROM media WHERE seq <= 0 LIMIT 1").toArray().length > 0;
	}

	#make(): void {
		if (this.#isThere) return;
		this.#sql.exec(`CREATE TABLE media (
			id TEXT PRIMARY KEY,
			owner_id TEXT NOT NULL,
			kind TEXT NOT NULL,
			bytes INTEGER NOT NULL,
			encoded TEXT,
			seq INTEGER NOT NULL DEFAULT 0,
			at INTEGER NOT NULL
		) WITHOUT ROWID`);
		this.#isThere = true;
	}
}

/** Where members fetch it. */
export const mediaAddress = (conversationId: string, mediaId: string): string => `/messages/${conversationId}/${mediaId}`;

/** What a message says that carries it. */
export function contentOf(conversationId: string, { id, encoded }: MediaRow, alt: string): MessageContent | null {
	if (encoded === null) return null;
	const url = mediaAddress(conversationId, id);
	if (encoded.kind === "voice") return { type: "voice", url, durationMs: encoded.durationMs, peaks: [...encoded.peaks] };
	return { type: "photo", url, width: encoded.width, height: encoded.height, blurhash: encoded.blurhash, alt };
}
