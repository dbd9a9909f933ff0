import { useSignal } from "@preact/signals";
import { Bell, BellOff, Flag, Lock, LockOpen, LogOut, PencilLine, Trash2, UserRound, UserRoundPlus, UserRoundX } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { GROUP_NAME_MAX } from "../../../contracts/limits.ts";
import type { Conversation } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import type { UserSummary } from "../api/social.ts";
import * as social from "../api/social.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as profileWords from "../profile/profile.words.ts";
import { AskSheet } from "../ui/AskSheet.tsx";
import { Field } from "../ui/Field.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { ConversationPicture } from "./ConversationPicture.tsx";
import { conversationOf, forgetConversation, isMuted, keepConversation, tookMute } from "./conversations.ts";
import { JoinLink } from "./JoinLink.tsx";
import { JoinRequests } from "./JoinRequests.tsx";
import { MemberList } from "./MemberList.tsx";
import { Row } from "./MessageSheet.tsx";
import * as messagesWords from "./messages.words.ts";
import { notAskedWords } from "./NewMessageSheet.tsx";
import { PeoplePicker } from "./PeoplePicker.tsx";
import { meet, nameOf, personOf } from "./people.ts";
import { reportIn } from "./report.ts";
import { forgetRoom, type Room } from "./room.ts";
import { titleOf } from "./words.ts";

interface DetailsSheetProps {
	room: Room;
	onClose(): void;
	/** It is no longer in the viewer's list. */
	onGone(): void;
}
type Shown = "details" | "add" | "rename" | "mute" | "leave" | "block";

const HOUR_MS = 3_600_000;
const MUTES: readonly (readonly [label: () => string, ms: number | null])[] = [
	[messagesWords.forAnHour, HOUR_MS],
	[messagesWords.for8Hours, 8 * HOUR_MS],
	[messagesWords.forAWeek, 7 * 24 * HOUR_MS],
	[messagesWords.untilTurnedOn, null],
];

