import type { DeviceAccount } from "../api/accounts.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import "../people/people.css";

interface DeviceAccountButtonProps {
	account: DeviceAccount;
	busy: boolean;
	onChoose(): void;
}

/** An account of this device, to be gone on with. */
export const DeviceAccountButton = ({ account, busy, onChoose }: DeviceAccountButtonProps) => (
	<button type="button" class="person accounts__one" aria-current={account.current || undefined} disabled={busy} onClick={onChoose}>
		<Avatar user={account} size={44} />
		<span>
			<strong>
				<PersonName user={account} />
			</strong>
			<span class="quiet">
				<bdi>@{account.username}</bdi>
			</span>
		</span>
	</button>
);
