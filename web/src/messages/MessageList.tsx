import { type Signal, useComputed, useSignal } from "@preact/signals";
import { ArrowDown } from "lucide-preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import type { Message } from "../api/messages.ts";
import { tellFault } from "../ui/toasts.tsx";
import { Bubble } from "./Bubble.tsx";
import { conversationOf } from "./conversations.ts";
import { MessageSheet } from "./MessageSheet.tsx";
import * as messagesWords from "./messages.words.ts";
import { OutgoingBubble } from "./OutgoingBubble.tsx";
import { isYou, nameOf } from "./people.ts";
import { ReceiptLine } from "./ReceiptLine.tsx";
import type { Room } from "./room.ts";
import { rowsOf } from "./rows.ts";
import { outbox } from "./sending.ts";
import { useAnchor } from "./useAnchor.ts";
import { dayName, noteOf, timeOfDay } from "./words.ts";

/** Nearer to an end than this, the next page is fetched, pixels. */
const FETCH_WITHIN = 600;
/** A message that was jumped to is lit for this long, milliseconds. */
const LIT_MS = 1_600;

interface MessageListProps {
	room: Room;
	target: Signal<number | null>;
	onReply(message: Message): void;
	onEdit(message: Message): void;
}

/** What was said, oldest first, with what is on its way at the end. Stays where one reads while pages join and messages come. */
export function MessageList({ room, target, onReply, onEdit }: MessageListProps) {
	const list = useRef<HTMLDivElement>(null);
	const chosen = useSignal<Message | null>(null);
	const lit = useSignal<number | null>(null);
	const seenUpTo = useSignal(0);
	const { messages, hasOlder, hasNewer } = room.thread.value;
	const conversation = conversationOf(room.id);
	const rows = useComputed(() => rowsOf(room.thread.value.messages, room.unreadAfter.value, account.value?.id ?? ""));
	const going = outbox.entries.value.filter((one) => one.conversationId === room.id);
	const shownGoing = going.filter(({ clientId }) => !messages.some((message) => message.clientId === clientId && isYou(message.senderId)));
	const anchor = useAnchor(list, room);
	const isGroup = conversation?.kind === "group";
	const lastSeq = messages.at(-1)?.seq ?? 0;

	const fetchMore = () => {
		const element = list.current;
		if (!element || room.state.peek() !== "ready") return;
		const fromEnd = element.scrollHeight - element.scrollTop - element.clientHeight;
		if (element.scrollTop < FETCH_WITHIN) void room.more("older").catch(tellFault);
		if (fromEnd < FETCH_WITHIN) void room.more("newer").catch(tellFault);
	};
	const markRead = () => {
		if (document.hidden || !anchor.isAtEnd.peek() || room.thread.peek().hasNewer) return;
		seenUpTo.value = room.thread.peek().messages.at(-1)?.seq ?? 0;
		void room.read();
	};
	useLayoutEffect(() => {
		anchor.restore();
		fetchMore();
	});
	useEffect(() => {
		markRead();
		document.addEventListener("visibilitychange", markRead);
		return () => document.removeEventListener("visibilitychange", markRead);
	}, [room, lastSeq, anchor.isAtEnd.value, room.state.value, conversation?.standing]);
	useEffect(() => {
		const seq = target.value;
		if (seq === null) return;
		target.value = null;
		void show(seq);
	}, [target.value]);
	const show = async (seq: number) => {
		try {
			if (!(await room.bring(seq))) return;
			lit.value = seq;
			setTimeout(() => (lit.value = null), LIT_MS);
			anchor.show(String(seq));
		} catch (error) {
			tellFault(error);
		}
	};
	const toEnd = async () => {
		try {
			await room.toNewest();
			anchor.toEnd();
		} catch (error) {
			tellFault(error);
		}
	};
	// One's own is looked at, wherever one had scrolled.
	const ownCount = going.length;
	const hadOwn = useRef(ownCount);
	useLayoutEffect(() => {
		if (ownCount > hadOwn.current) void toEnd();
		hadOwn.current = ownCount;
	}, [ownCount]);

	const unseen = hasNewer
		? room.missed.value
		: messages.filter(
				({ seq, senderId }) => seq > Math.max(seenUpTo.value, conversation?.readSeq ?? 0) && senderId !== null && !isYou(senderId),
			).length;
	const lastOwn = messages.findLast(({ senderId }) => isYou(senderId));
	return (
		<div class="thread">
			<div
				class="thread__scroll"
				ref={list}
				role="log"
				aria-label={accountWords.messages()}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be reached by keys
				tabIndex={0}
				onScroll={() => {
					anchor.note();
					fetchMore();
				}}
			>
				<div class="thread__content">
					{room.state.value === "loading" && <ThreadSkeleton />}
					{hasOlder && <div class="thread__more" role="progressbar" aria-label={messagesWords.loadingOlder()} />}
					{room.state.value === "ready" && messages.length === 0 && shownGoing.length === 0 && <Beginning room={room} />}
					{rows.value.map((row) => {
						if (row.kind === "when")
							return (
								<p key={row.key} class="thread__day">
									{row.startsDay ? `${dayName(row.at, Date.now())}, ${timeOfDay(row.at)}` : timeOfDay(row.at)}
								</p>
							);
						if (row.kind === "unread")
							return (
								<p key={row.key} class="thread__unread" data-anchor="unread">
									<span>{messagesWords.newMessages()}</span>
								</p>
							);
						if (row.kind === "note")
							return (
								<p key={row.key} class="thread__note" data-anchor={row.message.seq} title={timeOfDay(Date.parse(row.message.sentAt))}>
									{noteOf(row.message, nameOf)}
								</p>
							);
						return (
							<Bubble
								key={row.key}
								message={row.message}
								starts={row.starts}
								ends={row.ends}
								isGroup={isGroup}
								isLit={lit.value === row.message.seq}
								isWithheld={conversation?.standing === "requested"}
								video={row.message.content.type === "video" ? room.videos.value.get(row.message.content.videoId) : undefined}
								onOpen={() => (chosen.value = row.message)}
								onReply={conversation?.mayWrite ? () => onReply(row.message) : undefined}
								onQuote={(seq) => void show(seq)}
								onChanged={(message) => room.changed(message)}
							/>
						);
					})}
					{lastOwn && shownGoing.length === 0 && lastOwn.seq === lastSeq && <ReceiptLine room={room} message={lastOwn} />}
					{shownGoing.map((outgoing) => (
						<OutgoingBubble key={outgoing.clientId} outgoing={outgoing} />
					))}
				</div>
			</div>
			{(!anchor.isAtEnd.value || hasNewer) && (
				<button
					type="button"
					class={unseen > 0 ? "thread__pill thread__pill--new" : "thread__pill"}
					aria-label={unseen > 0 ? messagesWords.newToNewest({ count: unseen }) : messagesWords.toNewest()}
					onClick={() => void toEnd()}
				>
					{unseen > 0 && <span class="numeric">{messagesWords.newCounted({ count: unseen })}</span>}
					<ArrowDown size={18} />
				</button>
			)}
			{chosen.value && conversation && (
				<MessageSheet
					message={messages.find(({ seq }) => seq === chosen.value?.seq) ?? chosen.value}
					conversation={conversation}
					onReply={onReply}
					onEdit={onEdit}
					onChanged={(message) => room.changed(message)}
					onClose={() => (chosen.value = null)}
				/>
			)}
		</div>
	);
}

function Beginning({ room }: { room: Room }) {
	const conversation = conversationOf(room.id);
	if (!conversation || conversation.kind === "group") return null;
	return (
		<p class="thread__note">
			{conversation.accepted
				? messagesWords.sayHelloTo({ person: nameOf(conversation.otherId) })
				: messagesWords.requestOnly({ person: nameOf(conversation.otherId) })}
		</p>
	);
}

const ThreadSkeleton = () => (
	<div role="progressbar" aria-label={messagesWords.loadingMessages()} class="thread__skeletons">
		{[46, 62, 30, 54, 38].map((width, place) => (
			<div
				key={width}
				class={place % 2 ? "skeleton thread__skeleton thread__skeleton--own" : "skeleton thread__skeleton"}
				style={{ width: `${width}%` }}
			/>
		))}
	</div>
);
