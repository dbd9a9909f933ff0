import { type ReadonlySignal, signal } from "@preact/signals";
import type { Message, MessageInput } from "../api/messages.ts";
import { ApiError, sentenceOf } from "../api/problem.ts";

/** A photo or voice note that is still on this device. */
export interface LocalFile {
	readonly kind: "photo" | "voice";
	readonly blob: Blob;
	/** For looking at it and hearing it before it is sent. */
	readonly previewUrl: string;
	readonly alt: string;
	/** A voice note's length, milliseconds, and its waveform, 0–100; a photo's size, pixels. */
	readonly durationMs: number;
	readonly peaks: readonly number[];
	readonly width: number;
	readonly height: number;
}

/** A message on its way. */
export interface Outgoing {
	readonly clientId: string;
	readonly conversationId: string;
	/** Null for a file that is not uploaded yet. */
	readonly content: Extract<MessageInput, { type: "text" | "video" }> | null;
	readonly file: LocalFile | null;
	readonly replyTo: number | null;
	/** When it was written, milliseconds since 1970. */
	readonly at: number;
	/** `waiting`: is sent once those before it are, and there is a connection. */
	readonly state: "waiting" | "sending" | "failed";
	/** Why it failed, in words. */
	readonly fault: string | null;
	/** Share of a file that went out, 0–1. */
	readonly progress: number;
}

export interface OutboxPorts {
	/** Throws {@link ApiError}. */
	send(outgoing: Outgoing, onProgress: (share: number) => void): Promise<Message>;
	sent(message: Message): void;
	/** Calls back after so many milliseconds. */
	later(work: () => void, ms: number): void;
	now(): number;
	storage(): Pick<Storage, "getItem" | "setItem" | "removeItem">;
	files: OutboxFiles;
}

/** A file as it outlives a reload: an address of it is good for one page alone. */
export type KeptFile = Omit<LocalFile, "previewUrl">;
/** Keeps files that are not sent, by the name of their message on this device. */
export interface OutboxFiles {
	/** Rejects where the browser has no room, or keeps nothing. */
	keep(clientId: string, file: KeptFile): Promise<void>;
	/** Null when it is gone. */
	read(clientId: string): Promise<LocalFile | null>;
	drop(clientId: string): Promise<void>;
}

/** An entry as it is kept; its file lies elsewhere. */
type Kept = Omit<Outgoing, "file"> & { readonly hasFile: boolean };

const KEY = "reelay.outbox.";
/** After a failure that may pass: first after this, then after twice as long, milliseconds. */
const FIRST_RETRY_MS = 1_000;
const RETRY_AT_MOST_MS = 30_000;

/** What was written and has not arrived: sent one after the other in each conversation, over and over until it is there or refused. */
export class Outbox {
	readonly #ports: OutboxPorts;
	readonly #entries = signal<readonly Outgoing[]>([]);
	readonly #busy = new Set<string>();
	readonly #failures = new Map<string, number>();
	#ownerId: string | null = null;
	/** What this person left unsent, as long as its files are not read. */
	#left: readonly Kept[] = [];

	constructor(ports: OutboxPorts) {
		this.#ports = ports;
	}

	get entries(): ReadonlySignal<readonly Outgoing[]> {
		return this.#entries;
	}

