import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { sharing as contract } from "../../contracts/sharing.ts";
import type { Services } from "../platform/services.ts";
import { isReposted } from "../reposts/index.ts";
import { isForEveryone, mayBeDownloaded, mayBeReposted } from "../rules/videos.ts";
import { userIdOf, type Viewer } from "../rules/viewer.ts";
import { visibleVideo } from "../videos/index.ts";
import { fitted, iframe } from "./oembed.ts";
import { embedPath, videoPath } from "./target.ts";

/** What the viewer can do to pass a video on. @throws `video_not_found` */
export async function sharingChoices(
	services: Services,
	viewer: Viewer,
	reference: string,
	origin: string,
): Promise<AnswerOf<typeof contract>> {
	const record = await visibleVideo(services, viewer, reference);
	const userId = userIdOf(viewer);
	const isOpen = isForEveryone(record);
	const url = origin + embedPath(record.id);
	const size = fitted({ width: record.width || 9, height: record.height || 16 });
	return {
		url: origin + videoPath(record.id),
		embed: isOpen ? { url, html: iframe({ title: record.title || "A video on reelay" }, url, size) } : null,
		mayRepost: userId !== null && mayBeReposted(record, userId),
		reposted: userId !== null && (await isReposted(services, userId, record.id)),
		mayDownload: mayBeDownloaded(record),
	};
}
