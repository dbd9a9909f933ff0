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
import * as messagesWords from "./messages.words.ts";

/** Where a group's link leads: what group it is, and the way in. */
export function JoinScreen({ token }: { token: string }) {
	const [, navigate] = useLocation();
	const preview = useSignal<JoinPreview | null>(null);
	const fault = useSignal<unknown>(null);
	const busy = useSignal(false);
	useTitle(messagesWords.joinGroup());
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
				title={messagesWords.askedIn()}
				action={
					<Link href={`/login?back=${encodeURIComponent(`/join/${token}`)}`} class="button button--primary">
						{messagesWords.logInToJoin()}
					</Link>
				}
			>
				{messagesWords.groupsForAccounts()}
			</Notice>
		);
	if (fault.value !== null) {
		const toMessages = (
			<Link href="/messages" class="button button--primary">
				{messagesWords.toMessages()}
			</Link>
		);
		const isOver = fault.value instanceof ApiError && fault.value.code === "link_expired";
		return isOver ? (
			<Notice isScreen icon={<Link2Off size={28} />} title={messagesWords.linkNowhere()} action={toMessages}>
				{sentenceOf(fault.value)}
			</Notice>
		) : (
			<FaultNotice isScreen error={fault.value} onRetry={() => void load()} />
		);
	}
	if (!preview.value) return <div class="screen-loading" role="progressbar" aria-label={messagesWords.loadingGroup()} />;
	const { name, memberCount, approval, standing, conversationId } = preview.value;
	const people = messagesWords.membersCounted({ count: memberCount });
	const action =
		standing === "member" || standing === "requested" ? (
			<Link href={`/messages/${conversationId}`} class="button button--primary">
				{standing === "member" ? messagesWords.openGroup() : messagesWords.seeRequest()}
			</Link>
		) : standing === "waiting" ? (
			<Link href="/messages" class="button">
				{messagesWords.toMessages()}
			</Link>
		) : (
			<button type="button" class="button button--primary" disabled={busy.value} onClick={() => void join()}>
				{busy.value ? <span class="spinner" /> : approval ? messagesWords.askToJoin() : messagesWords.join()}
			</button>
		);
	const words = {
		none: approval ? messagesWords.joinApproval() : messagesWords.joinFromNow(),
		waiting: messagesWords.joinWaiting(),
		requested: messagesWords.joinAsked(),
		member: messagesWords.joinMember(),
	}[standing];
	return (
		<Notice isScreen icon={<UsersRound size={28} />} title={name} action={action}>
			{people} · {words}
		</Notice>
	);
}
