import { EyeOff, Hash, Music2, UserRoundX } from "lucide-preact";
import type { FeedPreferences, MuteScope } from "../api/preferences.ts";
import { ago } from "../ui/format.ts";
import { change } from "./preferences.ts";

const ICONS: Record<MuteScope, typeof EyeOff> = { video: EyeOff, creator: UserRoundX, topic: Hash, sound: Music2 };
const KINDS: Record<MuteScope, string> = { video: "Video", creator: "Creator", topic: "Topic", sound: "Sound" };

/** Everything that was muted, latest first, each with the way back. */
export function MutedSection({ muted }: { muted: FeedPreferences["muted"] }) {
	return (
		<section aria-labelledby="muted-title">
			<h2 id="muted-title">
				Muted
				{muted.length > 0 && <span class="quiet numeric preferences__count">{muted.length}</span>}
			</h2>
			{muted.length === 0 ? (
				<p class="quiet preferences__lead">
					Nothing yet. “More” on any video in your feed mutes its creator, topic or sound, and you'll find it here again.
				</p>
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
										{KINDS[scope]} · {ago(at, Date.now())}
									</span>
								</span>
								<button
									type="button"
									class="button button--small"
									aria-label={`Unmute ${label}`}
									onClick={() => void change({ muted: { remove: [{ scope, key }] } }, `${label} may be shown again`)}
								>
									Unmute
								</button>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}
