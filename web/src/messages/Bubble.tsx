import { Ellipsis, Reply } from "lucide-preact";
import type { Message } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as feedWords from "../feed/feed.words.ts";
import { listOf } from "../language/listOf.ts";
import { Link } from "../shell/Link.tsx";
import { byFinger } from "../shell/media.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { tellFault } from "../ui/toasts.tsx";
import { MessageBody } from "./MessageBody.tsx";
import * as messagesWords from "./messages.words.ts";
import { isYou, nameOf, personOf } from "./people.ts";
import type { SharedVideo } from "./room.ts";
import { useLongPress } from "./useLongPress.ts";
import { quoteOf, timeOfDay } from "./words.ts";

interface BubbleProps {
	message: Message;
	starts: boolean;
	ends: boolean;
	isGroup: boolean;
	isLit: boolean;
	/** Links and media wait until the request is accepted. */
	isWithheld: boolean;
	/** Null: can't be seen by this person; undefined: not known yet. */
	video: SharedVideo | undefined;
	onOpen(): void;
	onReply?: (() => void) | undefined;
	onQuote(seq: number): void;
	onChanged(message: Message): void;
}

/** Reacts, or takes the reaction back when it is the same one. */
export async function toggleReaction({ conversationId, seq, reactions }: Message, emoji: string): Promise<Message> {
	const isOwn = reactions.some((one) => one.emoji === emoji && one.userIds.some(isYou));
	return (await api.react(conversationId, seq, isOwn ? null : emoji)).message;
}

/** One message of somebody. */
export function Bubble({ message, starts, ends, isGroup, isLit, isWithheld, video, onOpen, onReply, onQuote, onChanged }: BubbleProps) {
	const { senderId, content, replyTo, reactions, sentAt, editedAt, seq } = message;
	const isOwn = isYou(senderId);
	const sender = personOf(senderId);
	const isUnsent = content.type === "unsent";
	const press = useLongPress(onOpen);
	const react = (emoji: string) => void toggleReaction(message, emoji).then(onChanged, tellFault);
	const classes = ["line", isOwn && "line--own", starts && "line--starts", ends && "line--ends", isLit && "line--lit"]
		.filter(Boolean)
		.join(" ");
	const time = timeOfDay(Date.parse(sentAt));
	return (
		<article class={classes} data-anchor={seq} data-seq={seq} aria-label={messagesWords.whoAndWhen({ person: nameOf(senderId), time })}>
			{isGroup && !isOwn && starts && <span class="line__who">{nameOf(senderId)}</span>}
			{replyTo && (
				<button type="button" class="line__quote" onClick={() => onQuote(replyTo.seq)}>
					<Reply size={14} />
					<span class="visually-hidden">{messagesWords.goToQuoted()} </span>
					<span class="line__quoter">{nameOf(replyTo.senderId)}</span>
					<span class="line__quoted" dir="auto">
						{quoteOf(replyTo)}
					</span>
				</button>
			)}
			<div class="line__row">
				{!isOwn && isGroup && (
					<span class="line__face">
						{ends && sender && (
							<Link href={`/@${sender.username}`} aria-label={feedWords.profileOf({ displayName: sender.displayName })}>
								<Avatar user={sender} size={28} />
							</Link>
						)}
					</span>
				)}
				{/* biome-ignore lint/a11y/noStaticElementInteractions: a touch held down, and two clicks, are short ways to what "Message actions" beside it does */}
				<div
					class={`bubble bubble--${content.type}`}
					{...press}
					onContextMenu={(event) => {
						// Copying a word, and the browser's own way with links, stay.
						if (String(getSelection()) !== "" || (event.target instanceof Element && event.target.closest("a"))) return;
						event.preventDefault();
						onOpen();
					}}
					// With a mouse two clicks mark a word.
					onDblClick={() => byFinger.value && !isUnsent && !isWithheld && react("❤️")}
				>
					<MessageBody message={message} isOwn={isOwn} isWithheld={isWithheld} video={video} />
				</div>
				<span class="line__time">
					{editedAt && <span>{commentsWords.edited()}</span>}
					<time dateTime={sentAt}>{time}</time>
				</span>
				{!isUnsent && (
					<span class="line__acts">
						{onReply && (
							<button type="button" class="line__act" aria-label={commentsWords.reply()} onClick={onReply}>
								<Reply size={18} />
							</button>
						)}
						<button type="button" class="line__act" aria-label={messagesWords.actions()} aria-haspopup="dialog" onClick={onOpen}>
							<Ellipsis size={18} />
						</button>
					</span>
				)}
			</div>
			{reactions.length > 0 && (
				<ul class="line__reactions" aria-label={messagesWords.reactions()}>
					{reactions.map(({ emoji, userIds }) => (
						<li key={emoji}>
							<button
								type="button"
								class={userIds.some(isYou) ? "reaction reaction--own" : "reaction"}
								aria-pressed={userIds.some(isYou)}
								aria-label={messagesWords.reactedBy({ emoji, names: listOf(userIds.map(nameOf)) })}
								title={listOf(userIds.map(nameOf))}
								onClick={() => react(emoji)}
							>
								{emoji}
								{userIds.length > 1 && <span class="numeric">{userIds.length}</span>}
							</button>
						</li>
					))}
				</ul>
			)}
		</article>
	);
}
