import { SEEN_AFTER_MS } from "../../../contracts/limits.ts";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { FEATURES } from "../../../recommender/features.ts";
import { MODEL_VERSION } from "../../../recommender/model.ts";
import type { Impression } from "../../../recommender/online-ranker.ts";
import { isLongView } from "../../../recommender/strength.ts";

/** What one message has to teach. Batches are known by their id: one that comes twice is learned once. */
export interface LessonBatch {
	readonly batchId: string;
	/** When the batch was closed, milliseconds since 1970. */
	readonly closedAt: number;
	/** Who watched, as a name nothing else is known of, and from where: the lessons of both are bounded in number. */
	readonly viewer: string;
	readonly isSettled?: boolean;
	readonly address?: string;
	readonly lessons: readonly Impression[];
}

/** Lessons told in one call at most: about 400 KB. */
const LESSONS_A_CALL = 2_000;

/** Rows of another version, of another length or with what is no number teach nothing: they are left out. */
function usable(row: readonly number[], version: number): boolean {
	return version === MODEL_VERSION && row.length === FEATURES.length && row.every(Number.isFinite);
}

/** The lessons in these messages; when there are too many for one call, evenly fewer of each. */
export function lessonsOf(messages: readonly EventsMessage[]): LessonBatch[] {
	const batches = messages.flatMap((message): LessonBatch[] => {
		const lessons = message.events.flatMap((event): Impression[] => {
			const { kind, lesson, moves, watchMs, durationMs, source } = event;
			if (kind !== "watch" || lesson === undefined || moves === false || watchMs < SEEN_AFTER_MS) return [];
			if (!usable(lesson.row, lesson.v)) return [];
			return [{ row: lesson.row, surface: source, longView: isLongView({ watchMs, durationMs }), watchMs }];
		});
		const { settled, address } = message.events[0] ?? {};
		const { batchId, closedAt, pseudonym: viewer } = message;
		return lessons.length === 0 ? [] : [{ batchId, closedAt, viewer, isSettled: settled === true, address, lessons }];
	});
	const total = batches.reduce((sum, { lessons }) => sum + lessons.length, 0);
	const every = Math.ceil(total / LESSONS_A_CALL);
	if (every <= 1) return batches;
	return batches.map((batch) => ({ ...batch, lessons: batch.lessons.filter((_, place) => place % every === 0) }));
}
