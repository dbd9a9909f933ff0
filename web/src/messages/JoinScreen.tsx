import { useSignal } from "@preact/signals";
import { Link2Off, UsersRound } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { isSignedIn } from "../account/session.ts";
import type { JoinPreview } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import { ApiError, sentenceOf } from "../api/problem.ts";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";

/** Where a group's link leads: what group it is, and the way in. */
export function JoinScreen({ token }: { token: string }) {
	const [, navigate] = useLocation();
	const preview = useSignal<JoinPreview | null>(null);
	const fault = useSignal<unknown>(null);
	const busy = useSignal(false);
	useTitle("Join a group");
	const load = async () => {
		try {
			preview.value = await api.previewJoin(token);
			fault.value = null;
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => {
		if (isSignedIn.value) void load();
	}, [token, isSignedIn.value]);
	const join = async () => {
		busy.value = true;
		try {
			const { conversationId, joined } = await api.joinByLink(token);
			if (joined) navigate(`/messages/${conversationId}`, { replace: true });
			else if (preview.value) preview.value = { ...preview.value, standing: "waiting" };
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	if (!isSignedIn.value)
		return (
			<Notice
				isScreen
				icon={<UsersRound size={28} />}
				title="You're asked into a group"
				action={
					<Link href={`/login?back=${encodeURIComponent(`/join/${token}`)}`} class="button button--primary">
						Log in to join
					</Link>
				}
			>
				Groups are for people with an account.
			</Notice>
		);
	if (fault.value !== null) {
		const toMessages = (
			<Link href="/messages" class="button button--primary">
				To your messages
			</Link>
		);
		const isOver = fault.value instanceof ApiError && fault.value.code === "link_expired";
		return isOver ? (
			<Notice isScreen icon={<Link2Off size={28} />} title="This link leads nowhere" action={toMessages}>
				{sentenceOf(fault.value)}
			</Notice>
		) : (
			<FaultNotice isScreen error={fault.value} onRetry={() => void load()} />
		);
	}
	if (!preview.value) return <div class="screen-loading" role="progressbar" aria-label="Loading the group" />;
	const { name, memberCount, approval, standing, conversationId } = preview.value;
	const people = memberCount === 1 ? "1 member" : `${memberCount} members`;
	const action =
		standing === "member" || standing === "requested" ? (
			<Link href={`/messages/${conversationId}`} class="button button--primary">
				{standing === "member" ? "Open the group" : "See the request"}
			</Link>
		) : standing === "waiting" ? (
			<Link href="/messages" class="button">
				To your messages
			</Link>
		) : (
			<button type="button" class="button button--primary" disabled={busy.value} onClick={() => void join()}>
				{busy.value ? <span class="spinner" /> : approval ? "Ask to join" : "Join"}
			</button>
		);
	const words = {
		none: approval ? "Its owner or an admin lets people in." : "You'll see what is written from now on.",
		waiting: "You asked to join. You'll find the group in your messages once somebody lets you in.",
		requested: "Somebody of the group asked you in already.",
		member: "You're in it.",
	}[standing];
	return (
		<Notice isScreen icon={<UsersRound size={28} />} title={name} action={action}>
			{people} · {words}
		</Notice>
	);
}