/** Who is in a conversation, and what can be done about it. */
export function DetailsSheet({ room, onClose, onGone }: DetailsSheetProps) {
	const shows = useSignal<Shown>("details");
	const busy = useSignal(false);
	const conversation = conversationOf(room.id);
	useEffect(() => {
		void room.refreshDetails().catch(tellFault);
	}, [room]);
	if (!conversation) return null;
	const back = () => (shows.value = "details");
	const act = async (work: () => Promise<unknown>) => {
		if (busy.value) return;
		busy.value = true;
		try {
			await work();
			back();
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	const gone = () => {
		forgetConversation(room.id);
		forgetRoom(room.id);
		onClose();
		onGone();
	};
	const name = titleOf(conversation, nameOf);
	switch (shows.value) {
		case "add":
			return <AddSheet room={room} onDone={back} onClose={onClose} />;
		case "rename":
			return <RenameSheet conversation={conversation} onDone={back} onClose={onClose} />;
		case "mute":
			return (
				<Sheet title={messagesWords.muteMessages()} onClose={onClose}>
					<ul class="sheet__content">
						{MUTES.map(([label, ms]) => (
							<Row
								key={ms}
								icon={<BellOff size={22} />}
								label={label()}
								onClick={() =>
									void act(async () => {
										const until = ms === null ? null : new Date(Date.now() + ms).toISOString();
										tookMute(room.id, (await api.muteConversation(room.id, until)).mutedUntil);
									})
								}
							/>
						))}
					</ul>
				</Sheet>
			);
		case "leave":
			return (
				<AskSheet
					title={conversation.kind === "group" ? messagesWords.leaveName({ name }) : messagesWords.deleteChatAsk()}
					points={
						conversation.kind === "group"
							? [messagesWords.leaveNoMore(), messagesWords.leaveSeen(), messagesWords.leaveBack()]
							: [messagesWords.deleteList(), messagesWords.deleteOther({ name })]
					}
					act={conversation.kind === "group" ? messagesWords.leave() : commentsWords.remove()}
					onAct={() =>
						void act(async () => {
							await api.leaveConversation(room.id);
							gone();
						})
					}
					onCancel={back}
					onClose={onClose}
				/>
			);
		case "block":
			return (
				<AskSheet
					title={profileWords.blockAsk({ displayName: name })}
					points={[messagesWords.blockNote(), messagesWords.blockFollow(), profileWords.blockUntold()]}
					act={profileWords.block()}
					onAct={() =>
						void act(async () => {
							if (conversation.otherId) await social.block(conversation.otherId);
							tell(profileWords.blocked({ displayName: name }));
							await room.refreshDetails().catch(() => undefined);
						})
					}
					onCancel={back}
					onClose={onClose}
				/>
			);
		default:
			return <Details room={room} conversation={conversation} onShow={(shown) => (shows.value = shown)} onClose={onClose} act={act} />;
	}
}

interface DetailsProps {
	room: Room;
	conversation: Conversation;
	onShow(shown: Shown): void;
	onClose(): void;
	act(work: () => Promise<unknown>): Promise<void>;
}

function Details({ room, conversation, onShow, onClose, act }: DetailsProps) {
	const [, navigate] = useLocation();
	const isGroup = conversation.kind === "group";
	const leads = isGroup && (conversation.role === "owner" || conversation.role === "admin");
	const isIn = conversation.standing === "member";
	const other = personOf(conversation.otherId);
	const report = () => {
		onClose();
		reportIn(conversation, { personId: conversation.otherId });
	};
	return (
		<Sheet
			title={titleOf(conversation, nameOf)}
			emblem={<ConversationPicture conversation={conversation} size={72} />}
			size={isGroup ? "tall" : "snug"}
			onClose={onClose}
		>
			<div class="sheet__content details">
				<ul>
					{other && (
						<Row
							icon={<UserRound size={22} />}
							label={messagesWords.profile()}
							onClick={() => navigate(`/@${other.username}`, { replace: true })}
						/>
					)}
					{isIn && leads && <Row icon={<PencilLine size={22} />} label={messagesWords.renameGroup()} onClick={() => onShow("rename")} />}
					{isIn && isGroup && (
						<Row
							icon={<UserRoundPlus size={22} />}
							label={messagesWords.addPeople()}
							note={messagesWords.addPeopleNote()}
							onClick={() => onShow("add")}
						/>
					)}
					{isIn && leads && (
						<Row
							icon={conversation.locked ? <LockOpen size={22} /> : <Lock size={22} />}
							label={conversation.locked ? messagesWords.unlockGroup() : messagesWords.lockGroup()}
							note={conversation.locked ? messagesWords.unlockNote() : messagesWords.lockNote()}
							onClick={() =>
								void act(async () =>
									keepConversation((await api.updateConversation(room.id, { locked: !conversation.locked })).conversation),
								)
							}
						/>
					)}
					<Row
						icon={isMuted(conversation) ? <Bell size={22} /> : <BellOff size={22} />}
						label={isMuted(conversation) ? profileWords.unmute() : profileWords.mute()}
						onClick={() =>
							isMuted(conversation)
								? void act(async () => tookMute(room.id, (await api.unmuteConversation(room.id)).mutedUntil))
								: onShow("mute")
						}
					/>
				</ul>
				{isIn && leads && <JoinLink room={room} />}
				{isIn && leads && room.joinRequests.value > 0 && <JoinRequests room={room} />}
				{isGroup && <MemberList room={room} conversation={conversation} />}
				<ul>
					<Row icon={<Flag size={22} />} label={messagesWords.report()} isDanger onClick={report} />
					{other && isIn && (
						<Row
							icon={<UserRoundX size={22} />}
							label={profileWords.blockName({ displayName: other.displayName })}
							isDanger
							onClick={() => onShow("block")}
						/>
					)}
					<Row
						icon={isGroup ? <LogOut size={22} /> : <Trash2 size={22} />}
						label={isGroup ? messagesWords.leaveGroup() : messagesWords.deleteChat()}
						isDanger
						onClick={() => onShow("leave")}
					/>
				</ul>
			</div>
		</Sheet>
	);
}

function RenameSheet({ conversation, onDone, onClose }: { conversation: Conversation; onDone(): void; onClose(): void }) {
	const name = useSignal(conversation.name ?? "");
	const busy = useSignal(false);
	const save = async () => {
		if (busy.value || !name.value.trim()) return;
		busy.value = true;
		try {
			keepConversation((await api.updateConversation(conversation.id, { name: name.value.trim() })).conversation);
			onDone();
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<Sheet title={messagesWords.renameGroup()} onClose={onClose}>
			<form
				class="sheet__content picker-sheet"
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<Field label={messagesWords.groupName()} value={name.value} maxLength={GROUP_NAME_MAX} onValue={(value) => (name.value = value)} />
				<button type="submit" class="button button--primary button--wide" disabled={!name.value.trim() || busy.value}>
					{uiWords.save()}
				</button>
			</form>
		</Sheet>
	);
}

function AddSheet({ room, onDone, onClose }: { room: Room; onDone(): void; onClose(): void }) {
	const chosen = useSignal<readonly UserSummary[]>([]);
	const busy = useSignal(false);
	const add = async () => {
		busy.value = true;
		try {
			const { conversation, people, notAsked } = await api.addMembers(
				room.id,
				chosen.value.map(({ id }) => id),
			);
			meet([...people, ...chosen.value]);
			keepConversation(conversation);
			await room.refreshDetails();
			const asked = chosen.value.length - notAsked.length;
			tell(notAskedWords(notAsked, chosen.value) ?? messagesWords.askedPeople({ count: asked }));
			onDone();
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<Sheet title={messagesWords.addPeople()} size="tall" onClose={onClose}>
			<div class="sheet__content picker-sheet">
				<PeoplePicker
					chosen={chosen.value}
					onChange={(people) => (chosen.value = people)}
					without={room.members.value.map(({ userId }) => userId)}
				/>
				<button
					type="button"
					class="button button--primary button--wide"
					disabled={chosen.value.length === 0 || busy.value}
					onClick={() => void add()}
				>
					{busy.value ? <span class="spinner" /> : messagesWords.askThemIn()}
				</button>
			</div>
		</Sheet>
	);
}
