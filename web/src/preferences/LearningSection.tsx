import { useSignal } from "@preact/signals";
import { AskSheet } from "../ui/AskSheet.tsx";
import { Switch } from "../ui/Switch.tsx";
import { tellFault } from "../ui/toasts.tsx";
import { setLearning } from "./learning.ts";
import * as personalWords from "./personal.words.ts";
import * as preferencesWords from "./preferences.words.ts";

/** Whether the feed learns. Turning it off forgets what it learned, after asking once: that can't be undone. */
export function LearningSection({ personal }: { personal: boolean }) {
	const asking = useSignal(false);
	const busy = useSignal(false);
	const set = async (on: boolean): Promise<void> => {
		busy.value = true;
		try {
			await setLearning(on, on ? personalWords.learnsAgain() : personalWords.learnsNoMore());
		} catch (error) {
			tellFault(error, () => void set(on));
		} finally {
			asking.value = false;
			busy.value = false;
		}
	};
	return (
		<section>
			<div class="switch-row">
				<span>
					{personalWords.learn()}
					<span class="quiet settings__note">{personal ? personalWords.learns() : personalWords.learnsNothing()}</span>
				</span>
				<Switch
					label={personalWords.learn()}
					on={personal}
					disabled={busy.value}
					onChange={(on) => {
						if (on) void set(true);
						else asking.value = true;
					}}
				/>
			</div>
			{asking.value && (
				<AskSheet
					title={personalWords.stopAsk()}
					lead={personalWords.stopForgets()}
					points={[personalWords.learnsNothing(), personalWords.stopHolds(), personalWords.stopKeeps()]}
					act={personalWords.stopAct()}
					busy={busy.value}
					onAct={() => void set(false)}
					keep={preferencesWords.keepAsIs()}
					onClose={() => (asking.value = false)}
				/>
			)}
		</section>
	);
}
