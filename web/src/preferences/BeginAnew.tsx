import { useSignal } from "@preact/signals";
import { RotateCcw } from "lucide-preact";
import { resetFeed } from "../api/feeds.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { AskSheet } from "../ui/AskSheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { loadPreferences } from "./preferences.ts";
import * as preferencesWords from "./preferences.words.ts";

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
			tell(preferencesWords.begunAnew());
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
			<h2 id="anew-title">{preferencesWords.beginAnew()}</h2>
			<button type="button" class="settings__row" onClick={() => (asking.value = true)}>
				<RotateCcw size={22} />
				<span>
					{preferencesWords.forget()}
					<span class="quiet settings__note">{preferencesWords.settingsStay()}</span>
				</span>
			</button>
			{asking.value && (
				<AskSheet
					title={preferencesWords.beginAnewAsk()}
					lead={preferencesWords.forgetAll()}
					points={[preferencesWords.forgetStays(), preferencesWords.forgetSeen(), preferencesWords.forgetKept()]}
					act={preferencesWords.forgetAct()}
					busy={busy.value}
					onAct={() => void forget()}
					keep={preferencesWords.keepAsIs()}
					onClose={() => (asking.value = false)}
				/>
			)}
		</section>
	);
}
