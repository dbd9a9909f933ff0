import { useSignal } from "@preact/signals";
import { Search } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { MESSAGE_MAX } from "../../../contracts/limits.ts";
import type { VideoCard } from "../api/feeds.ts";
import * as api from "../api/messages.ts";
import type { UserSummary } from "../api/social.ts";
import * as social from "../api/social.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { engagementOf } from "../feed/engagement.ts";
import { actDuringImpression } from "../feed/watching.ts";
import { listOf } from "../language/listOf.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Picture } from "../ui/Picture.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { ConversationPicture } from "./ConversationPicture.tsx";
import { conversationsIn, keepConversation, listStateOf, loadFolder } from "./conversations.ts";
import { keepConversations } from "./keep.ts";
import * as messagesWords from "./messages.words.ts";
import { findPeople } from "./PeoplePicker.tsx";
import { PickRow } from "./PickRow.tsx";
import { meet, nameOf } from "./people.ts";
import { outbox } from "./sending.ts";
import { titleOf } from "./words.ts";
import "./messages.css";

/** What is typed is looked up once it rests for this long, milliseconds. */
const REST_MS = 180;
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Sends a clip to conversations, and to people there is none with yet. */
export function SendToSheet({ card, onClose }: { card: VideoCard; onClose(): void }) {
	const wanted = useSignal("");
	const line = useSignal("");
	const people = useSignal<readonly UserSummary[]>([]);
	const chosen = useSignal<readonly string[]>([]);
	const busy = useSignal(false);
	useEffect(() => {
		keepConversations();
		if (listStateOf("inbox").state === "new") void loadFolder("inbox");
	}, []);
	useEffect(() => {
		const name = wanted.value;
		const timer = setTimeout(
			() =>
				findPeople(name).then(
					(found) => {
						if (name === wanted.peek()) people.value = found;
					},
					() => undefined,
				),
			name === "" ? 0 : REST_MS,
		);
		return () => clearTimeout(timer);
	}, [wanted.value]);
	const conversations = conversationsIn.inbox.value.filter(
		(one) => one.mayWrite && one.accepted && plain(titleOf(one, nameOf)).includes(plain(wanted.value.trim())),
	);
	const known = new Set(conversationsIn.inbox.value.map(({ otherId }) => otherId));
	const others = people.value.filter(({ id }) => !known.has(id));
	const toggle = (key: string) =>
		(chosen.value = chosen.value.includes(key) ? chosen.value.filter((one) => one !== key) : [...chosen.value, key]);
	/** A person's conversation, begun or not. Who is a stranger to them can send text alone. */
	const openWith = async (userId: string): Promise<string | null> => {
		const { conversation, people: told } = await api.openConversation(userId);
		meet(told);
		keepConversation(conversation);
		return conversation.accepted && conversation.mayWrite ? conversation.id : null;
	};
	const send = async () => {
		busy.value = true;
		const refused: string[] = [];
		try {
			for (const key of chosen.value) {
				const user = key.startsWith("@") ? people.value.find(({ id }) => `@${id}` === key) : undefined;
				const id = key.startsWith("@") ? await openWith(key.slice(1)) : key;
				if (id === null) {
					refused.push(user?.displayName ?? messagesWords.someone());
					continue;
				}
				const text = line.value.trim();
				outbox.add({
					clientId: crypto.randomUUID(),
					conversationId: id,
					content: { type: "video", videoId: card.id, ...(text ? { text } : {}) },
					file: null,
					replyTo: null,
				});
			}
			if (chosen.value.length > refused.length) void count(card);
			onClose();
			tell(refused.length > 0 ? messagesWords.getVideosLater({ names: listOf(refused) }) : messagesWords.sent());
		} catch (error) {
			tellFault(error, () => void send());
			busy.value = false;
		}
	};
	const row = (key: string, name: string, note: string, picture: ComponentChildren) => (
		<PickRow
			key={key}
			name={name}
			note={note}
			label={name}
			picture={picture}
			isChosen={chosen.value.includes(key)}
			onToggle={() => toggle(key)}
		/>
	);
	return (
		<Sheet title={messagesWords.sendTo()} size="tall" onClose={onClose}>
			<div class="sheet__content picker-sheet">
				<label class="chats__search">
					<Search size={18} />
					<input
						type="search"
						aria-label={messagesWords.findPeople()}
						placeholder={messagesWords.search()}
						value={wanted.value}
						onInput={(event) => (wanted.value = event.currentTarget.value)}
					/>
				</label>
				<div class="picker">
					<ul class="picker__list" aria-label={messagesWords.chatsAndPeople()}>
						{conversations.map((one) =>
							row(
								one.id,
								titleOf(one, nameOf),
								one.kind === "group" ? messagesWords.membersCounted({ count: one.memberCount }) : "",
								<ConversationPicture conversation={one} size={44} />,
							),
						)}
						{others.map((user) => row(`@${user.id}`, user.displayName, `@${user.username}`, <Avatar user={user} size={44} />))}
					</ul>
					{conversations.length + others.length === 0 && listStateOf("inbox").state !== "loading" && (
						<p class="quiet chats__nothing">{wanted.value ? messagesWords.nobodyByName() : messagesWords.followFew()}</p>
					)}
				</div>
				<div class="send-to__line">
					{card.thumbnail && <Picture src={card.thumbnail} width={36} height={48} class="send-to__cover" />}
					<input
						dir="auto"
						aria-label={messagesWords.addMessage()}
						placeholder={messagesWords.addMessageDots()}
						maxLength={MESSAGE_MAX}
						value={line.value}
						onInput={(event) => (line.value = event.currentTarget.value)}
					/>
				</div>
				<button
					type="button"
					class="button button--primary button--wide"
					disabled={chosen.value.length === 0 || busy.value}
					onClick={() => void send()}
				>
					{busy.value ? (
						<span class="spinner" />
					) : chosen.value.length > 1 ? (
						messagesWords.sendToMany({ count: chosen.value.length })
					) : (
						commentsWords.send()
					)}
				</button>
			</div>
		</Sheet>
	);
}

async function count(card: VideoCard): Promise<void> {
	actDuringImpression(card.id, "shared");
	const state = engagementOf(card);
	try {
		const { shareCount } = await social.share(card.id, "message");
		state.value = { ...state.value, shareCount };
	} catch {
		// It was sent; that it is not counted concerns nobody here.
	}
}