	/** Whose it is now: what this person left unsent on this device is taken up again. */
	belongTo(ownerId: string | null): void {
		if (ownerId === this.#ownerId) return;
		this.#ownerId = ownerId;
		this.#failures.clear();
		this.#entries.value = [];
		this.#left = ownerId === null ? [] : this.#read(ownerId);
		if (this.#left.some(({ hasFile }) => hasFile)) void this.#restore(ownerId);
		else this.#takeUp(new Map());
	}

	async #restore(ownerId: string | null): Promise<void> {
		const names = this.#left.filter(({ hasFile }) => hasFile).map(({ clientId }) => clientId);
		const files = await Promise.all(names.map(async (name) => [name, await this.#ports.files.read(name).catch(() => null)] as const));
		if (ownerId === this.#ownerId) this.#takeUp(new Map(files));
	}

	/** What was left goes before what was written meanwhile. A file that is gone is told of when its message is to be sent. */
	#takeUp(files: ReadonlyMap<string, LocalFile | null>): void {
		const left = this.#left.map(({ hasFile, ...entry }) => ({ ...entry, file: files.get(entry.clientId) ?? null }));
		this.#left = [];
		this.#set([...left, ...this.#entries.value]);
		this.flush();
	}

	add(entry: Pick<Outgoing, "clientId" | "conversationId" | "content" | "file" | "replyTo">): void {
		const outgoing: Outgoing = { ...entry, at: this.#ports.now(), state: "waiting", fault: null, progress: 0 };
		this.#set([...this.#entries.value, outgoing]);
		if (entry.file) {
			const { previewUrl, ...kept } = entry.file;
			// Without room for it, it is sent while the page is open.
			this.#ports.files.keep(entry.clientId, kept).catch(() => undefined);
		}
		// What was left unsent here goes first.
		if (this.#left.length === 0) this.#next(entry.conversationId);
	}

	retry(clientId: string): void {
		this.#change(clientId, { state: "waiting", fault: null, progress: 0 });
		this.flush();
	}

	discard(clientId: string): void {
		const entry = this.#entries.value.find((one) => one.clientId === clientId);
		if (entry?.file) {
			URL.revokeObjectURL(entry.file.previewUrl);
			this.#ports.files.drop(clientId).catch(() => undefined);
		}
		this.#set(this.#entries.value.filter((one) => one.clientId !== clientId));
	}

	/** Sends what waits, at once. */
	flush(): void {
		for (const id of new Set(this.#entries.value.map(({ conversationId }) => conversationId))) this.#next(id);
	}

	/** The first that waits in a conversation goes, if none of it is on its way. */
	#next(conversationId: string): void {
		if (this.#busy.has(conversationId)) return;
		const entry = this.#entries.value.find((one) => one.conversationId === conversationId && one.state === "waiting");
		if (entry) void this.#send(entry);
	}

	async #send({ clientId, conversationId }: Outgoing): Promise<void> {
		const ownerId = this.#ownerId;
		this.#busy.add(conversationId);
		this.#change(clientId, { state: "sending" });
		let goesOn = true;
		try {
			const entry = this.#entries.value.find((one) => one.clientId === clientId);
			if (!entry) return;
			const message = await this.#ports.send(entry, (progress) => this.#change(clientId, { progress }, false));
			this.#failures.delete(conversationId);
			if (ownerId !== this.#ownerId) return;
			// First shown as sent, then taken from here: it is never seen twice, nor missed.
			this.#ports.sent(message);
			this.discard(clientId);
		} catch (error) {
			if (ownerId !== this.#ownerId) return;
			goesOn = !mayPass(error);
			if (goesOn) this.#change(clientId, { state: "failed", fault: sentenceOf(error) });
			else {
				this.#change(clientId, { state: "waiting" });
				this.#ports.later(() => this.#next(conversationId), this.#delayAfter(conversationId, error));
			}
		} finally {
			this.#busy.delete(conversationId);
			if (goesOn) this.#next(conversationId);
		}
	}

	#delayAfter(conversationId: string, error: unknown): number {
		const failures = this.#failures.get(conversationId) ?? 0;
		this.#failures.set(conversationId, failures + 1);
		const told = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
		return Math.max(told, Math.min(RETRY_AT_MOST_MS, FIRST_RETRY_MS * 2 ** failures));
	}

	#change(clientId: string, change: Partial<Outgoing>, keep = true): void {
		const changed = this.#entries.value.map((one) => (one.clientId === clientId ? { ...one, ...change } : one));
		if (keep) this.#set(changed);
		else this.#entries.value = changed;
	}

	#set(entries: readonly Outgoing[]): void {
		this.#entries.value = entries;
		if (this.#ownerId === null) return;
		try {
			// Files are too large for this store.
			const kept = [...this.#left, ...entries.map(({ file, ...entry }) => ({ ...entry, hasFile: file !== null }))] satisfies Kept[];
			if (kept.length === 0) this.#ports.storage().removeItem(KEY + this.#ownerId);
			else this.#ports.storage().setItem(KEY + this.#ownerId, JSON.stringify(kept));
		} catch {
			// Full, or forbidden: it is sent while the page is open.
		}
	}

	#read(ownerId: string): readonly Kept[] {
		try {
			const kept = JSON.parse(this.#ports.storage().getItem(KEY + ownerId) ?? "[]") as Kept[];
			return kept.map((entry) => (entry.state === "sending" ? { ...entry, state: "waiting" } : entry));
		} catch {
			// Not ours, or a browser that keeps nothing.
			return [];
		}
	}
}

/** The same message may arrive a little later: it is tried again by itself. A day's allowance does not come back by waiting. */
const mayPass = (error: unknown): boolean => error instanceof ApiError && error.isTransient && error.code !== "daily_limit";
