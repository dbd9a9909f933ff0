import type { DeadLetter } from "../../../contracts/dead-letters.ts";
import { cursorUnknown } from "../../../contracts/problems/gateway.ts";
import { deadLetterUnreadable, letterNotFound } from "../../../contracts/problems/operations.ts";
import { CleanupMessage, EventsMessage, ExportMessage, MailMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import { DEAD_LETTERS, DEAD_LETTERS_KEPT_DAYS, dayOf, type KeptLetter } from "../../platform/dead-letters.ts";
import type { Services } from "../../platform/services.ts";

type Store = Pick<Services, "archive" | "clock">;
const DAY_MS = 86_400_000;

/** What each queue takes, and how it is sent there; what does not keep to it can't be sent again. */
const QUEUES = {
	"reelay-transcode": {
		contract: TranscodeMessage,
		send: ({ queues }: Services, body: unknown) => queues.transcode.send(body as TranscodeMessage),
	},
	"reelay-events": { contract: EventsMessage, send: ({ queues }: Services, body: unknown) => queues.events.send(body as EventsMessage) },
	"reelay-cleanup": {
		contract: CleanupMessage,
		send: ({ queues }: Services, body: unknown) => queues.cleanup.send(body as CleanupMessage),
	},
	"reelay-exports": { contract: ExportMessage, send: ({ queues }: Services, body: unknown) => queues.exports.send(body as ExportMessage) },
	"reelay-mail": { contract: MailMessage, send: ({ queues }: Services, body: unknown) => queues.mail.send(body as MailMessage) },
} as const;
const queueOf = (name: string) => (Object.hasOwn(QUEUES, name) ? QUEUES[name as keyof typeof QUEUES] : undefined);

/** A letter's key in the archive, without what all keys have in common, as a path segment. */
const idOf = (key: string): string => btoa(key.slice(DEAD_LETTERS.length)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
/** @throws `not_found` for what is no letter's id */
function keyOf(id: string): string {
	try {
		return DEAD_LETTERS + atob(id.replaceAll("-", "+").replaceAll("_", "/"));
	} catch {
		throw letterNotFound();
	}
}

/**
 * Newest day first, within a day by queue. A day that has fewer letters than are asked for is followed by the one before.
 * @throws `invalid_fields` for a cursor that is none
 */
export async function listLetters(
	store: Store,
	{ limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ letters: DeadLetter[]; nextCursor: string | null }> {
	const letters: DeadLetter[] = [];
	const today = store.clock();
	const days = Array.from({ length: DEAD_LETTERS_KEPT_DAYS + 1 }, (_, ago) => dayOf(today - ago * DAY_MS));
	const after = cursor === undefined || cursor === "" || cursor === "0" ? null : placeOf(cursor);
	// A cursor of a day that has gone meanwhile begins with the oldest there is.
	const from = after === null ? 0 : days.findIndex((day) => after.startsWith(day) || day < after);
	for (const day of from < 0 ? [] : days.slice(from)) {
		const startAfter = after?.startsWith(day) === true ? after : undefined;
		const page = await store.archive.list({
			prefix: day,
			limit: limit - letters.length,
			...(startAfter === undefined ? {} : { startAfter }),
		});
		const read = await Promise.all(page.objects.map(({ key }) => readLetter(store, key)));
		letters.push(...read.filter((letter) => letter !== null).map(presented));
		const last = page.objects.at(-1)?.key;
		if (letters.length >= limit || page.truncated) return { letters, nextCursor: last === undefined ? null : idOf(last) };
	}
	return { letters, nextCursor: null };
}

function placeOf(cursor: string): string {
	try {
		return keyOf(cursor);
	} catch {
		throw cursorUnknown();
	}
}

/** Sends a letter to its queue again, and keeps it no longer. @throws `not_found`; `dead_letter_unreadable` where that can't help */
export async function retryLetter(services: Services, id: string): Promise<{ queue: string }> {
	const key = keyOf(id);
	const kept = await readLetter(services, key);
	if (kept === null) throw letterNotFound();
	const queue = queueOf(kept.letter.queue);
	const body = queue?.contract.safeParse(kept.letter.body);
	if (queue === undefined || body?.success !== true) throw deadLetterUnreadable();
	// Sent before it is deleted: consumers know what they have done already, and nothing is lost in between.
	await queue.send(services, body.data);
	await services.archive.delete(key);
	services.log.info("dead_letter_retried", { queue: kept.letter.queue, messageId: kept.letter.messageId });
	return { queue: kept.letter.queue };
}

export async function dismissLetter(services: Services, id: string): Promise<void> {
	await services.archive.delete(keyOf(id));
	services.log.info("dead_letter_dismissed");
}

interface Found {
	readonly key: string;
	readonly letter: KeptLetter;
}

async function readLetter({ archive }: Store, key: string): Promise<Found | null> {
	const object = await archive.get(key);
	return object === null ? null : { key, letter: await object.json<KeptLetter>() };
}

const presented = ({ key, letter: { queue, messageId, why, at, body } }: Found): DeadLetter => ({
	id: idOf(key),
	queue,
	messageId,
	why,
	keptAt: new Date(at).toISOString(),
	body,
	canRetry: queueOf(queue)?.contract.safeParse(body).success === true,
});
