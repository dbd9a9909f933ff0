import { ChevronRight, Mail } from "lucide-preact";
import { account } from "../account/session.ts";
import type { NotificationSettings } from "../api/notifications.ts";
import { Link } from "../shell/Link.tsx";
import { Switch } from "../ui/Switch.tsx";
import { change, deviceZone } from "./settings.ts";

/** What comes by mail; mails about the account's safety always do. */
export function MailSwitches({ mail }: { mail: NotificationSettings["mail"] }) {
	const email = account.value?.email ?? null;
	return (
		<section aria-labelledby="mail-title">
			<h2 id="mail-title">E-mail</h2>
			{email === null && (
				<Link href="/settings/email" class="settings__row">
					<Mail size={22} />
					<span>
						Add an e-mail address
						<span class="quiet settings__note">Without one no mail can reach you.</span>
					</span>
					<ChevronRight size={18} />
				</Link>
			)}
			<div class="settings__row">
				<span>
					A video failed
					<span class="quiet settings__note">When one of yours can't be processed, and what to do.</span>
				</span>
				<Switch label="Mail when a video failed" on={mail.videoFailed} onChange={(on) => void change({ mail: { videoFailed: on } })} />
			</div>
			<div class="settings__row">
				<span>
					Your week in short
					<span class="quiet settings__note">On Monday morning, if anything happened.</span>
				</span>
				<Switch
					label="Mail of your week in short"
					on={mail.digest}
					onChange={(on) => void change({ mail: { digest: on }, ...(on ? { timeZone: deviceZone() } : {}) })}
				/>
			</div>
		</section>
	);
}
