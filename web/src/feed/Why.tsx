import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as feeds from "../api/feeds.ts";
import { weave } from "../language/weave.ts";
import { Link } from "../shell/Link.tsx";
import { percent } from "../ui/format.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import type { FeedList } from "./feedList.ts";
import { mute } from "./mute.ts";
import * as sheetsWords from "./sheets.words.ts";

type Reason = Awaited<ReturnType<typeof feeds.why>>["reasons"][number];
interface WhyProps {
	card: feeds.VideoCard;
	list: FeedList;
	onClose(): void;
}

/** Why a clip was shown: the reasons, how much each counted, and what can be done about it. */
export function Why({ card, list, onClose }: WhyProps) {
	const reasons = useSignal<readonly Reason[] | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		feeds.why(card.id).then(
			(answer) => {
				fault.value = null;
				reasons.value = answer.reasons;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => void load(), [card.id]);
	// The only reason has all of it: "100 %" would say nothing.
	const isWeighed = ({ share }: Reason) => share > 0 && (reasons.value?.length ?? 0) > 1;
	const isPersonal = reasons.value?.[0]?.code !== "not_personal";
	return (
		<div class="sheet__content why">
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{!reasons.value && fault.value === null && <WhySkeleton />}
			{reasons.value && (
				<>
					<ul>
						{reasons.value.map((reason) => (
							<li key={reason.text}>
								<p>
									<span>{reason.text}</span>
									{isWeighed(reason) && <span class="quiet numeric">{percent(Math.max(0.01, reason.share))}</span>}
								</p>
								{isWeighed(reason) && (
									<div class="why__bar">
										<i style={{ width: `${Math.max(2, reason.share * 100)}%` }} />
									</div>
								)}
								<Act reason={reason} card={card} list={list} onClose={onClose} />
							</li>
						))}
					</ul>
					<p class="quiet">
						{weave(isPersonal ? sheetsWords.everySwipe : sheetsWords.couldLearn, {
							yourFeed: (
								<Link href="/settings/feed" class="link" onClick={onClose}>
									{sheetsWords.yourFeed()}
								</Link>
							),
						})}
					</p>
				</>
			)}
		</div>
	);
}

/** More or less of what the reason is about. */
function Act({ reason: { about }, card, list, onClose }: { reason: Reason } & WhyProps) {
	if (about === undefined) return null;
	const muteIt = () => {
		onClose();
		void mute(list, card, about.scope);
	};
	if (about.scope !== "topic") {
		return (
			<div class="why__acts">
				<button type="button" class="button button--small" onClick={muteIt}>
					{about.scope === "creator" ? sheetsWords.muteName({ displayName: card.user.displayName }) : sheetsWords.muteSound()}
				</button>
			</div>
		);
	}
	const weigh = async (weight: number, done: string) => {
		onClose();
		try {
			// Fetched when it is first needed: the first screen does without.
			const { change } = await import("../preferences/preferences.ts");
			await change({ topicWeights: { [about.key]: weight } }, done);
		} catch (error) {
			tellFault(error, () => void weigh(weight, done));
		}
	};
	return (
		<div class="why__acts">
			<button type="button" class="button button--small" onClick={() => void weigh(2, sheetsWords.moreFromHere({ label: about.label }))}>
				{sheetsWords.moreOf({ label: about.label })}
			</button>
			<button type="button" class="button button--small" onClick={() => void weigh(0.5, sheetsWords.lessFromHere({ label: about.label }))}>
				{sheetsWords.less()}
			</button>
		</div>
	);
}

const WhySkeleton = () => (
	<div role="progressbar" aria-label={sheetsWords.loadingReasons()} class="why__bones">
		{[78, 54, 64].map((width) => (
			<div key={width}>
				<div class="skeleton why__bone" style={{ width: `${width}%` }} />
				<div class="skeleton why__bar" />
			</div>
		))}
	</div>
);
