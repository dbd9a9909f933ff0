import { useSignal } from "@preact/signals";
import { Check, Plus, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { ACCOUNTS_MAX } from "../../../contracts/switching.ts";
import type { DeviceAccount } from "../api/accounts.ts";
import { activity } from "../shell/activity.ts";
import { Link } from "../shell/Link.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { DeviceAccountButton } from "./DeviceAccountButton.tsx";
import { deviceAccounts, loadDeviceAccounts, removeFromDevice, switchTo } from "./deviceAccounts.ts";
import "./accounts-sheet.css";

/** Accounts of this device: to be switched to, signed out, and added. */
export function AccountsSheet({ onClose }: { onClose(): void }) {
	const fault = useSignal<unknown>(null);
	const going = useSignal<string | null>(null);
	const load = () => {
		fault.value = null;
		loadDeviceAccounts().catch((error: unknown) => (fault.value = error));
	};
	useEffect(load, []);
	const choose = async (account: DeviceAccount) => {
		if (account.current) return onClose();
		// Its parts would be refused to another account.
		if (activity.value !== null) return tell(accountWords.uploadFirst());
		going.value = account.id;
		await switchTo(account.id).catch((error: unknown) => {
			going.value = null;
			tellFault(error, () => void choose(account));
			load();
		});
	};
	const remove = ({ id, username }: DeviceAccount) =>
		removeFromDevice(id).then(
			() => tell(accountWords.signedOutOf({ username })),
			(error: unknown) => tellFault(error),
		);
	const held = deviceAccounts.value;
	return (
		<Sheet title={accountWords.accounts()} onClose={onClose}>
			<div class="sheet__content">
				{fault.value !== null && held === null && <FaultNotice error={fault.value} onRetry={load} />}
				{fault.value === null && held === null && (
					<div class="skeleton settings__skeleton" role="progressbar" aria-label={accountWords.loadingAccounts()} />
				)}
				<ul>
					{held?.map((account) => (
						<li key={account.id} class="person-row">
							<DeviceAccountButton account={account} busy={going.value !== null} onChoose={() => void choose(account)} />
							{account.current ? (
								<Check size={22} class="accounts__mark" />
							) : (
								<button
									type="button"
									class="icon-button"
									aria-label={accountWords.signOutOf({ username: account.username })}
									onClick={() => void remove(account)}
								>
									<X size={20} />
								</button>
							)}
						</li>
					))}
				</ul>
				{held !== null && held.length < ACCOUNTS_MAX && (
					<Link href="/login?add=1" class="person accounts__add">
						<span class="accounts__plus">
							<Plus size={22} />
						</span>
						<strong>{accountWords.addAccount()}</strong>
					</Link>
				)}
			</div>
		</Sheet>
	);
}
