import { FEATURES } from "../../../recommender/features.ts";
import { parseModel } from "../../../recommender/load-model.ts";
import type { RankModel } from "../../../recommender/model.ts";
import { type Impression, OnlineRanker } from "../../../recommender/online-ranker.ts";
import { OnlineState } from "../../../recommender/online-state.ts";
import type { Log } from "../../platform/log.ts";
import { Allowance } from "./allowance.ts";
import { Calibration } from "./calibration.ts";
import type { LessonBatch } from "./lessons.ts";

/** Batch ids are kept for as long as a queue may deliver again: four days, and a day to spare, milliseconds; but no more than this many. */
const BATCHES_KEPT_MS = 5 * 86_400_000;
const BATCHES_MAX = 200_000;
/** So many of the latest lessons are kept, to be learned again on top of the trainer's next model: it has not seen them. */
const LESSONS_KEPT = 20_000;

const SCHEMA = `
	create table if not exists state (key text primary key, value text not null) without rowid;
	create table if not exists batches (id text primary key, at integer not null) without rowid;
	create table if not exists lessons (seq integer primary key autoincrement, at integer not null, count integer not null, lessons text not null);
`;

type Kept = readonly [row: readonly number[], surface: string | null, longView: 0 | 1, watchMs: number | null];
const keep = ({ row, surface, longView, watchMs }: Impression): Kept => [Array.from(row), surface, longView ? 1 : 0, watchMs];
const unkeep = ([row, surface, longView, watchMs]: Kept): Impression => ({ row, surface, longView: longView === 1, watchMs });

/**
 * The ranking model as it is corrected while people watch, in an object's own SQLite. What a call learned and the names of its
 * batches are one write: neither is there without the other. A state that can't be read is given up for the base.
 */
export class Learner {
	readonly #sql: SqlStorage;
	readonly #log: Log;
	readonly #allowance = new Allowance();
	readonly calibration = new Calibration();
	#hasBase: boolean;
	#base: RankModel;
	#ranker: OnlineRanker;
	#learnedAt: number;

	constructor(sql: SqlStorage, log: Log) {
		this.#sql = sql;
		this.#log = log;
		sql.exec(SCHEMA);
		const stored = this.#read("base");
		const base = parseModel(stored);
		const lost = base.fallback && stored !== null;
		if (lost) {
			log.error("ranker_base_unreadable", { reason: base.reason });
			// What was learned on top of it says nothing without it.
			sql.exec("delete from state");
		}
		this.#hasBase = !base.fallback;
		this.#base = base.model;
		this.#ranker = new OnlineRanker(this.#base, this.#storedState());
		this.#learnedAt = Number(this.#read("learnedAt") ?? this.#base.trainedAt);
	}

	/** Null while there is no base, or none that can be read: the shipped weights are learned on. */
	get baseId(): string | null {
		return this.#hasBase ? this.#base.id : null;
	}

	/** Learns each batch once. @returns how many lessons were learned */
	learn(batches: readonly LessonBatch[], now: number): number {
		const learned: Impression[] = [];
		let isNew = false;
		for (const { batchId, closedAt, lessons, ...teacher } of batches) {
			const { rowsWritten } = this.#sql.exec("insert into batches values (?, ?) on conflict do nothing", batchId, closedAt);
			if (rowsWritten === 0) continue;
			isNew = true;
			const sound = lessons.filter(({ row }) => row.length === FEATURES.length);
			learned.push(...sound.slice(0, this.#allowance.take(teacher, sound.length, now)));
		}
		if (!isNew || learned.length === 0) return 0;
		for (const lesson of learned) {
			this.calibration.note(this.#ranker.predict(lesson.row, lesson.surface).pLongView, lesson.longView);
			this.#ranker.learn(lesson);
		}
		this.#sql.exec("insert into lessons (at, count, lessons) values (?, ?, ?)", now, learned.length, JSON.stringify(learned.map(keep)));
		this.#keep(now);
		return learned.length;
	}

	/** Goes on from another base: what was learned since it was trained is learned again on top of it. @returns whether it is another */
	rebase(json: string, now: number): boolean {
		const { model, ...read } = parseModel(json);
		if (read.fallback) throw new Error(`the model to go on from can't be read: ${read.reason}`);
		if (this.baseId === model.id) return false;
		this.#hasBase = true;
		this.#base = model;
		this.#ranker = new OnlineRanker(model);
		let again = 0;
		for (const { lessons } of this.#sql.exec<{ lessons: string }>(
			"select lessons from lessons where at > ? order by seq",
			model.trainedAt,
		)) {
			for (const lesson of JSON.parse(lessons) as Kept[]) {
				if (lesson[0].length !== FEATURES.length) continue;
				this.#ranker.learn(unkeep(lesson));
				again += 1;
			}
		}
		this.#write("base", json);
		this.#keep(now);
		this.#log.info("ranker_rebased", { model: model.id, again });
		return true;
	}

	/** The model as it is now. It is dated by its last lesson, or its base when that is newer. */
	model(): RankModel {
		const { updates } = this.#ranker;
		return this.#ranker.model(`${this.#base.id}+${updates}`, Math.max(this.#learnedAt, this.#base.trainedAt));
	}

	/** Forgets batches that can't come again, and lessons too many. */
	prune(now: number): void {
		this.#sql.exec("delete from batches where at < ?", now - BATCHES_KEPT_MS);
		this.#sql.exec("delete from batches where id in (select id from batches order by at desc limit -1 offset ?)", BATCHES_MAX);
		this.#sql.exec(
			"delete from lessons where seq <= (select max(seq) from (select seq, sum(count) over (order by seq desc) as newer from lessons) where newer > ?)",
			LESSONS_KEPT,
		);
	}

	#keep(now: number): void {
		this.#learnedAt = now;
		this.#write("learnedAt", String(now));
		this.#write("learned", JSON.stringify(this.#ranker.state()));
	}

	#storedState(): OnlineState | undefined {
		const text = this.#read("learned");
		if (text === null) return undefined;
		try {
			return OnlineState.parse(JSON.parse(text));
		} catch (error) {
			this.#log.error("ranker_state_unreadable", { bytes: text.length, reason: error instanceof Error ? error.message.slice(0, 200) : "" });
			return undefined;
		}
	}

	#read(key: "base" | "learned" | "learnedAt"): string | null {
		return this.#sql.exec<{ value: string }>("select value from state where key = ?", key).toArray()[0]?.value ?? null;
	}

	#write(key: "base" | "learned" | "learnedAt", value: string): void {
		this.#sql.exec("insert into state values (?, ?) on conflict (key) do update set value = excluded.value", key, value);
	}
}
