import type { NotificationType } from "../../../contracts/notification-types.ts";

/** What of a happening says which others are like it. */
export interface Subject {
	readonly type: NotificationType;
	readonly videoId?: string | undefined;
	readonly commentId?: string | undefined;
	readonly conversationId?: string | undefined;
}

/** Happenings of one group make one notice while it is open: this long after the first, milliseconds. Then the next begins another. */
export const OPEN_MS = 86_400_000;

/** Types whose happenings are one notice, and about what; each of the others is a notice by itself. */
const GROUPED: Partial<Record<NotificationType, (subject: Subject) => string | undefined>> = {
	follow: () => "all",
	like: ({ videoId }) => videoId,
	repost: ({ videoId }) => videoId,
	comment_like: ({ commentId }) => commentId,
	message: ({ conversationId }) => conversationId,
};

/** The group that a happening belongs to; null for one that stands by itself. */
export function groupOf(subject: Subject): string | null {
	const about = GROUPED[subject.type]?.(subject);
	return about === undefined ? null : `${subject.type}:${about}`;
}

/**
 * Who did something, in words: `@mia`, `@mia and @bob`, `@mia and 12 others`.
 * @param names user names, the last to do it first; empty when none of them can be named
 * @param count how many did it
 */
export function inWords(names: readonly string[], count: number): string {
	const [first, second] = names.map((name) => `@${name}`);
	if (first === undefined) return count > 1 ? `${count} people` : "Someone";
	if (count <= 1) return first;
	if (count === 2) return `${first} and ${second ?? "someone else"}`;
	return `${first} and ${count - 1} others`;
}
