import { MessagesSquare } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { isSignedIn } from "../account/session.ts";
import { Link } from "../shell/Link.tsx";
import { isDesktop } from "../shell/media.ts";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import { ConversationList } from "./ConversationList.tsx";
import { ConversationView } from "./ConversationView.tsx";
import { conversationOf, type Folder } from "./conversations.ts";
import { InboxTabs } from "./InboxTabs.tsx";
import { keepConversations } from "./keep.ts";
import * as messagesWords from "./messages.words.ts";
import "./messages.css";

/** The list of conversations, and the open one: side by side where there is room, else one at a time. */
export function MessagesScreen({ id }: { id?: string | undefined }) {
	useTitle(accountWords.messages());
	useEffect(() => keepConversations(), []);
	if (!isSignedIn.value) return <GuestMessages id={id} />;
	const openId = id === "requests" ? undefined : id;
	const isRequest = id === "requests" || (openId !== undefined && conversationOf(openId)?.standing === "requested");
	const folder: Folder = isRequest ? "requests" : "inbox";
	if (!isDesktop.value && openId !== undefined) return <ConversationView key={openId} id={openId} />;
	return (
		<div class="messages">
			<ConversationList folder={folder} openId={openId} />
			{isDesktop.value &&
				(openId === undefined ? (
					<section class="messages__none" aria-label={messagesWords.noneOpen()}>
						<Notice icon={<MessagesSquare size={28} />} title={messagesWords.yourMessages()}>
							{messagesWords.chooseChat()}
						</Notice>
					</section>
				) : (
					<ConversationView key={openId} id={openId} />
				))}
		</div>
	);
}

const GuestMessages = ({ id }: { id?: string | undefined }) => (
	<main class="page inbox">
		<header class="page__head">
			<h1>{shellWords.inbox()}</h1>
		</header>
		<InboxTabs />
		<Notice
			icon={<MessagesSquare size={28} />}
			title={messagesWords.yoursOnceJoined()}
			action={
				<Link href={`/signup?back=/messages${id ? `/${id}` : ""}`} class="button button--primary">
					{messagesWords.signUpOrLogIn()}
				</Link>
			}
		>
			{messagesWords.guestNote()}
		</Notice>
	</main>
);
