import { useSignal } from "@preact/signals";
import { RotateCcw } from "lucide-preact";
import { resetFeed } from "../api/feeds.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { loadPreferences } from "./preferences.ts";

/** Forgets what was learned, after asking once: that can't be undone. */
export function BeginAnew() {
	const asking = useSignal(false);
	const busy = useSignal(false);
	const forget = async () => {
		busy.value = true;
		try {
			await resetFeed();
			asking.value = false;
			restartFeeds();
			tell("Your feed begins anew");
			await loadPreferences();
		} catch (error) {
			asking.value = false;
			tellFault(error, () => void forget());
		} finally {
			busy.value = false;
		}
	};
	return (
		<section aria-labelledby="anew-title">
			<h2 id="anew-title">Begin anew</h2>
			<button type="button" class="settings__row" onClick={() => (asking.value = true)}>
				<RotateCcw size={22} />
				<span>
					Forget what was learned
					<span class="quiet settings__note">What you set on this page stays</span>
				</span>
			</button>
			{asking.value && (
				<Sheet title="Begin anew?" onClose={() => (asking.value = false)}>
					<div class="sheet__content ask">
						<p>Everything your swipes, likes and follows taught the feed is forgotten, for good.</p>
						<ul class="quiet">
							<li>Interests, topics, filters and mutes stay as they are.</li>
							<li>Videos you've seen don't come back.</li>
							<li>Your likes, favourites and follows are kept.</li>
						</ul>
						<button type="button" class="button button--wide button--danger" disabled={busy.value} onClick={() => void forget()}>
							{busy.value ? <span class="spinner" /> : "Forget and begin anew"}
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asking.value = false)}>
							Keep it as it is
						</button>
					</div>
				</Sheet>
			)}
		</section>
	);
}
