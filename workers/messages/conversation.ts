import type { Message, MessageContent, MessageInput } from "../../contracts/messages.ts";
import { fold } from "../../contracts/words.ts";
import type { Change, Command, Found, Refusal } from "./core/commands.ts";
import { factsFor, leads, mayWrite, messageOf, withoutQuote } from "./core/facts.ts";
import { reduce, type Told, toldOf } from "./core/reduce.ts";
import { isAccepted, type Member, present, readable, type State, type StoredMessage, takesPart } from "./core/state.ts";
import { contentOf, type Encoded, type MediaRow, type MediaRows } from "./media/rows.ts";
import type { JoinPreview, MediaBegun, Page, PageAt, Reader, Sending, View } from "./protocol.ts";
import type { ConversationStore, Stretch } from "./store.ts";

/** What a conversation leans on. */
export interface ConversationPorts {
	readonly store: ConversationStore;
	readonly media: MediaRows;
	readonly clock: () => number;
	/** Keeps what is to be told, in the turn in which the change is written. */
	readonly tell: (told: readonly Told[]) => void;
	/** Somebody has received or read further. */
	readonly marked: (userId: string) => void;
	/** Files of a message that was taken back. */
	readonly dropped: (mediaIds: readonly string[]) => void;
}

export type Done = { readonly refused: Refusal } | { readonly message: Message | null; readonly isNew: boolean };

/** The words searched for at most: each is looked for in every message. */
const SEARCH_WORDS = 8;

const empty = (id: string): State => ({
	id,
	kind: id.startsWith("g") ? "group" : "direct",
	name: null,
	locked: false,
	lastSeq: 0,
	members: new Map(),
	blockers: [],
	link: null,
	joinRequests: new Map(),
});

/** Runs one conversation's state machine (core/reduce.ts): finds what a command needs, and writes all that follows in one turn, so in one commit. */
export class Conversation {
	readonly #ports: ConversationPorts;
	#state: State | null;

	constructor(ports: ConversationPorts) {
		this.#ports = ports;
		this.#state = ports.store.load();
	}

	get state(): State | null {
		return this.#state;
	}

	send(id: string, { by, clientId, content, replyTo, begins }: Sending): Done {
		const { store } = this.#ports;
		const previous = store.sentAs(by, clientId);
		const whole = previous === null ? this.#contentOf(id, by, content) : previous.content;
		if (whole === null) return { refused: "media_not_ready" };
		const target = replyTo === null ? null : store.message(replyTo);
		const done = this.#run(id, { type: "send", by, clientId, content: whole, replyTo, begins }, { previous, target, unread: 0 });
		if ("refused" in done) return done;
		if (previous !== null) return { ...done, message: this.#shown(previous) };
		if ((content.type === "photo" || content.type === "voice") && done.message !== null) {
			this.#ports.media.sent(content.mediaId, done.message.seq);
		}
		return done;
	}

	/** @param without whom the reader may not meet: what they wrote is not counted as unread */
	run(id: string, command: Exclude<Command, { type: "send" }>, without: readonly string[] = []): Done {
		const { store, media, dropped } = this.#ports;
		const target = "seq" in command && command.type !== "read" && command.type !== "deliver" ? store.message(command.seq) : null;
		const unread = command.type === "read" ? this.#unread({ userId: command.by, without }, command.seq) : 0;
		const done = this.#run(id, command, { previous: null, target, unread });
		if (command.type === "unsend" && "isNew" in done && done.isNew) dropped(media.unsend(command.seq));
		return done;
	}

	#run(id: string, command: Command, found: Found): Done {
		const before = this.#state ?? empty(id);
		const outcome = reduce(before, command, found, this.#ports.clock());
		if ("refused" in outcome) return outcome;
		const isNew = outcome.state !== before || outcome.messages.length > 0;
		if (isNew) this.#keep(before, outcome);
		return { message: this.#shown(outcome.messages.at(-1) ?? found.target), isNew };
	}

	#keep(before: State, change: Change): void {
		const { store, tell, marked } = this.#ports;
		store.keep(before, change);
		this.#state = change.state;
		tell(toldOf(before, change, this.#answered(change.messages)));
		if (change.marked !== null) marked(change.marked);
	}

	/** What these messages answer, by number. */
	#answered(messages: readonly StoredMessage[]): Map<number, StoredMessage> {
		return this.#ports.store.messages(messages.flatMap(({ replySeq }) => replySeq ?? []));
	}

	#shown(stored: StoredMessage | null): Message | null {
		return stored === null ? null : (this.#present([stored])[0] ?? null);
	}

	/** @param without whom the reader may not meet: nothing of theirs is quoted */
	#present(messages: readonly StoredMessage[], without: readonly string[] = []): Message[] {
		const id = this.#state?.id;
		if (id === undefined) return [];
		const answered = this.#answered(messages);
		return messages.map((one) => {
			const quoted = one.replySeq === null ? null : (answered.get(one.replySeq) ?? null);
			const message = messageOf(id, one, quoted);
			return quoted?.senderId != null && without.includes(quoted.senderId) ? withoutQuote(message) : message;
		});
	}

	/** Null for a photo or voice note that is not there, not theirs, or sent already. */
	#contentOf(id: string, by: string, content: MessageInput): MessageContent | null {
		if (content.type === "text") return content;
		if (content.type === "video") return { ...content, text: content.text ?? null };
		const row = this.#ports.media.get(content.mediaId);
		if (row === null || row.ownerId !== by || row.kind !== content.type || row.seq !== 0) return null;
		return contentOf(id, row, content.type === "photo" ? content.alt : "");
	}

