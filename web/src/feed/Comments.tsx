import { useSignal } from "@preact/signals";
import { MessageCircle, SendHorizontal, Trash2 } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { COMMENT_MAX } from "../../../contracts/limits.ts";
import { account, requireAccount } from "../account/session.ts";
import type { Comment } from "../api/comments.ts";
import * as social from "../api/comments.ts";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { useDraft } from "../ui/drafts.ts";
import { ago } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { countComments } from "./engagement.ts";
import "./comments.css";

interface Thread {
	comments: readonly Comment[];
	cursor: string | null;
	state: "loading" | "ready" | "failed";
	error: unknown;
}
const EMPTY: Thread = { comments: [], cursor: null, state: "loading", error: null };

/** The comments of a video, newest first, and a line to write one. */
export function Comments({ videoId, canDeleteAll }: { videoId: string; canDeleteAll: boolean }) {
	const thread = useSignal<Thread>(EMPTY);
	const shown = useRef(videoId);
	/** Written here: a list that was asked for before does not know them. */
	const written = useRef<readonly Comment[]>([]);
	const load = async (cursor?: string) => {
		try {
			const page = await social.listComments(videoId, "newest", cursor);
			if (shown.current !== videoId) return;
			const known = cursor ? thread.value.comments : written.current;
			const listed = new Set(page.comments.map(({ id }) => id));
			thread.value = {
				comments: [...known.filter(({ id }) => !listed.has(id)), ...page.comments],
				cursor: page.nextCursor,
				state: "ready",
				error: null,
			};
			countComments(videoId, page.commentCount, false);
		} catch (error) {
			if (shown.current !== videoId) return;
			if (cursor) tellFault(error);
			else thread.value = { ...EMPTY, state: "failed", error };
		}
	};
	useEffect(() => {
		shown.current = videoId;
		written.current = [];
		thread.value = EMPTY;
		void load();
	}, [videoId]);
	const add = async (text: string) => {
		const { comment, commentCount } = await social.createComment(videoId, { text, clientId: crypto.randomUUID() });
		countComments(videoId, commentCount, true);
		if (shown.current !== videoId) return;
		written.current = [comment, ...written.current];
		thread.value = { ...thread.value, comments: [comment, ...thread.value.comments] };
	};
	const remove = async (comment: Comment) => {
		const before = thread.value;
		written.current = written.current.filter(({ id }) => id !== comment.id);
		thread.value = { ...before, comments: before.comments.filter(({ id }) => id !== comment.id) };
		try {
			await social.deleteComment(videoId, comment.id);
			void load();
		} catch (error) {
			thread.value = before;
			tellFault(error, () => void remove(comment));
		}
	};
	const { comments, cursor, state, error } = thread.value;
	return (
		<div class="comments">
			<div class="comments__list" data-scroll>
				{state === "loading" && <CommentSkeletons />}
				{state === "failed" && <FaultNotice error={error} onRetry={() => void load()} />}
				{state === "ready" && comments.length === 0 && (
					<Notice icon={<MessageCircle size={28} />} title="No comments yet">
						Say what you think. Yours would be the first.
					</Notice>
				)}
				<ul>
					{comments.map((comment) => (
						<CommentRow
							key={comment.id}
							comment={comment}
							onDelete={comment.isYours || canDeleteAll ? () => void remove(comment) : undefined}
						/>
					))}
				</ul>
				{cursor && (
					<button type="button" class="button button--small comments__more" onClick={() => void load(cursor)}>
						Show more
					</button>
				)}
			</div>
			<Composer videoId={videoId} onSend={add} />
		</div>
	);
}

function CommentRow({ comment, onDelete }: { comment: Comment; onDelete?: (() => void) | undefined }) {
	if (comment.user === null) return null;
	return (
		<li class="comment">
			<Avatar user={comment.user} size={36} />
			<div class="comment__body">
				<p class="comment__who">
					<Link href={`/@${comment.user.username}`}>
						<PersonName user={comment.user} />
					</Link>
					<span class="quiet">{ago(comment.createdAt, Date.now())}</span>
				</p>
				<p class="comment__text" dir="auto">
					{comment.text}
				</p>
			</div>
			{onDelete && (
				<button type="button" class="icon-button quiet" aria-label="Delete comment" onClick={onDelete}>
					<Trash2 size={17} />
				</button>
			)}
		</li>
	);
}

function Composer({ videoId, onSend }: { videoId: string; onSend(text: string): Promise<void> }) {
	const text = useDraft<string>(`comment.${videoId}`, "");
	const sending = useSignal(false);
	/** Once they have signed in; by then this stands no more. */
	const sendLater = (wanted: string) =>
		onSend(wanted).then(
			() => tell("Your comment is up"),
			(error: unknown) => tellFault(error, () => void sendLater(wanted)),
		);
	const send = async (event: Event) => {
		event.preventDefault();
		const wanted = text.value.trim();
		if (!wanted || sending.value || !requireAccount("to comment", () => sendLater(wanted))) return;
		sending.value = true;
		try {
			await onSend(wanted);
			text.forget();
		} catch (error) {
			tellFault(error);
		} finally {
			sending.value = false;
		}
	};
	return (
		<form class="composer" onSubmit={(event) => void send(event)}>
			{account.value && <Avatar user={account.value} size={36} />}
			<textarea
				rows={1}
				dir="auto"
				value={text.value}
				maxLength={COMMENT_MAX}
				placeholder="Add a comment…"
				aria-label="Add a comment"
				enterkeyhint="send"
				onInput={(event) => (text.value = event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === "Enter" && !event.shiftKey) void send(event);
				}}
			/>
			<button type="submit" class="icon-button composer__send" aria-label="Send" disabled={!text.value.trim() || sending.value}>
				{sending.value ? <span class="spinner" /> : <SendHorizontal size={20} />}
			</button>
		</form>
	);
}

const CommentSkeletons = () => (
	<div role="progressbar" aria-label="Loading comments">
		{[72, 48, 88, 60].map((width) => (
			<div class="comment" key={width}>
				<div class="skeleton comment__face" />
				<div class="comment__body">
					<div class="skeleton comment__line comment__line--short" />
					<div class="skeleton comment__line" style={{ width: `${width}%` }} />
				</div>
			</div>
		))}
	</div>
);
