import {
	AtSign,
	CircleCheck,
	Flag,
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
import { account } from "../account/session.ts";
import type { Notification } from "../api/notifications.ts";
import { Link } from "../shell/Link.tsx";
import { Mark } from "../shell/Mark.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { ago } from "../ui/format.ts";
import * as inboxWords from "./inbox.words.ts";
import { noteWords } from "./noteWords.ts";

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
	decision: <Scale size={14} strokeWidth={2.6} />,
	report: <Flag size={14} strokeWidth={2.6} />,
	account: <ShieldCheck size={14} strokeWidth={2.6} />,
};

const targetOf = ({ type, actor, videoId, commentId, conversationId }: Notification): string => {
	if (type === "account") return "/settings";
	if (type === "decision") return "/settings/standing";
	if (type === "report") return "/settings/reports";
	if (type === "message") return conversationId ? `/messages/${conversationId}` : "/messages";
	if (type === "request") return "/settings/requests";
	if ((type === "follow" || type === "accept") && actor) return `/@${actor.username}`;
	if (type === "video_failed" || type === "verdict") return "/studio";
	if (!videoId) return account.value ? `/@${account.value.username}` : "/";
	return commentId ? `/v/${videoId}?comment=${commentId}` : `/v/${videoId}`;
};

interface NoteRowProps {
	note: Notification;
	/** Shows everybody that a grouped notification tells of. */
	onPeople(): void;
}

/** What happened, who did it, and the way there. */
export function NoteRow({ note, onPeople }: NoteRowProps) {
	const isGroup = note.actorCount > 1;
	const text = (
		<>
			<bdi>{noteWords(note)}</bdi>
			<span class="quiet">{ago(note.createdAt, Date.now())}</span>
		</>
	);
	return (
		<div class={note.read ? "note" : "note note--new"}>
			{isGroup ? (
				<button type="button" class="note__face" onClick={onPeople}>
					<span class="visually-hidden">{inboxWords.allPeople({ count: note.actorCount })}</span>
					<span aria-hidden="true">
						<Faces note={note} />
					</span>
				</button>
			) : (
				<Link href={note.actor ? `/@${note.actor.username}` : targetOf(note)} class="note__face" aria-hidden="true" tabIndex={-1}>
					<Faces note={note} />
				</Link>
			)}
			{isGroup && note.type === "follow" ? (
				<button type="button" class="note__text" onClick={onPeople}>
					{text}
				</button>
			) : (
				<Link href={targetOf(note)} class="note__text">
					{text}
				</Link>
			)}
			{!note.read && <span class="note__dot" role="img" aria-label={inboxWords.newMark()} />}
		</div>
	);
}

function Faces({ note: { actor, actors, type } }: { note: Notification }) {
	const [, second] = actors;
	return (
		<>
			{second && actor ? (
				<span class="note__two">
					<Avatar user={second} size={36} />
					<Avatar user={actor} size={36} />
				</span>
			) : actor ? (
				<Avatar user={actor} size={48} />
			) : (
				<span class="note__mark">
					<Mark size={28} />
				</span>
			)}
			<span class={`note__type note__type--${type}`}>{ICONS[type]}</span>
		</>
	);
}