	#stretch({ userId, without }: Reader): Stretch | null {
		const range = this.#state === null ? null : readable(this.#state, userId);
		return range === null ? null : { ...range, without };
	}

	#unread(reader: Reader, seq: number): number {
		const stretch = this.#stretch(reader);
		return stretch === null ? 0 : this.#ports.store.unread(reader.userId, seq, stretch);
	}

	view(reader: Reader): View | null {
		const state = this.#state;
		const member = state?.members.get(reader.userId);
		if (state === null || member === undefined || member.standing === "left" || member.standing === "declined") return null;
		const stretch = this.#stretch(reader);
		const last = stretch === null ? [] : this.#ports.store.before(Number.MAX_SAFE_INTEGER, stretch, 1);
		const isLeader = leads(member);
		return {
			facts: factsFor(state, member),
			lastMessage: this.#present(last.slice(0, 1), reader.without)[0] ?? null,
			lastSeq: stretch === null ? 0 : Math.min(state.lastSeq, stretch.to),
			readSeq: member.readSeq,
			unread: this.#unread(reader, member.readSeq),
			members: member.standing === "removed" ? [] : present(state),
			marks: this.#marksFor(state, member),
			link: isLeader ? state.link : null,
			joinRequests: isLeader ? [...state.joinRequests].map(([userId, at]) => ({ userId, at })) : [],
		};
	}

	/** Who is not in a group, or of two people is apart from the other, sees nothing of how far others come. */
	#marksFor({ kind, blockers }: State, { userId, standing }: Member): View["marks"] {
		if (kind === "group") return standing === "member" ? this.marks() : [];
		return blockers.length === 0 ? this.marks() : this.marks().filter((mark) => mark.userId === userId);
	}

	/** How far members have come; of a group, in reading alone. Who has not answered a stranger shows nothing. */
	marks(): View["marks"] {
		const members = [...(this.#state?.members.values() ?? [])].filter(takesPart);
		return members.map(({ userId, readSeq, deliveredSeq }) => ({ userId, readSeq, deliveredSeq: Math.max(readSeq, deliveredSeq) }));
	}

	page(reader: Reader, { limit, before, after, around }: PageAt): Page | null {
		const stretch = this.#stretch(reader);
		if (stretch === null) return null;
		const { store } = this.#ports;
		if (after !== undefined) {
			const found = store.after(after, stretch, limit + 1);
			return {
				messages: this.#present(found.slice(0, limit), stretch.without),
				hasOlder: after > stretch.from,
				hasNewer: found.length > limit,
			};
		}
		if (around !== undefined) {
			const older = store.before(around, stretch, Math.floor(limit / 2) + 1);
			const newer = store.after(around - 1, stretch, Math.ceil(limit / 2) + 1);
			const shownOlder = older.slice(-Math.floor(limit / 2) || older.length);
			const shownNewer = newer.slice(0, Math.ceil(limit / 2));
			return {
				messages: this.#present([...shownOlder, ...shownNewer], stretch.without),
				hasOlder: older.length > shownOlder.length,
				hasNewer: newer.length > shownNewer.length,
			};
		}
		const found = store.before(before ?? Number.MAX_SAFE_INTEGER, stretch, limit + 1);
		const messages = found.length > limit ? found.slice(1) : found;
		return { messages: this.#present(messages, stretch.without), hasOlder: found.length > limit, hasNewer: before !== undefined };
	}

	search(reader: Reader, text: string, limit: number, before: number | null): Omit<Page, "hasNewer"> | null {
		const stretch = this.#stretch(reader);
		if (stretch === null) return null;
		const words = [...new Set(fold(text).split(/\s+/u))].filter((word) => word !== "").slice(0, SEARCH_WORDS);
		const found = words.length === 0 ? [] : this.#ports.store.search(words, before ?? Number.MAX_SAFE_INTEGER, stretch, limit + 1);
		return { messages: this.#present(found.slice(0, limit), stretch.without), hasOlder: found.length > limit };
	}

	beginMedia(wanted: Pick<MediaRow, "id" | "ownerId" | "kind" | "bytes">): MediaBegun {
		const state = this.#state;
		const member = state?.members.get(wanted.ownerId);
		// Of two people who have not begun, the first message is words.
		if (!state || member === undefined) return { refused: state?.kind === "group" ? "no_conversation" : "not_accepted" };
		if (!mayWrite(state, member)) return { refused: state.kind === "group" ? "locked" : "closed" };
		if (!isAccepted(state)) return { refused: "not_accepted" };
		const isNew = this.#ports.media.get(wanted.id) === null;
		const row = this.#ports.media.begin(wanted, this.#ports.clock());
		return row === null ? { refused: "media_not_ready" } : { row, isNew };
	}

	encoded(mediaId: string, encoded: Encoded): boolean {
		const { media } = this.#ports;
		if (media.get(mediaId)?.kind !== encoded.kind) return false;
		media.encoded(mediaId, encoded);
		return true;
	}

	media(userId: string, mediaId: string): MediaRow | null {
		const row = this.#ports.media.get(mediaId);
		if (row === null || row.seq < 0) return null;
		if (row.ownerId === userId && row.seq === 0) return row;
		const stretch = this.#stretch({ userId, without: [] });
		return stretch !== null && row.seq > stretch.from && row.seq <= stretch.to ? row : null;
	}

	preview(userId: string, secret: string): JoinPreview | null {
		const state = this.#state;
		if (state === null || state.link === null || state.link.secret !== secret) return null;
		const standing = state.members.get(userId)?.standing;
		const asked = state.joinRequests.has(userId) ? "waiting" : "none";
		return {
			name: state.name ?? "",
			memberCount: present(state).filter(takesPart).length,
			approval: state.link.approval,
			standing: standing === "member" ? "member" : standing === "invited" ? "requested" : asked,
		};
	}
}
