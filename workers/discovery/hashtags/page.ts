import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { getHashtag } from "../../../contracts/hashtags.ts";
import type { Services } from "../../platform/services.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { relatedTo, summariesOf } from "./counts.ts";
import { followsTag } from "./follow.ts";

/** Shown beside a hashtag. */
const RELATED = 12;

/** What a hashtag's page says of it, beside its videos. @param tag as it is looked up */
export async function hashtagPage(services: Services, viewer: Viewer, tag: string): Promise<AnswerOf<typeof getHashtag>> {
	const userId = userIdOf(viewer);
	const [[summary], related, followed] = await Promise.all([
		summariesOf(services, [tag]),
		relatedTo(services, tag, RELATED),
		userId === null ? false : followsTag(services, userId, tag),
	]);
	return { tag, videoCount: summary?.videoCount ?? 0, followed, related };
}
