import { exportAccount } from "./accounts/index.ts";
import { exportCollections } from "./collections/index.ts";
import { exportHashtags } from "./discovery/hashtags/index.ts";
import { exportSounds } from "./discovery/sounds/index.ts";
import { exportFeedSession } from "./feed/index.ts";
import { exportMessages } from "./messages/index.ts";
import { exportPins } from "./pins/index.ts";
import type { ExportStep } from "./platform/export.ts";
import { exportReposts } from "./reposts/index.ts";
import { exportComments, exportGraph, exportInbox, exportProfile } from "./social/index.ts";
import { exportCopyright, exportJudged } from "./trust/index.ts";
import { exportEngagement } from "./videos/engagement/index.ts";
import { exportVideos } from "./videos/index.ts";

/** What a person is given of theirs, feature by feature: who keeps something of people adds its step here (`accounts/leaving/given.ts`). */
export const EXPORTED: readonly ExportStep[] = [
	{ name: "account", run: exportAccount },
	{ name: "profile", run: exportProfile },
	{ name: "videos", run: exportVideos },
	{ name: "pins", run: exportPins },
	{ name: "sounds", run: exportSounds },
	{ name: "comments", run: exportComments },
	{ name: "engagement", run: exportEngagement },
	{ name: "collections", run: exportCollections },
	{ name: "reposts", run: exportReposts },
	{ name: "hashtags", run: exportHashtags },
	{ name: "graph", run: exportGraph },
	{ name: "messages", run: exportMessages },
	{ name: "feed_session", run: exportFeedSession },
	{ name: "inbox", run: exportInbox },
	{ name: "judged", run: exportJudged },
	{ name: "copyright", run: exportCopyright },
];
