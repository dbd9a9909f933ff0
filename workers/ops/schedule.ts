import { eraseDueAccounts } from "../accounts/index.ts";
import { countSearchTerms } from "../discovery/search/index.ts";
import { sweepExports } from "../export/index.ts";
import { exportCatalogue, readSpace, takeUpModels, takeUpVectors, tendSpace } from "../feed/index.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { releaseFollows } from "../social/index.ts";
import {
	endChildAccounts,
	endLimits,
	examineDue,
	performDue,
	readmitDue,
	sweepAppeals,
	sweepLibrary,
	sweepReports,
	writeLibrary,
} from "../trust/index.ts";
import { reconcileLikes } from "../videos/engagement/index.ts";
import {
	probeHourly,
	sweepAbortedUploads,
	sweepCovers,
	sweepDeleted,
	sweepOutdated,
	sweepPending,
	sweepUnannounced,
	sweepUnembedded,
	sweepUploads,
} from "../videos/index.ts";
import { sweepRetention } from "./retention/sweep.ts";

/** One thing to be done at a tick. Idempotent; returns how much there was to do. */
interface Job {
	readonly name: string;
	readonly run: (services: Services) => Promise<number>;
}

const EVERY_MINUTE: readonly Job[] = [
	{ name: "moderation_decisions", run: performDue },
	{ name: "reports_without_case", run: sweepReports },
	{ name: "appeals_without_case", run: sweepAppeals },
	{ name: "ended_limits", run: endLimits },
	{ name: "bot_scores", run: examineDue },
	{ name: "ended_suspensions", run: readmitDue },
	{ name: "held_follows", run: releaseFollows },
	{ name: "copyright_library", run: writeLibrary },
	{ name: "pending_videos", run: sweepPending },
	{ name: "unannounced_videos", run: sweepUnannounced },
	{ name: "owed_covers", run: sweepCovers },
	{ name: "expired_uploads", run: sweepUploads },
	{ name: "ended_child_accounts", run: endChildAccounts },
	{ name: "erased_accounts", run: eraseDueAccounts },
	{ name: "data_exports", run: sweepExports },
	{ name: "trainer_catalogue", run: exportCatalogue },
	{ name: "trained_models", run: takeUpModels },
	{ name: "vector_space", run: tendSpace },
	{ name: "trained_vectors", run: takeUpVectors },
	{ name: "store_probe", run: probeHourly },
	{ name: "outdated_embeddings", run: async (services) => sweepOutdated(services, (await readSpace(services))?.next?.version) },
];
const DAILY: readonly Job[] = [
	{ name: "deleted_videos", run: sweepDeleted },
	{ name: "copyright_left_over", run: sweepLibrary },
	{ name: "aborted_uploads", run: sweepAbortedUploads },
	{ name: "unembedded_videos", run: sweepUnembedded },
	{ name: "like_counts", run: reconcileLikes },
	{ name: "search_terms", run: countSearchTerms },
	{ name: "retention", run: (services) => sweepRetention(services) },
];

/** The daily trigger of `wrangler.toml`; every other one is the minute's. */
const DAILY_CRON = "17 3 * * *";

/** Runs what is due at a cron tick. A job that fails is logged and does not keep the others from running; the next tick is its retry. */
export async function runSchedule(cron: string, services: Services): Promise<void> {
	for (const { name, run } of cron === DAILY_CRON ? DAILY : EVERY_MINUTE) {
		const startedAt = services.clock();
		try {
			const done = await run(services);
			if (done > 0) services.log.info("schedule_job", { job: name, done, ms: services.clock() - startedAt });
		} catch (error) {
			services.log.error("schedule_job_failed", { job: name, ms: services.clock() - startedAt, ...errorFields(error) });
		}
	}
}
