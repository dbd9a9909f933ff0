import { useSignal } from "@preact/signals";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import type { NotificationSettings } from "../api/notifications.ts";
import { Switch } from "../ui/Switch.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as notificationsWords from "./notifications.words.ts";
import { pushFacts, turnPushOff, turnPushOn } from "./push.ts";
import { PUSH_WORDS, pushState } from "./pushState.ts";
import { settings } from "./settings.ts";

/** Push on this device, and what stands in its way where something does. */
export function PushSwitch({ push }: { push: NotificationSettings["push"] }) {
	const busy = useSignal(false);
	const state = pushState(pushFacts(push));
	const turn = async (on: boolean) => {
		const userId = account.value?.id;
		if (userId === undefined || push.publicKey === null) return;
		busy.value = true;
		try {
			const isOn = on && (await turnPushOn(userId, push.publicKey));
			if (!on) await turnPushOff();
			const now = settings.value;
			if (now) settings.value = { ...now, push: { ...now.push, here: isOn } };
		} catch (error) {
			tellFault(error, () => void turn(on));
		} finally {
			busy.value = false;
		}
	};
	return (
		<section aria-labelledby="push-title">
			<h2 id="push-title">{accountWords.thisDevice()}</h2>
			<div class="settings__row">
				<span>
					{notificationsWords.pushNotifications()}
					<span class="quiet settings__note" role="status">
						{PUSH_WORDS[state]()}
					</span>
				</span>
				<Switch
					label={notificationsWords.pushHere()}
					on={state === "on"}
					disabled={busy.value || (state !== "on" && state !== "off")}
					onChange={(on) => void turn(on)}
				/>
			</div>
		</section>
	);
}
