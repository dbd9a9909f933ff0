import { BellOff } from "lucide-preact";
import type { Conversation } from "../api/messages.ts";
import { Link } from "../shell/Link.tsx";
import { ConversationPicture } from "./ConversationPicture.tsx";
import { isMuted } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import { nameOf } from "./people.ts";
import { writersIn } from "./typing.ts";
import { lineOf, shortWhen, titleOf, writingOf } from "./words.ts";

/** A conversation in the list. */
export function ConversationRow({ conversation, isOpen }: { conversation: Conversation; isOpen: boolean }) {
	const { id, kind, unread, updatedAt } = conversation;
	const writing = writingOf(writersIn(id).map(nameOf), kind);
	const classes = ["chat-row", unread > 0 && "chat-row--new", isOpen && "chat-row--open"].filter(Boolean).join(" ");
	const at = Date.parse(updatedAt);
	return (
		<li>
			<Link href={`/messages/${id}`} class={classes} aria-current={isOpen ? "page" : undefined}>
				<ConversationPicture conversation={conversation} size={52} />
				<span class="chat-row__text">
					<span class="chat-row__name">
						<bdi>{titleOf(conversation, nameOf)}</bdi>
						{isMuted(conversation) && (
							<span role="img" aria-label={messagesWords.muted()}>
								<BellOff size={14} />
							</span>
						)}
					</span>
					<span class="chat-row__last">
						<span class={writing ? "chat-row__writing" : "chat-row__line"} dir="auto">
							{writing || lineOf(conversation, nameOf)}
						</span>
						<time class="quiet" dateTime={updatedAt}>
							{shortWhen(at, Date.now())}
						</time>
					</span>
				</span>
				{unread > 0 && (
					<span class="chat-row__unread numeric">
						{unread > 99 ? "99+" : unread}
						<span class="visually-hidden"> {messagesWords.unread()}</span>
					</span>
				)}
			</Link>
		</li>
	);
}
