import { EyeOff, Hash, Music2, UserRoundX } from "lucide-preact";
import type { FeedPreferences, MuteScope } from "../api/preferences.ts";
import * as feedWords from "../feed/feed.words.ts";
import * as profileWords from "../profile/profile.words.ts";
import { ago } from "../ui/format.ts";
import { change } from "./preferences.ts";
import * as preferencesWords from "./preferences.words.ts";

const ICONS: Record<MuteScope, typeof EyeOff> = { video: EyeOff, creator: UserRoundX, topic: Hash, sound: Music2 };
const KINDS: Record<MuteScope, () => string> = {
	video: feedWords.video,
	creator: preferencesWords.creator,
	topic: preferencesWords.topic,
	sound: preferencesWords.sound,
};

/** Everything that was muted, latest first, each with the way back. */
export function MutedSection({ muted }: { muted: FeedPreferences["muted"] }) {
	return (
		<section aria-labelledby="muted-title">
			<h2 id="muted-title">
				{preferencesWords.muted()}
				{muted.length > 0 && <span class="quiet numeric preferences__count">{muted.length}</span>}
			</h2>
			{muted.length === 0 ? (
				<p class="quiet preferences__lead">{preferencesWords.nothingMuted()}</p>
			) : (
				<ul>
					{muted.map(({ scope, key, label, at }) => {
						const Icon = ICONS[scope];
						return (
							<li key={`${scope}:${key}`} class="settings__row muted-row">
								<Icon size={22} />
								<span>
									<span class="muted-row__label">{label}</span>
									<span class="quiet settings__note">
										{KINDS[scope]()} · {ago(at, Date.now())}
									</span>
								</span>
								<button
									type="button"
									class="button button--small"
									aria-label={preferencesWords.unmuteLabel({ label })}
									onClick={() => void change({ muted: { remove: [{ scope, key }] } }, preferencesWords.mayShow({ label }))}
								>
									{profileWords.unmute()}
								</button>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}
