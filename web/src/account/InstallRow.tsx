import { Download } from "lucide-preact";
import { install, isInstalled, offered } from "../shell/install.ts";
import { byFinger } from "../shell/media.ts";
import * as accountWords from "./account.words.ts";

/** Puts reelay on the home screen where the browser lets a page ask; on an iPhone it says how. Nothing where it stands there already. */
export function InstallRow() {
	if (isInstalled()) return null;
	const isApple = byFinger.value && /iPhone|iPad|Macintosh/.test(navigator.userAgent);
	if (offered.value === null && !isApple) return null;
	if (offered.value === null) {
		return (
			<p class="settings__row">
				<Download size={22} />
				<span>
					{accountWords.installApp()}
					<span class="quiet settings__note">{accountWords.installByHand()}</span>
				</span>
			</p>
		);
	}
	return (
		<button type="button" class="settings__row" onClick={() => void install()}>
			<Download size={22} />
			<span>
				{accountWords.installApp()}
				<span class="quiet settings__note">{accountWords.installNote()}</span>
			</span>
		</button>
	);
}
