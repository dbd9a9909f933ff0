import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tellFault } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { DeviceAccountButton } from "./DeviceAccountButton.tsx";
import { deviceAccounts, loadDeviceAccounts, switchTo } from "./deviceAccounts.ts";
import { account, isKnownHere } from "./session.ts";
import "./accounts-sheet.css";

/** For who is signed out where other accounts are not: one press instead of a password. Without an answer there is the form. */
export function GoOnAs() {
	const busy = useSignal(false);
	useEffect(() => {
		if (isKnownHere() && !account.peek()) void loadDeviceAccounts().catch(() => undefined);
	}, []);
	const held = deviceAccounts.value ?? [];
	if (account.value || held.length === 0) return null;
	const choose = (userId: string) => {
		busy.value = true;
		switchTo(userId).catch((error: unknown) => {
			busy.value = false;
			tellFault(error);
			void loadDeviceAccounts().catch(() => undefined);
		});
	};
	return (
		<ul class="accounts__go-on" aria-label={accountWords.goOnAs()}>
			{held.map((one) => (
				<li key={one.id}>
					<DeviceAccountButton account={one} busy={busy.value} onChoose={() => choose(one.id)} />
				</li>
			))}
		</ul>
	);
}
