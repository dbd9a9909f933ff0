import { useSignal } from "@preact/signals";
import { ChevronRight, MailQuestion, MessagesSquare, Search, Settings2, SquarePen, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as commentsWords from "../comments/comments.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import { ConversationRow } from "./ConversationRow.tsx";
import { conversationsIn, type Folder, listStateOf, loadFolder, requestCount } from "./conversations.ts";
import { InboxTabs } from "./InboxTabs.tsx";
import * as messagesWords from "./messages.words.ts";
import { NewMessageSheet } from "./NewMessageSheet.tsx";
import { PeopleToWriteTo } from "./PeopleToWriteTo.tsx";
import { nameOf } from "./people.ts";
import { titleOf } from "./words.ts";

/** As search compares names: case and accents don't matter. */
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** One's conversations, or the requests among them. */
export function ConversationList({ folder, openId }: { folder: Folder; openId: string | undefined }) {
	const wanted = useSignal("");
	const isWriting = useSignal(false);
	const { state, cursor, error } = listStateOf(folder);
	const all = conversationsIn[folder].value;
	useEffect(() => {
		if (listStateOf(folder).state === "new") void loadFolder(folder);
	}, [folder]);
	// What is looked for may lie further down.
	useEffect(() => {
		if (wanted.value.trim() && cursor) void loadFolder(folder, true).catch(tellFault);
	}, [wanted.value.trim() !== "", cursor]);
	const shown = all.filter((one) => plain(titleOf(one, nameOf)).includes(plain(wanted.value.trim())));
	const isEmpty = state === "ready" && all.length === 0;
	return (
		<main class="page inbox chats">
			{folder === "inbox" ? (
				<>
					<header class="page__head">
						<h1>{shellWords.inbox()}</h1>
						<div class="chats__acts">
							<Link href="/settings/messages" class="icon-button" aria-label={messagesWords.settings()}>
								<Settings2 size={22} />
							</Link>
							<button type="button" class="icon-button" aria-label={messagesWords.newMessage()} onClick={() => (isWriting.value = true)}>
								<SquarePen size={22} />
							</button>
						</div>
					</header>
					<InboxTabs />
				</>
			) : (
				<header class="page__head page__head--sub">
					<BackButton otherwise="/messages" />
					<h1>{messagesWords.requests()}</h1>
				</header>
			)}
			{folder === "requests" && state === "ready" && all.length > 0 && <p class="quiet chats__hint">{messagesWords.requestsNote()}</p>}
			{folder === "inbox" && all.length > 0 && (
				<div class="chats__search">
					<Search size={18} />
					<input
						type="search"
						aria-label={messagesWords.searchChats()}
						placeholder={messagesWords.search()}
						value={wanted.value}
						onInput={(event) => (wanted.value = event.currentTarget.value)}
					/>
					{wanted.value !== "" && (
						<button type="button" class="icon-button" aria-label={messagesWords.clear()} onClick={() => (wanted.value = "")}>
							<X size={18} />
						</button>
					)}
				</div>
			)}
			{folder === "inbox" && requestCount.value > 0 && wanted.value === "" && (
				<Link href="/messages/requests" class="chat-row chats__requests">
					<span class="chats__mark">
						<MailQuestion size={22} />
					</span>
					<span class="chat-row__text">{messagesWords.requests()}</span>
					<span class="chats__count numeric">{requestCount.value}</span>
					<ChevronRight size={18} />
				</Link>
			)}
			{state === "failed" && <FaultNotice error={error} onRetry={() => void loadFolder(folder)} />}
			{(state === "loading" || state === "new") && all.length === 0 && <ListSkeleton />}
			{isEmpty && folder === "requests" && (
				<Notice icon={<MailQuestion size={28} />} title={messagesWords.noRequests()}>
					{messagesWords.noRequestsNote()}
				</Notice>
			)}
			{isEmpty && folder === "inbox" && (
				<>
					<Notice
						icon={<MessagesSquare size={28} />}
						title={messagesWords.noMessages()}
						action={
							<button type="button" class="button button--primary" onClick={() => (isWriting.value = true)}>
								{messagesWords.newMessage()}
							</button>
						}
					>
						{messagesWords.noMessagesNote()}
					</Notice>
					<PeopleToWriteTo />
				</>
			)}
			<ul class="chats__list" aria-label={folder === "inbox" ? messagesWords.chats() : messagesWords.requests()}>
				{shown.map((conversation) => (
					<ConversationRow key={conversation.id} conversation={conversation} isOpen={conversation.id === openId} />
				))}
			</ul>
			{wanted.value.trim() !== "" && shown.length === 0 && !cursor && <p class="quiet chats__nothing">{messagesWords.noChat()}</p>}
			{cursor && wanted.value === "" && (
				<button type="button" class="button button--small" onClick={() => void loadFolder(folder, true).catch(tellFault)}>
					{commentsWords.showMore()}
				</button>
			)}
			{isWriting.value && <NewMessageSheet onClose={() => (isWriting.value = false)} />}
		</main>
	);
}

const ListSkeleton = () => (
	<div role="progressbar" aria-label={messagesWords.loadingChats()}>
		{[62, 44, 56, 70, 38].map((width) => (
			<div class="chat-row" key={width}>
				<div class="skeleton chats__face" />
				<div class="chat-row__text">
					<div class="skeleton chats__line" style={{ width: `${width * 0.6}%` }} />
					<div class="skeleton chats__line" style={{ width: `${width}%` }} />
				</div>
			</div>
		))}
	</div>
);
