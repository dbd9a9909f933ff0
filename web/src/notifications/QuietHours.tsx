import { TEEN_NIGHT } from "../../../contracts/limits.ts";
import { account } from "../account/session.ts";
import type { NotificationSettings } from "../api/notifications.ts";
import { Switch } from "../ui/Switch.tsx";
import * as notificationsWords from "./notifications.words.ts";
import { change, deviceZone } from "./settings.ts";

/** What most people mean by night. */
const NIGHT = { from: "22:00", to: "07:00" };

/** `Europe/Berlin` → `Berlin`. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

/** When nothing is pushed or mailed: it waits for the end, and comes in one. */
export function QuietHours({ quietHours, timeZone }: Pick<NotificationSettings, "quietHours" | "timeZone">) {
	const set = (part: Partial<typeof NIGHT>) => {
		const wanted = { ...(quietHours ?? NIGHT), ...part };
		// A field that is being emptied says no time.
		if (wanted.from === "" || wanted.to === "" || wanted.from === wanted.to) return;
		void change({ quietHours: wanted, timeZone: deviceZone() });
	};
	return (
		<section aria-labelledby="quiet-title">
			<h2 id="quiet-title">{notificationsWords.quietHours()}</h2>
			{account.value?.accountType === "teen" && (
				<p class="quiet settings__note">
					{notificationsWords.teenNight({ from: TEEN_NIGHT.from, to: TEEN_NIGHT.to, city: cityOf(timeZone) })}
				</p>
			)}
			<div class="settings__row">
				<span>
					{notificationsWords.holdBack()}
					<span class="quiet settings__note">
						{quietHours ? notificationsWords.byClock({ timeZone: cityOf(timeZone) }) : notificationsWords.quietNote()}
					</span>
				</span>
				<Switch
					label={notificationsWords.quietHours()}
					on={quietHours !== null}
					onChange={(on) => void change(on ? { quietHours: NIGHT, timeZone: deviceZone() } : { quietHours: null })}
				/>
			</div>
			{quietHours && (
				<div class="quiet-hours">
					<label>
						{notificationsWords.from()}
						<input type="time" value={quietHours.from} onChange={(event) => set({ from: event.currentTarget.value })} />
					</label>
					<label>
						{notificationsWords.to()}
						<input type="time" value={quietHours.to} onChange={(event) => set({ to: event.currentTarget.value })} />
					</label>
				</div>
			)}
			{quietHours && timeZone !== deviceZone() && (
				<button type="button" class="button button--small" onClick={() => void change({ timeZone: deviceZone() })}>
					{notificationsWords.useDeviceTime({ city: cityOf(deviceZone()) })}
				</button>
			)}
		</section>
	);
}
