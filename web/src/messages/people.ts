import { signal } from "@preact/signals";
import { account } from "../account/session.ts";
import type { UserSummary } from "../api/social.ts";
import * as messagesWords from "./messages.words.ts";

/** Who is named in conversations, as far as answers told. */
const people = signal<ReadonlyMap<string, UserSummary>>(new Map());

export function meet(told: readonly UserSummary[]): void {
	if (told.length > 0) people.value = new Map([...people.peek(), ...told.map((person) => [person.id, person] as const)]);
}

export const personOf = (id: string | null): UserSummary | null => (id === null ? null : (people.value.get(id) ?? null));

export const isYou = (id: string | null): boolean => id !== null && id === account.value?.id;

/** What somebody is called in a sentence. Who left, or may not be met, has no name here. */
export const nameOf = (id: string | null): string =>
	isYou(id) ? messagesWords.you() : (personOf(id)?.displayName ?? messagesWords.someone());
