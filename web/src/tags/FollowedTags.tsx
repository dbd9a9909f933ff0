import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import { followedHashtags, type HashtagSummary } from "../api/hashtags.ts";
import { Link } from "../shell/Link.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { tagAddress } from "./address.ts";
import { FollowTag } from "./FollowTag.tsx";
import { learnFollows } from "./follows.ts";
import * as tagsWords from "./tags.words.ts";
import "../people/people.css";

/** The hashtags one follows, and the way to follow them no more; one that was just left stays to be taken back. */
export function FollowedTags() {
	const tags = useSignal<readonly HashtagSummary[] | null>(null);
	const fault = useSignal<unknown>(null);
	const load = async () => {
		try {
			const { hashtags } = await followedHashtags();
			for (const { tag } of hashtags) learnFollows(tag, true);
			tags.value = hashtags;
			fault.value = null;
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => {
		tags.value = null;
		if (account.value) void load();
	}, [account.value?.id]);
	if (!account.value) return null;
	return (
		<section aria-labelledby="followed-tags-title">
			<h2 id="followed-tags-title">{tagsWords.followedHashtags()}</h2>
			<p class="quiet preferences__lead">{tags.value?.length === 0 ? tagsWords.followsNone() : tagsWords.followedLead()}</p>
			{fault.value !== null && tags.value === null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{tags.value !== null && tags.value.length > 0 && (
				<ul>
					{tags.value.map(({ tag, videoCount }) => (
						<li key={tag} class="person-row">
							<Link href={tagAddress(tag)} class="person">
								<span>
									<strong>
										<bdi>#{tag}</bdi>
									</strong>
									<span class="quiet numeric">{uiWords.videos({ count: videoCount })}</span>
								</span>
							</Link>
							<FollowTag tag={tag} initially isSmall />
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
