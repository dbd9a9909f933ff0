import { WifiOff } from "lucide-preact";
import { isShellKept, online } from "./connection.ts";

/** Says that the device has no connection, as long as that lasts. */
export function OfflineChip() {
	if (online.value) return null;
	return (
		<p class="offline" role="status">
			<WifiOff size={18} />
			<span>You're offline.</span>
			<span class="visually-hidden">
				{" "}
				What's loaded still plays.{!isShellKept() && " Stay on this page: it can't be loaded anew until you're back."}
			</span>
		</p>
	);
}
