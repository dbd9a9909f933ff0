import { ALWAYS_LISTED, type NotificationType } from "../../../contracts/notification-types.ts";
import type { NotificationSettings } from "../api/notifications.ts";
import { Switch } from "../ui/Switch.tsx";
import { change } from "./settings.ts";

/** In the order people care for. Messages are never among the notifications: only their push is switched. */
const LABELS: readonly (readonly [NotificationType, string])[] = [
	["message", "Messages"],
	["mention", "Mentions"],
	["reply", "Replies"],
	["comment", "Comments on your videos"],
	["follow", "New followers"],
	["request", "Follow requests"],
	["accept", "Accepted requests"],
	["like", "Likes of your videos"],
	["comment_like", "Likes of your comments"],
	["repost", "Reposts of your videos"],
	["milestone", "Milestones of your videos"],
	["viral", "A video spreads fast"],
	["video_ready", "A video is ready"],
	["video_failed", "A video failed"],
	["verdict", "Decisions on your videos"],
	["account", "Your account's safety"],
];

/** For each kind of news, whether it is shown here and whether it is pushed. */
export function TypeSwitches({ types }: { types: NotificationSettings["types"] }) {
	return (
		<section aria-labelledby="types-title">
			<div class="type-row type-row--head">
				<h2 id="types-title">What you hear of</h2>
				<span class="quiet" aria-hidden="true">
					In the app
				</span>
				<span class="quiet" aria-hidden="true">
					Push
				</span>
			</div>
			<ul>
				{LABELS.map(([type, label]) => {
					const { inApp, push } = types[type];
					return (
						<li key={type} class="type-row">
							<span>{label}</span>
							{type === "message" ? (
								<span />
							) : (
								<Switch
									label={`${label}, in the app`}
									on={inApp}
									disabled={ALWAYS_LISTED.includes(type)}
									onChange={(on) => void change({ types: { [type]: { inApp: on } } })}
								/>
							)}
							<Switch label={`${label}, push`} on={push} onChange={(on) => void change({ types: { [type]: { push: on } } })} />
						</li>
					);
				})}
			</ul>
		</section>
	);
}
