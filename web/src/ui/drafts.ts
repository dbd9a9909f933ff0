import { type Signal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { account } from "../account/session.ts";

/** As much of `Storage` as drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

interface Kept {
	/** When it was last typed at, milliseconds since 1970. */
	at: number;
	value: unknown;
}

const PREFIX = "reelay.draft.";
/** Drafts kept at most; the oldest give way. */
const KEPT_MOST = 60;

/** What was typed and not sent, in a browser's storage: each key press is kept, until it is sent or emptied. */
export class Drafts {
	private readonly storage: () => DraftStorage;
	private readonly now: () => number;

	constructor(storage: () => DraftStorage, now: () => number = Date.now) {
		this.storage = storage;
		this.now = now;
	}

	read(key: string): unknown {
		try {
			return (JSON.parse(this.storage().getItem(PREFIX + key) ?? "null") as Kept | null)?.value;
		} catch {
			// Not ours, or a browser that keeps nothing: the field is empty, as it would be without drafts.
			return undefined;
		}
	}

	keep(key: string, value: unknown): void {
		try {
			this.storage().setItem(PREFIX + key, JSON.stringify({ at: this.now(), value } satisfies Kept));
			this.forgetOldest();
		} catch {
			// Full, or forbidden: what is typed stays in the field at least.
		}
	}

	forget(key: string): void {
		try {
			this.storage().removeItem(PREFIX + key);
		} catch {
			// Nothing was kept where nothing can be.
		}
	}

	private forgetOldest(): void {
		const storage = this.storage();
		const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "").filter((key) => key.startsWith(PREFIX));
		if (keys.length <= KEPT_MOST) return;
		const ages = keys.map((key) => ({ key, at: (JSON.parse(storage.getItem(key) ?? "null") as Kept | null)?.at ?? 0 }));
		for (const { key } of ages.sort((a, b) => a.at - b.at).slice(0, keys.length - KEPT_MOST)) storage.removeItem(key);
	}
}

/** Over tabs and visits. */
const lasting = new Drafts(() => localStorage);
/** Until the tab is closed: for what a person would not leave behind on somebody else's computer. */
const ofTab = new Drafts(() => sessionStorage);

export interface Draft<T> extends Signal<T> {
	/** It was sent: the field begins anew, and so does the next visit. */
	forget(): void;
}

/** A draft read from storage where it has `initial`'s shape: an object of the same keys, or the same kind of value. */
function startOf<T>(kept: unknown, initial: T): T {
	if (typeof kept !== typeof initial || kept === null || Array.isArray(kept) !== Array.isArray(initial)) return initial;
	return typeof initial === "object" && !Array.isArray(initial) ? { ...initial, ...(kept as Partial<T>) } : (kept as T);
}

/**
 * What is typed into a field or form, kept per account and `what` it is written for: a closed sheet, another screen, a reload or a
 * closed tab lose nothing.
 * @param initial what stands there when nothing was typed; a draft that equals it is not kept
 */
export function useDraft<T extends string | object>(what: string, initial: T, place: "lasting" | "tab" = "lasting"): Draft<T> {
	const drafts = place === "tab" ? ofTab : lasting;
	const key = `${account.value?.id ?? "guest"}.${what}`;
	const held = useMemo(() => {
		const value = signal<T>(startOf(drafts.read(key), initial));
		const forget = () => {
			value.value = initial;
			drafts.forget(key);
		};
		return Object.assign(value, { forget });
	}, [key]);
	useEffect(() => {
		const empty = JSON.stringify(initial);
		return held.subscribe((value) => (JSON.stringify(value) === empty ? drafts.forget(key) : drafts.keep(key, value)));
	}, [held]);
	return held;
}
