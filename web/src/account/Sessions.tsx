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
			tell("Signed out there");
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
			tell(ended === 1 ? "Signed out on one other device" : `Signed out on ${ended} other devices`);
		} catch (error) {
			tellFault(error, () => void leaveEverywhere(keep));
		}
	};
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (!sessions.value) return <div class="skeleton settings__skeleton" role="progressbar" aria-label="Loading sessions" />;
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
								{session.current ? "This device" : `Last seen ${ago(session.lastSeenAt, Date.now())}`}
								{session.ipAddress && ` · ${session.ipAddress}`}
							</span>
						</span>
						{!session.current && (
							<button type="button" class="button button--small button--danger" onClick={() => void revoke(session.id)}>
								Sign out
							</button>
						)}
					</li>
				))}
			</ul>
			<div class="settings__leave">
				{hasOthers && (
					<button type="button" class="button button--wide" onClick={() => (asking.value = true)}>
						Sign out everywhere
					</button>
				)}
				<button type="button" class="button button--wide" onClick={() => void leave()}>
					<LogOut size={18} /> Log out
				</button>
			</div>
			{asking.value && (
				<Sheet title="Sign out everywhere?" onClose={() => (asking.value = false)}>
					<div class="sheet__content settings__confirm">
						<p class="quiet">Every device then asks for your password. If somebody else may know it, change it, too.</p>
						<button type="button" class="button button--wide button--primary" onClick={() => void leaveEverywhere("current")}>
							Everywhere but here
						</button>
						<button type="button" class="button button--wide button--danger" onClick={() => void leaveEverywhere("none")}>
							Here, too
						</button>
					</div>
				</Sheet>
			)}
		</>
	);
}
