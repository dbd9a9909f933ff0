import { useSignal } from "@preact/signals";
import { LogOut, Monitor, Smartphone } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { ago } from "../ui/format.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { deviceOf } from "./device.ts";
import { setAccount } from "./session.ts";

/** Where one is signed in; each can be ended, or all at once. */
export function Sessions() {
	const [, navigate] = useLocation();
	const sessions = useSignal<readonly accounts.SessionInfo[] | null>(null);
	const fault = useSignal<unknown>(null);
	const asking = useSignal(false);
	const load = () =>
		accounts.listSessions().then(
			(answer) => {
				fault.value = null;
				sessions.value = answer.sessions;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => void load(), []);
	const revoke = async (id: string) => {
		try {
			await accounts.revokeSession(id);
			sessions.value = (sessions.value ?? []).filter((session) => session.id !== id);
			tell(accountWords.signedOutThere());
		} catch (error) {
			tellFault(error, () => void revoke(id));
		}
	};
	/** Of this device nothing is left: somebody else may come. */
	const gone = () => {
		setAccount(null);
		forgetEngagement();
		restartFeeds();
		navigate("/");
	};
	const leave = async () => {
		try {
			await accounts.logout();
			gone();
		} catch (error) {
			tellFault(error, () => void leave());
		}
	};
	const leaveEverywhere = async (keep: "none" | "current") => {
		asking.value = false;
		try {
			const { ended } = await accounts.endSessions(keep);
			if (keep === "none") return gone();
			sessions.value = (sessions.value ?? []).filter(({ current }) => current);
			tell(accountWords.signedOutOthers({ count: ended }));
		} catch (error) {
			tellFault(error, () => void leaveEverywhere(keep));
		}
	};
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (!sessions.value) return <div class="skeleton settings__skeleton" role="progressbar" aria-label={accountWords.loadingSessions()} />;
	const hasOthers = sessions.value.some(({ current }) => !current);
	return (
		<>
			<ul class="settings__list">
				{sessions.value.map((session) => (
					<li key={session.id} class="settings__row">
						{/Android|iPhone/.test(session.userAgent ?? "") ? <Smartphone size={22} /> : <Monitor size={22} />}
						<span>
							{deviceOf(session.userAgent)}
							<span class="quiet settings__note">
								{session.current ? accountWords.thisDevice() : accountWords.lastSeen({ lastSeenAt: ago(session.lastSeenAt, Date.now()) })}
								{session.ipAddress && ` · ${session.ipAddress}`}
							</span>
						</span>
						{!session.current && (
							<button type="button" class="button button--small button--danger" onClick={() => void revoke(session.id)}>
								{accountWords.signOut()}
							</button>
						)}
					</li>
				))}
			</ul>
			<div class="settings__leave">
				{hasOthers && (
					<button type="button" class="button button--wide" onClick={() => (asking.value = true)}>
						{accountWords.signOutEverywhere()}
					</button>
				)}
				<button type="button" class="button button--wide" onClick={() => void leave()}>
					<LogOut size={18} /> {accountWords.logOut()}
				</button>
			</div>
			{asking.value && (
				<Sheet title={accountWords.signOutEverywhereAsk()} onClose={() => (asking.value = false)}>
					<div class="sheet__content settings__confirm">
						<p class="quiet">{accountWords.signOutEverywhereNote()}</p>
						<button type="button" class="button button--wide button--primary" onClick={() => void leaveEverywhere("current")}>
							{accountWords.everywhereButHere()}
						</button>
						<button type="button" class="button button--wide button--danger" onClick={() => void leaveEverywhere("none")}>
							{accountWords.hereToo()}
						</button>
					</div>
				</Sheet>
			)}
		</>
	);
}
