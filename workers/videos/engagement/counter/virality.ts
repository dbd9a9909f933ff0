import { and, desc, eq, ne } from "drizzle-orm";
import { isPublished } from "../../../../db/published.ts";
import { videos } from "../../../../db/schema/videos.ts";
import { emitOrFail } from "../../../platform/events.ts";
import type { Services } from "../../../platform/services.ts";
import { invalidateVideo } from "../../cards/index.ts";
import type { Entry } from "./deltas.ts";
import type { Ledger } from "./ledger.ts";
import { beat, judge, lastHour, type Standing, WORTH_A_LOOK } from "./pulse.ts";

/** A creator's latest videos say what is usual for them. */
const CREATORS_LATEST = 20;
/** A video gets most of its views within its first days, hours. */
const FIRST_HOURS = 72;
const HOUR_MS = 3_600_000;

/** What an hour of this video is measured against; null when the video is gone. */
async function standingOf(services: Services, videoId: string, viewsBefore: number): Promise<Standing | null> {
	const [row] = await services.db
		.video(videoId)
		.select({ userId: videos.userId, publishedAt: videos.publishedAt, createdAt: videos.createdAt })
		.from(videos)
		.where(eq(videos.id, videoId))
		.limit(1);
	if (row === undefined) return null;
	const others = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ views: videos.viewCount, createdAt: videos.createdAt })
				.from(videos)
				.where(and(eq(videos.userId, row.userId), ne(videos.id, videoId), eq(videos.status, "ready")))
				.orderBy(desc(videos.createdAt))
				.limit(CREATORS_LATEST),
		),
	);
	const now = services.clock();
	const rates = others
		.flat()
		.map(({ views, createdAt }) => views / Math.max(1, Math.min(FIRST_HOURS, (now - createdAt.getTime()) / HOUR_MS)))
		.sort((a, b) => a - b);
	// The median: one hit does not make the next one expected.
	const creatorPerHour = rates[Math.floor(rates.length / 2)] ?? 0;
	return { publishedAt: (row.publishedAt ?? row.createdAt).getTime(), viewsBefore, creatorPerHour };
}

/**
 * Writes to the row that a video is viral, since when, or is so no more. Repeated it changes nothing.
 * @returns false when the row is not one for everyone: there is nothing to mark
 */
export async function markViral(services: Services, videoId: string, since: number | null): Promise<boolean> {
	const rows = await services.db
		.video(videoId)
		.update(videos)
		.set({ viralAt: since === null ? null : new Date(since) })
		.where(and(eq(videos.id, videoId), since === null ? undefined : isPublished))
		.returning({ id: videos.id });
	if (rows.length === 0) return false;
	await invalidateVideo(services, videoId);
	await emitOrFail(services, "changed", { videoId, userId: null, what: "virality" });
	return true;
}

/** Counts batches and takes their minutes into the pulse. @returns the ids of those counted, and whether the pulse is worth a look now */
export function applyWithPulse(ledger: Ledger, entries: readonly Entry[], now: number): { applied: string[]; isWorthALook: boolean } {
	let isWorthALook = false;
	const applied = ledger.apply(entries, (counted) => {
		const views = counted.flatMap(({ minutes = [] }) => minutes);
		if (views.length === 0) return {};
		const pulse = beat(ledger.standing.pulse, views, now);
		isWorthALook = pulse.viral === null && lastHour(pulse, now) >= WORTH_A_LOOK;
		return { pulse };
	});
	return { applied, isWorthALook };
}

/** What a video is measured against is asked for again after this long, milliseconds. */
const STANDING_FRESH_MS = 10 * 60_000;

/** Watches over one video's pulse for its counter. */
export class Watch {
	readonly #services: Services;
	readonly #ledger: Ledger;
	#known: { readonly standing: Standing; readonly at: number } | null = null;

	constructor(services: Services, ledger: Ledger) {
		this.#services = services;
		this.#ledger = ledger;
	}

	/** True while the pulse must be looked at each minute, or the row does not say what it should. */
	get isNeeded(): boolean {
		const { viral, isMarked } = this.#ledger.standing.pulse;
		return viral !== null || !isMarked;
	}

	/** Judges the pulse as it is now, and has the row say so. @throws when the row can't be read or written: look again */
	async look(videoId: string): Promise<void> {
		const { log, clock } = this.#services;
		const standing = await this.#standing(videoId);
		if (standing === null) return;
		const now = clock();
		const { pulse, turned, viewsLastHour, expected } = judge(this.#ledger.standing.pulse, standing, now);
		if (turned !== null) {
			this.#ledger.update({ pulse });
			const found = { videoId, viewsLastHour, expectedPerHour: Math.round(expected) };
			if (turned === "viral") log.info("viral_video_detected", { ...found, threshold: Math.round(pulse.viral?.threshold ?? 0) });
			else log.info("viral_video_over", found);
		}
		if (this.#ledger.standing.pulse.isMarked) return;
		const { viral } = this.#ledger.standing.pulse;
		await markViral(this.#services, videoId, viral?.since ?? null);
		// Judged otherwise while it was written: the next look writes that.
		if (this.#ledger.standing.pulse.viral === viral) this.#ledger.update({ pulse: { ...this.#ledger.standing.pulse, isMarked: true } });
	}

	async #standing(videoId: string): Promise<Standing | null> {
		const now = this.#services.clock();
		if (this.#known !== null && now - this.#known.at < STANDING_FRESH_MS) return this.#known.standing;
		const standing = await standingOf(this.#services, videoId, this.#ledger.standing.base?.views ?? 0);
		if (standing !== null) this.#known = { standing, at: now };
		return standing;
	}
}
