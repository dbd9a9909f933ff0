import { useSignal } from "@preact/signals";
import { Info, MessageCircleOff, Search, WifiOff } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import * as accountWords from "../account/account.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { online } from "../shell/connection.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { useSwipeBack } from "../ui/swipeBack.ts";
import { Composer, type Writing } from "./Composer.tsx";
import { ConversationPicture } from "./ConversationPicture.tsx";
import { conversationOf } from "./conversations.ts";
import { DetailsSheet } from "./DetailsSheet.tsx";
import { MessageList } from "./MessageList.tsx";
import * as messagesWords from "./messages.words.ts";
import { nameOf, personOf } from "./people.ts";
import { RequestBar } from "./RequestBar.tsx";
import { isGone, roomOf } from "./room.ts";
import { SearchSheet } from "./SearchSheet.tsx";
import { writersIn } from "./typing.ts";
import { titleOf, writingOf } from "./words.ts";
import "../ui/writing.css";
import "./conversation.css";
import "./bubble.css";
import "./media.css";
import "./composer.css";
import "./panels.css";

/** One conversation: who it is with, what was said, and the line to write. */
export function ConversationView({ id }: { id: string }) {
	const room = roomOf(id);
	const conversation = conversationOf(id);
	const writing = useSignal<Writing>(null);
	const open = useSignal<"details" | "search" | null>(null);
	/** The message to show and light up. */
	const target = useSignal<number | null>(null);
	const view = useRef<HTMLElement>(null);
	const [, navigate] = useLocation();
	useTitle(conversation ? titleOf(conversation, nameOf) : accountWords.messages());
	useSwipeBack(view, conversation !== null);
	useEffect(
		() => () => {
			// Come back to, there is nothing new above.
			room.unreadAfter.value = null;
			room.missed.value = 0;
		},
		[room],
	);
	// A screen keyboard takes room off the visible window, not off the page.
	useEffect(() => {
		const { visualViewport: seen } = window;
		if (!seen) return;
		const fitToSeen = () => view.current?.style.setProperty("--seen-height", `${Math.round(seen.height)}px`);
		fitToSeen();
		seen.addEventListener("resize", fitToSeen);
		return () => seen.removeEventListener("resize", fitToSeen);
	}, []);
	if (room.state.value === "failed" && (isGone(room.error.value) || !conversation))
		return <Unavailable error={room.error.value} onRetry={() => void room.load()} />;
	const isRequest = conversation?.standing === "requested";
	return (
		<main class="conversation" ref={view}>
			<header class="conversation__head">
				<BackButton otherwise="/messages" />
				{conversation ? <Title id={id} onOpen={() => (open.value = "details")} /> : <span class="skeleton conversation__title-skeleton" />}
				{conversation && !isRequest && (
					<button type="button" class="icon-button" aria-label={messagesWords.searchHere()} onClick={() => (open.value = "search")}>
						<Search size={20} />
					</button>
				)}
				{conversation && (
					<button type="button" class="icon-button" aria-label={messagesWords.details()} onClick={() => (open.value = "details")}>
						<Info size={22} />
					</button>
				)}
			</header>
			{!online.value && (
				<p class="conversation__offline" role="status">
					<WifiOff size={16} />
					{messagesWords.offlineNote()}
				</p>
			)}
			{room.state.value === "failed" ? (
				<FaultNotice error={room.error.value} onRetry={() => void room.load()} />
			) : (
				<MessageList
					room={room}
					target={target}
					onReply={(message) => (writing.value = { kind: "reply", message })}
					onEdit={(message) => (writing.value = { kind: "edit", message })}
				/>
			)}
			{conversation && (isRequest ? <RequestBar conversation={conversation} /> : <Composer room={room} writing={writing} />)}
			{open.value === "details" && conversation && (
				<DetailsSheet room={room} onClose={() => (open.value = null)} onGone={() => navigate("/messages", { replace: true })} />
			)}
			{open.value === "search" && (
				<SearchSheet
					conversationId={id}
					onFound={(seq) => {
						open.value = null;
						target.value = seq;
					}}
					onClose={() => (open.value = null)}
				/>
			)}
		</main>
	);
}

function Title({ id, onOpen }: { id: string; onOpen(): void }) {
	const conversation = conversationOf(id);
	if (!conversation) return null;
	const writing = writingOf(writersIn(id).map(nameOf), conversation.kind);
	const other = personOf(conversation.otherId);
	const note =
		writing ||
		(conversation.kind === "group"
			? `${conversation.memberCount} ${conversation.memberCount === 1 ? "member" : "members"}`
			: other
				? `@${other.username}`
				: "");
	const text = (
		<>
			<ConversationPicture conversation={conversation} size={40} />
			<span class="conversation__names">
				<h1>
					<bdi>{titleOf(conversation, nameOf)}</bdi>
				</h1>
				<span class={writing ? "conversation__writing" : "quiet"} role="status" aria-live="polite">
					{note}
				</span>
			</span>
		</>
	);
	return other ? (
		<Link href={`/@${other.username}`} class="conversation__title">
			{text}
		</Link>
	) : (
		<button type="button" class="conversation__title" onClick={onOpen}>
			{text}
		</button>
	);
}

function Unavailable({ error, onRetry }: { error: unknown; onRetry(): void }) {
	const back = (
		<Link href="/messages" class="button button--primary">
			{messagesWords.toMessages()}
		</Link>
	);
	return (
		<div class="conversation conversation--gone">
			{isGone(error) ? (
				<Notice isScreen icon={<MessageCircleOff size={28} />} title={messagesWords.chatNotHere()} action={back}>
					{messagesWords.chatNotHereNote()}
				</Notice>
			) : (
				<FaultNotice
					isScreen
					error={error}
					onRetry={onRetry}
					otherwise={
						<Link href="/messages" class="button">
							{shellWords.back()}
						</Link>
					}
				/>
			)}
		</div>
	);
}
