import { WifiOff } from "lucide-preact";
import { isShellKept, online } from "./connection.ts";
import * as shellWords from "./shell.words.ts";

/** Says that the device has no connection, as long as that lasts. */
export function OfflineChip() {
	if (online.value) return null;
	return (
		<p class="offline" role="status">
			<WifiOff size={18} />
			<span>{shellWords.offline()}</span>
			<span class="visually-hidden"> {isShellKept() ? shellWords.stillPlays() : shellWords.stillPlaysHere()}</span>
		</p>
	);
}
