import { useSignal } from "@preact/signals";
import { ChevronRight, Sparkles } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { interestName } from "../account/interestNames.ts";
import { account } from "../account/session.ts";
import type { FeedPreferences } from "../api/preferences.ts";
import { listOf } from "../language/listOf.ts";
import * as profileWords from "../profile/profile.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FollowedTags } from "../tags/FollowedTags.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { BeginAnew } from "./BeginAnew.tsx";
import { FiltersSection } from "./FiltersSection.tsx";
import { LearningSection } from "./LearningSection.tsx";
import { MutedSection } from "./MutedSection.tsx";
import { loadPreferences, preferences } from "./preferences.ts";
import * as preferencesWords from "./preferences.words.ts";
import { NeverTopics, TopicsSection } from "./TopicsSection.tsx";
import "../account/settings.css";
import "./preferences.css";

/** Your feed: what was learned of topics and what one sets oneself, what stays out, and the way to begin anew. */
export function PreferencesScreen() {
	useTitle(profileWords.yourFeed());
	const fault = useSignal<unknown>(null);
	const load = () =>
		loadPreferences().then(
			() => {
				fault.value = null;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => {
		// Another person's would show for a moment.
		preferences.value = null;
		void load();
	}, [account.value?.id]);
	const held = preferences.value;
	return (
		<main class="page settings preferences">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/" />
				<h1>{profileWords.yourFeed()}</h1>
			</header>
			{fault.value !== null && !held && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{fault.value === null && !held && <PreferencesSkeleton />}
			{held && (
				<>
					<LearningSection personal={held.personal} />
					{held.personal ? <TopicsSection topics={held.topics} /> : <NeverTopics topics={held.topics} />}
					<FollowedTags />
					<FiltersSection filters={held.filters} />
					<MutedSection muted={held.muted} />
					{held.personal && <Beginnings interests={held.interests} />}
				</>
			)}
		</main>
	);
}

/** What a feed that learns began with, and the way to begin anew. */
const Beginnings = ({ interests }: Pick<FeedPreferences, "interests">) => (
	<>
		<section aria-labelledby="interests-title">
			<h2 id="interests-title">{preferencesWords.whereBegan()}</h2>
			<Link href="/interests?back=/settings/feed" class="settings__row">
				<Sparkles size={22} />
				<span>
					{accountWords.interests()}
					<span class="quiet settings__note">
						{interests.length === 0 ? preferencesWords.noneChosen() : listOf(interests.slice(0, 6).map(interestName), "unit")}
					</span>
				</span>
				<ChevronRight size={18} />
			</Link>
		</section>
		<BeginAnew />
	</>
);

const PreferencesSkeleton = () => (
	<div role="progressbar" aria-label={preferencesWords.loading()}>
		{[0, 1, 2, 3, 4].map((row) => (
			<div key={row} class="topic-row">
				<div class="preferences__bones">
					<div class="skeleton preferences__bone" />
					<div class="skeleton preferences__bone preferences__bone--short" />
				</div>
				<div class="skeleton preferences__bone preferences__bone--steps" />
			</div>
		))}
	</div>
);
