import { ChevronRight, Mail } from "lucide-preact";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import type { NotificationSettings } from "../api/notifications.ts";
import { Link } from "../shell/Link.tsx";
import { Switch } from "../ui/Switch.tsx";
import * as notificationsWords from "./notifications.words.ts";
import { change, deviceZone } from "./settings.ts";

/** What comes by mail; mails about the account's safety always do. */
export function MailSwitches({ mail }: { mail: NotificationSettings["mail"] }) {
	const email = account.value?.email ?? null;
	return (
		<section aria-labelledby="mail-title">
			<h2 id="mail-title">{accountWords.email()}</h2>
			{email === null && (
				<Link href="/settings/email" class="settings__row">
					<Mail size={22} />
					<span>
						{notificationsWords.addEmail()}
						<span class="quiet settings__note">{notificationsWords.noMail()}</span>
					</span>
					<ChevronRight size={18} />
				</Link>
			)}
			<div class="settings__row">
				<span>
					{notificationsWords.videoFailed()}
					<span class="quiet settings__note">{notificationsWords.videoFailedNote()}</span>
				</span>
				<Switch
					label={notificationsWords.mailVideoFailed()}
					on={mail.videoFailed}
					onChange={(on) => void change({ mail: { videoFailed: on } })}
				/>
			</div>
			<div class="settings__row">
				<span>
					{notificationsWords.digest()}
					<span class="quiet settings__note">{notificationsWords.digestNote()}</span>
				</span>
				<Switch
					label={notificationsWords.mailDigest()}
					on={mail.digest}
					onChange={(on) => void change({ mail: { digest: on }, ...(on ? { timeZone: deviceZone() } : {}) })}
				/>
			</div>
		</section>
	);
}
