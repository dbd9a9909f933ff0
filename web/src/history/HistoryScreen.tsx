import { useSignal } from "@preact/signals";
import { History, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import * as api from "../api/history.ts";
import { VideoGrid } from "../profile/VideoGrid.tsx";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import { PullToRefresh } from "../ui/PullToRefresh.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { historyOf } from "./historyList.ts";
import "./history.css";
import "../profile/profile.css";

/** What one watched; one may be taken out, or all. */
export function HistoryScreen() {
	const tiles = historyOf(account.value?.id ?? "guest");
	const asking = useSignal(false);
	useTitle("Watch history");
	useEffect(() => void tiles.restart(), [tiles]);
	const clear = async () => {
		asking.value = false;
		try {
			await api.clearHistory();
			tiles.clear();
			tell("History cleared");
		} catch (error) {
			tellFault(error, () => void clear());
		}
	};
	const forget = async (id: string) => {
		try {
			await api.forgetWatched(id);
			tiles.remove(id);
		} catch (error) {
			tellFault(error, () => void forget(id));
		}
	};
	return (
		<main class="page profile history">
			<PullToRefresh onRefresh={() => tiles.restart()} />
			<header class="page__head page__head--sub history__head">
				<BackButton otherwise="/settings" />
				<h1>Watch history</h1>
				{tiles.tiles.value.length > 0 && (
					<button type="button" class="button button--small" onClick={() => (asking.value = true)}>
						Clear
					</button>
				)}
			</header>
			<p class="quiet history__note">Only you see this: the last thirty days, 500 videos at most.</p>
			<VideoGrid
				tiles={tiles}
				base="/history"
				remove={(tile) => (
					<button
						type="button"
						class="tile__remove"
						aria-label={`Take ${tile.title || "this video"} out`}
						onClick={() => void forget(tile.id)}
					>
						<X size={18} />
					</button>
				)}
				empty={
					<Notice
						icon={<History size={28} />}
						title="Nothing here yet"
						action={
							<Link href="/" class="button button--primary">
								Start watching
							</Link>
						}
					>
						What you watch is listed here, so that you find it again.
					</Notice>
				}
			/>
			{asking.value && (
				<Sheet title="Clear your history?" onClose={() => (asking.value = false)}>
					<div class="sheet__content history__ask">
						<p>The list is emptied, for good.</p>
						<p class="quiet">
							Your feed keeps what it learned from it. To forget that too, there is “Begin anew” under{" "}
							<Link href="/settings/feed" class="link">
								What you see
							</Link>
							.
						</p>
						<button type="button" class="button button--wide button--danger" onClick={() => void clear()}>
							Clear it
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asking.value = false)}>
							Keep it
						</button>
					</div>
				</Sheet>
			)}
		</main>
	);
}
