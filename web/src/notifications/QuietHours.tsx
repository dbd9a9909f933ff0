import type { NotificationSettings } from "../api/notifications.ts";
import { Switch } from "../ui/Switch.tsx";
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
			<h2 id="quiet-title">Quiet hours</h2>
			<div class="settings__row">
				<span>
					Hold pushes and mails back
					<span class="quiet settings__note">
						{quietHours
							? `By the clock of ${cityOf(timeZone)}. Afterwards you get it all in one.`
							: "For the night, say. Everything still shows up in your inbox."}
					</span>
				</span>
				<Switch
					label="Quiet hours"
					on={quietHours !== null}
					onChange={(on) => void change(on ? { quietHours: NIGHT, timeZone: deviceZone() } : { quietHours: null })}
				/>
			</div>
			{quietHours && (
				<div class="quiet-hours">
					<label>
						From
						<input type="time" value={quietHours.from} onChange={(event) => set({ from: event.currentTarget.value })} />
					</label>
					<label>
						To
						<input type="time" value={quietHours.to} onChange={(event) => set({ to: event.currentTarget.value })} />
					</label>
				</div>
			)}
			{quietHours && timeZone !== deviceZone() && (
				<button type="button" class="button button--small" onClick={() => void change({ timeZone: deviceZone() })}>
					Use this device's time ({cityOf(deviceZone())})
				</button>
			)}
		</section>
	);
}
