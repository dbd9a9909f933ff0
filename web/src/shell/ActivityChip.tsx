import { useLocation } from "wouter-preact";
import { activity } from "./activity.ts";
import { Link } from "./Link.tsx";
import "./activity-chip.css";

/** How far an upload is, while its owner looks elsewhere. */
export function ActivityChip() {
	const [path] = useLocation();
	const now = activity.value;
	if (!now || path === "/upload") return null;
	return (
		<Link href="/upload" class={now.needsYou ? "chip chip--needs-you" : "chip"}>
			<svg class="chip__ring" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
				<circle cx="12" cy="12" r="9" />
				<circle cx="12" cy="12" r="9" pathLength="100" stroke-dasharray={`${now.progress ?? 0} 100`} />
			</svg>
			<span class="numeric chip__text">{now.text}</span>
			<span class="numeric chip__short" aria-hidden="true">
				{now.short}
			</span>
		</Link>
	);
}
