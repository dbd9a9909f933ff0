import { useSignal } from "@preact/signals";
import { Copy, Flag, PencilLine, Reply, SmilePlus, Undo2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { EDIT_MESSAGE_MS } from "../../../contracts/limits.ts";
import type { Conversation, Message } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { toggleReaction } from "./Bubble.tsx";
import * as messagesWords from "./messages.words.ts";
import { isYou, nameOf } from "./people.ts";
import { reportIn } from "./report.ts";
import { dayName, timeOfDay } from "./words.ts";

const QUICK = ["❤️", "😂", "😮", "😢", "👍", "🔥"];
const ONE_EMOJI = /\p{RGI_Emoji}/v;

interface MessageSheetProps {
	message: Message;
	conversation: Conversation;
	onReply(message: Message): void;
	onEdit(message: Message): void;
	onChanged(message: Message): void;
	onClose(): void;
}

/** What can be done about a message. */
export function MessageSheet({ message, conversation, onReply, onEdit, onChanged, onClose }: MessageSheetProps) {
	const shows = useSignal<"acts" | "emoji">("acts");
	const { content, senderId, sentAt, seq } = message;
	const isOwn = isYou(senderId);
	const leads = conversation.role === "owner" || conversation.role === "admin";
	const mayTakePart = conversation.standing === "member" && conversation.accepted && conversation.mayWrite;
	const mayEdit = isOwn && content.type === "text" && conversation.mayWrite && Date.now() - Date.parse(sentAt) < EDIT_MESSAGE_MS;
	const mayUnsend = content.type !== "unsent" && (isOwn || (conversation.kind === "group" && leads));
	const text = "text" in content ? content.text : null;
	const react = async (emoji: string) => {
		onClose();
		try {
			onChanged(await toggleReaction(message, emoji));
		} catch (error) {
			tellFault(error, () => void react(emoji));
		}
	};
	const unsend = async () => {
		onClose();
		try {
			onChanged((await api.unsendMessage(message.conversationId, seq)).message);
		} catch (error) {
			tellFault(error, () => void unsend());
		}
	};
	const copy = async () => {
		onClose();
		try {
			await navigator.clipboard.writeText(text ?? "");
			tell(messagesWords.messageCopied());
		} catch {
			tell(messagesWords.copyByHand(), undefined, "fault");
		}
	};
	const then = (act: (message: Message) => void) => () => {
		onClose();
		act(message);
	};
	const at = Date.parse(sentAt);
	return (
		<Sheet title={nameOf(senderId)} note={`${dayName(at, Date.now())}, ${timeOfDay(at)}`} onClose={onClose}>
			<div class="sheet__content message-sheet">
				{mayTakePart && content.type !== "unsent" && (
					<section class="message-sheet__quick" aria-label={messagesWords.react()}>
						{QUICK.map((emoji) => {
							const isChosen = message.reactions.some((one) => one.emoji === emoji && one.userIds.some(isYou));
							return (
								<button
									key={emoji}
									type="button"
									aria-label={messagesWords.reactWith({ emoji })}
									aria-pressed={isChosen}
									onClick={() => void react(emoji)}
								>
									{emoji}
								</button>
							);
						})}
						<button type="button" aria-label={messagesWords.anotherEmoji()} onClick={() => (shows.value = "emoji")}>
							<SmilePlus size={22} />
						</button>
					</section>
				)}
				{shows.value === "emoji" && (
					<label class="chats__search">
						<SmilePlus size={18} />
						<input
							aria-label={messagesWords.emoji()}
							placeholder={messagesWords.anyEmoji()}
							autofocus
							onInput={({ currentTarget }) => {
								const emoji = ONE_EMOJI.exec(currentTarget.value)?.[0];
								if (emoji) void react(emoji);
							}}
						/>
					</label>
				)}
				<ul>
					{mayTakePart && content.type !== "unsent" && (
						<Row icon={<Reply size={22} />} label={commentsWords.reply()} onClick={then(onReply)} />
					)}
					{text && <Row icon={<Copy size={22} />} label={messagesWords.copyText()} onClick={() => void copy()} />}
					{mayEdit && <Row icon={<PencilLine size={22} />} label={commentsWords.edit()} onClick={then(onEdit)} />}
					{mayUnsend && (
						<Row
							icon={<Undo2 size={22} />}
							label={isOwn ? messagesWords.unsend() : messagesWords.unsendNote()}
							isDanger
							onClick={() => void unsend()}
						/>
					)}
					{!isOwn && (
						<Row
							icon={<Flag size={22} />}
							label={messagesWords.report()}
							isDanger
							onClick={then(() => reportIn(conversation, { message, personId: senderId }))}
						/>
					)}
				</ul>
			</div>
		</Sheet>
	);
}

export const Row = ({
	icon,
	label,
	note,
	isDanger,
	disabled,
	onClick,
}: {
	icon: ComponentChildren;
	label: string;
	note?: string;
	isDanger?: boolean;
	disabled?: boolean;
	onClick(): void;
}) => (
	<li>
		<button type="button" class={isDanger ? "sheet-row sheet-row--danger" : "sheet-row"} disabled={disabled} onClick={onClick}>
			{icon}
			<span>
				{label}
				{note && <span class="quiet sheet-row__sub">{note}</span>}
			</span>
		</button>
	</li>
);
