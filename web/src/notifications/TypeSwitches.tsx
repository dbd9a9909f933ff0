import { ALWAYS_LISTED, type NotificationType } from "../../../contracts/notification-types.ts";
import * as accountWords from "../account/account.words.ts";
import type { NotificationSettings } from "../api/notifications.ts";
import * as inboxWords from "../inbox/inbox.words.ts";
import * as peopleWords from "../people/people.words.ts";
import { Switch } from "../ui/Switch.tsx";
import * as notificationsWords from "./notifications.words.ts";
import { change } from "./settings.ts";

/** In the order people care for. Messages are never among the notifications: only their push is switched. */
const LABELS: readonly (readonly [NotificationType, () => string])[] = [
	["message", accountWords.messages],
	["mention", notificationsWords.mentions],
	["reply", notificationsWords.replies],
	["comment", notificationsWords.comments],
	["follow", inboxWords.newFollowers],
	["request", peopleWords.followRequests],
	["accept", notificationsWords.accepted],
	["like", notificationsWords.likes],
	["comment_like", notificationsWords.commentLikes],
	["repost", notificationsWords.reposts],
	["milestone", notificationsWords.milestones],
	["viral", notificationsWords.viral],
	["video_ready", notificationsWords.ready],
	["video_failed", notificationsWords.videoFailed],
	["verdict", notificationsWords.verdicts],
	["decision", notificationsWords.decisions],
	["report", notificationsWords.reportAnswers],
	["account", notificationsWords.safety],
];

/** For each kind of news, whether it is shown here and whether it is pushed. */
export function TypeSwitches({ types }: { types: NotificationSettings["types"] }) {
	return (
		<section aria-labelledby="types-title">
			<div class="type-row type-row--head">
				<h2 id="types-title">{notificationsWords.whatYouHear()}</h2>
				<span class="quiet" aria-hidden="true">
					{notificationsWords.inApp()}
				</span>
				<span class="quiet" aria-hidden="true">
					{notificationsWords.push()}
				</span>
			</div>
			<ul>
				{LABELS.map(([type, label]) => {
					const { inApp, push } = types[type];
					return (
						<li key={type} class="type-row">
							<span>{label()}</span>
							{type === "message" ? (
								<span />
							) : (
								<Switch
									label={notificationsWords.labelInApp({ label: label() })}
									on={inApp}
									disabled={ALWAYS_LISTED.includes(type)}
									onChange={(on) => void change({ types: { [type]: { inApp: on } } })}
								/>
							)}
							<Switch
								label={notificationsWords.labelPush({ label: label() })}
								on={push}
								onChange={(on) => void change({ types: { [type]: { push: on } } })}
							/>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
