import { useSignal } from "@preact/signals";
import { ChevronRight, Sparkles } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { BeginAnew } from "./BeginAnew.tsx";
import { FiltersSection } from "./FiltersSection.tsx";
import { MutedSection } from "./MutedSection.tsx";
import { loadPreferences, preferences } from "./preferences.ts";
import { TopicsSection } from "./TopicsSection.tsx";
import "../account/settings.css";
import "./preferences.css";

/** Your feed: what was learned of topics and what one sets oneself, what stays out, and the way to begin anew. */
export function PreferencesScreen() {
	useTitle("Your feed");
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
				<h1>Your feed</h1>
			</header>
			{fault.value !== null && !held && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{fault.value === null && !held && <PreferencesSkeleton />}
			{held && (
				<>
					<TopicsSection topics={held.topics} />
					<FiltersSection filters={held.filters} />
					<MutedSection muted={held.muted} />
					<section aria-labelledby="interests-title">
						<h2 id="interests-title">Where it began</h2>
						<Link href="/interests?back=/settings/feed" class="settings__row">
							<Sparkles size={22} />
							<span>
								Interests
								<span class="quiet settings__note">
									{held.interests.length === 0 ? "None chosen" : held.interests.slice(0, 6).join(", ")}
								</span>
							</span>
							<ChevronRight size={18} />
						</Link>
					</section>
					<BeginAnew />
				</>
			)}
		</main>
	);
}

const PreferencesSkeleton = () => (
	<div role="progressbar" aria-label="Loading your feed's settings">
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
