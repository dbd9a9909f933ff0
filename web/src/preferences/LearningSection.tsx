import { useSignal } from "@preact/signals";
import { Sheet } from "../ui/Sheet.tsx";
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
				<Sheet title={personalWords.stopAsk()} onClose={() => (asking.value = false)}>
					<div class="sheet__content ask">
						<p>{personalWords.stopForgets()}</p>
						<ul class="quiet">
							<li>{personalWords.learnsNothing()}</li>
							<li>{personalWords.stopHolds()}</li>
							<li>{personalWords.stopKeeps()}</li>
						</ul>
						<button type="button" class="button button--wide button--danger" disabled={busy.value} onClick={() => void set(false)}>
							{busy.value ? <span class="spinner" /> : personalWords.stopAct()}
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asking.value = false)}>
							{preferencesWords.keepAsIs()}
						</button>
					</div>
				</Sheet>
			)}
		</section>
	);
}
