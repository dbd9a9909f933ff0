import { useSignal } from "@preact/signals";
import { History, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import * as api from "../api/history.ts";
import { weave } from "../language/weave.ts";
import * as messagesWords from "../messages/messages.words.ts";
import { VideoGrid } from "../profile/VideoGrid.tsx";
import * as sharingWords from "../sharing/sharing.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import { PullToRefresh } from "../ui/PullToRefresh.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as historyWords from "./history.words.ts";
import { historyOf } from "./historyList.ts";
import "./history.css";
import "../profile/profile.css";

/** What one watched; one may be taken out, or all. */
export function HistoryScreen() {
	const tiles = historyOf(account.value?.id ?? "guest");
	const asking = useSignal(false);
	useTitle(accountWords.history());
	useEffect(() => void tiles.restart(), [tiles]);
	const clear = async () => {
		asking.value = false;
		try {
			await api.clearHistory();
			tiles.clear();
			tell(historyWords.cleared());
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
				<h1>{accountWords.history()}</h1>
				{tiles.tiles.value.length > 0 && (
					<button type="button" class="button button--small" onClick={() => (asking.value = true)}>
						{messagesWords.clear()}
					</button>
				)}
			</header>
			<p class="quiet history__note">{historyWords.onlyYou()}</p>
			<VideoGrid
				tiles={tiles}
				base="/history"
				remove={(tile) => (
					<button
						type="button"
						class="tile__remove"
						aria-label={historyWords.takeOut({ title: tile.title || sharingWords.thisVideo() })}
						onClick={() => void forget(tile.id)}
					>
						<X size={18} />
					</button>
				)}
				empty={
					<Notice
						icon={<History size={28} />}
						title={historyWords.nothingYet()}
						action={
							<Link href="/" class="button button--primary">
								{accountWords.startWatching()}
							</Link>
						}
					>
						{historyWords.listed()}
					</Notice>
				}
			/>
			{asking.value && (
				<Sheet title={historyWords.clearAsk()} onClose={() => (asking.value = false)}>
					<div class="sheet__content history__ask">
						<p>{historyWords.emptied()}</p>
						<p class="quiet">
							{weave(historyWords.feedKeeps, {
								whatYouSee: (
									<Link href="/settings/feed" class="link">
										{accountWords.whatYouSee()}
									</Link>
								),
							})}
						</p>
						<button type="button" class="button button--wide button--danger" onClick={() => void clear()}>
							{historyWords.clearIt()}
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asking.value = false)}>
							{historyWords.keepIt()}
						</button>
					</div>
				</Sheet>
			)}
		</main>
	);
}
