import { useSignal } from "@preact/signals";
import {
	AtSign,
	Bell,
	CircleCheck,
	Flame,
	Heart,
	MessageCircle,
	Repeat2,
	Reply,
	Scale,
	Send,
	ShieldCheck,
	TriangleAlert,
	Trophy,
	UserCheck,
	UserPlus,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { account, isSignedIn } from "../account/session.ts";
import type { Notification } from "../api/social.ts";
import * as social from "../api/social.ts";
import { unread } from "../shell/activity.ts";
import { Link } from "../shell/Link.tsx";
import { Mark } from "../shell/Mark.tsx";
import { useTitle } from "../shell/title.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { ago } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { PullToRefresh } from "../ui/PullToRefresh.tsx";
import { tellFault } from "../ui/toasts.tsx";
import { SuggestedPeople } from "./SuggestedPeople.tsx";
import "./inbox.css";

const ICONS: Record<Notification["type"], ComponentChildren> = {
	follow: <UserPlus size={14} strokeWidth={2.6} />,
	request: <UserPlus size={14} strokeWidth={2.6} />,
	accept: <UserCheck size={14} strokeWidth={2.6} />,
	like: <Heart size={14} fill="currentColor" strokeWidth={0} />,
	comment: <MessageCircle size={14} strokeWidth={2.6} />,
	reply: <Reply size={14} strokeWidth={2.6} />,
	mention: <AtSign size={14} strokeWidth={2.6} />,
	comment_like: <Heart size={14} fill="currentColor" strokeWidth={0} />,
	repost: <Repeat2 size={14} strokeWidth={2.6} />,
	message: <Send size={14} strokeWidth={2.6} />,
	milestone: <Trophy size={14} strokeWidth={2.6} />,
	viral: <Flame size={14} strokeWidth={2.6} />,
	video_ready: <CircleCheck size={14} strokeWidth={2.6} />,
	video_failed: <TriangleAlert size={14} strokeWidth={2.6} />,
	verdict: <Scale size={14} strokeWidth={2.6} />,
	account: <ShieldCheck size={14} strokeWidth={2.6} />,
};

const targetOf = ({ type, actor, videoId, commentId }: Notification): string => {
	if (type === "account") return "/settings";
	if (type === "request") return "/settings/requests";
	if ((type === "follow" || type === "accept") && actor) return `/@${actor.username}`;
	if (type === "video_failed" || !videoId) return account.value ? `/@${account.value.username}` : "/";
	return commentId ? `/v/${videoId}?comment=${commentId}` : `/v/${videoId}`;
};

/** What happened, newest first; opening it counts as having read it. */
export function InboxScreen() {
	const items = useSignal<readonly Notification[] | null>(null);
	const cursor = useSignal<string | null>(null);
	const fault = useSignal<unknown>(null);
	useTitle("Inbox");
	const load = async (from?: string) => {
		try {
			const page = await social.listNotifications(from);
			items.value = [...(from ? (items.value ?? []) : []), ...page.notifications];
			cursor.value = page.nextCursor;
			fault.value = null;
			if (page.unread > 0) unread.value = (await social.readNotifications()).unread;
		} catch (error) {
			if (items.value) tellFault(error);
			else fault.value = error;
		}
	};
	useEffect(() => {
		if (isSignedIn.value) void load();
	}, [isSignedIn.value]);
	return (
		<main class="page inbox">
			{isSignedIn.value && <PullToRefresh onRefresh={() => load()} />}
			<header class="page__head">
				<h1>Inbox</h1>
			</header>
			{!isSignedIn.value && <GuestInbox />}
			{isSignedIn.value && fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{isSignedIn.value && !items.value && fault.value === null && <InboxSkeleton />}
			{items.value?.length === 0 && (
				<>
					<Notice icon={<Bell size={28} />} title="All quiet">
						Likes, comments and new followers show up here. Follow a few people to begin.
					</Notice>
					<SuggestedPeople />
				</>
			)}
			<ul>
				{items.value?.map((item) => (
					<li key={item.id}>
						<Link href={targetOf(item)} class={item.read ? "note" : "note note--new"}>
							<span class="note__face">
								{item.actor ? (
									<Avatar user={item.actor} size={48} />
								) : (
									<span class="note__mark">
										<Mark size={28} />
									</span>
								)}
								<span class={`note__type note__type--${item.type}`}>{ICONS[item.type]}</span>
							</span>
							<span class="note__text">
								{item.text}
								<span class="quiet">{ago(item.createdAt, Date.now())}</span>
							</span>
							{!item.read && <span class="note__dot" role="img" aria-label="New" />}
						</Link>
					</li>
				))}
			</ul>
			{cursor.value && (
				<button type="button" class="button button--small" onClick={() => void load(cursor.value ?? undefined)}>
					Show more
				</button>
			)}
		</main>
	);
}

const GuestInbox = () => (
	<Notice
		icon={<Bell size={28} />}
		title="Yours once you join"
		action={
			<Link href="/signup?back=/inbox" class="button button--primary">
				Sign up or log in
			</Link>
		}
	>
		Likes, comments and followers land here.
	</Notice>
);

const InboxSkeleton = () => (
	<div role="progressbar" aria-label="Loading notifications">
		{[70, 52, 64, 46, 58].map((width) => (
			<div class="note" key={width}>
				<div class="skeleton note__skeleton" />
				<div class="skeleton note__line" style={{ width: `${width}%` }} />
			</div>
		))}
	</div>
);
