import { useSignal } from "@preact/signals";
import { Ellipsis, Flag, Heart, Link2, Pencil, Pin, Reply, Trash2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { COMMENT_EDIT_MS } from "../../../contracts/limits.ts";
import { requireAccount } from "../account/session.ts";
import type { Comment } from "../api/comments.ts";
import * as feedWords from "../feed/feed.words.ts";
import { hiddenComments, showComment } from "../reports/hiddenComments.ts";
import * as reportsWords from "../reports/reports.words.ts";
import { reportComment } from "../reports/things.ts";
import { Link } from "../shell/Link.tsx";
import { TaggedText } from "../tags/TaggedText.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { ago, shortCount } from "../ui/format.ts";
import { PersonName } from "../ui/PersonName.tsx";
import { tell } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import type { CommentList } from "./commentList.ts";
import * as commentsWords from "./comments.words.ts";

interface RowProps {
	comment: Comment;
	list: CommentList;
	/** The video is the viewer's own. */
	isCreator: boolean;
	creatorId: string;
	/** A link led here. */
	isLinked: boolean;
	onReply(comment: Comment): void;
	onEdit(comment: Comment): void;
}

/** How long a finger rests on a comment until its menu opens, milliseconds. */
const HOLD_MS = 450;

/** One comment, with what can be done to it behind "…" or a long press. */
export function CommentRow({ comment, list, isCreator, creatorId, isLinked, onReply, onEdit }: RowProps) {
	const isOpen = useSignal(false);
	const row = useRef<HTMLDivElement>(null);
	const hold = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	useEffect(() => {
		if (isLinked) row.current?.scrollIntoView({ block: "center" });
	}, [isLinked]);
	if (comment.user === null) return <p class="comment comment--gone quiet">{commentsWords.deleted()}</p>;
	if (hiddenComments.value.has(comment.id)) {
		return (
			<p class="comment comment--gone quiet">
				{reportsWords.youReported()}{" "}
				<button type="button" class="comment__act" onClick={() => showComment(comment.id)}>
					{reportsWords.show()}
				</button>
			</p>
		);
	}
	const { user, liked, likeCount } = comment;
	const rest = () => clearTimeout(hold.current);
	return (
		<div
			class={isLinked ? "comment comment--linked" : "comment"}
			ref={row}
			onTouchStart={() => (hold.current = setTimeout(() => (isOpen.value = true), HOLD_MS))}
			onTouchEnd={rest}
			onTouchMove={rest}
		>
			<Avatar user={user} size={comment.rootId === null ? 36 : 28} />
			<div class="comment__body">
				<p class="comment__who">
					<Link href={`/@${user.username}`}>
						<PersonName user={user} />
					</Link>
					{user.id === creatorId && <span class="comment__mark">{commentsWords.creator()}</span>}
					<span class="quiet">{ago(comment.createdAt, Date.now())}</span>
					{comment.editedAt && <span class="quiet">{commentsWords.edited()}</span>}
					{comment.pinned && (
						<span class="quiet">
							<Pin size={12} aria-hidden="true" /> {commentsWords.pinned()}
						</span>
					)}
				</p>
				<p class="comment__text" dir="auto">
					<CommentText comment={comment} />
				</p>
				{comment.held && <p class="comment__held quiet">{commentsWords.waits()}</p>}
				<p class="comment__acts">
					{!comment.held && (
						<button type="button" class="comment__act" onClick={() => onReply(comment)}>
							{commentsWords.reply()}
						</button>
					)}
					{comment.hearted && (
						<span class="comment__hearted" role="img" aria-label={commentsWords.creatorLikes()}>
							<Heart size={13} fill="currentColor" strokeWidth={0} />
						</span>
					)}
					<button
						type="button"
						class="comment__act"
						aria-label={feedWords.more()}
						aria-expanded={isOpen.value}
						onClick={() => (isOpen.value = !isOpen.value)}
					>
						<Ellipsis size={18} />
					</button>
				</p>
				{isOpen.value && (
					<Menu
						comment={comment}
						list={list}
						isCreator={isCreator}
						onReply={onReply}
						onEdit={onEdit}
						onDone={() => (isOpen.value = false)}
					/>
				)}
			</div>
			<button
				type="button"
				class={liked ? "comment__like comment__like--on" : "comment__like"}
				aria-label={commentsWords.likeCounted({ count: likeCount })}
				aria-pressed={liked}
				disabled={comment.held}
				onClick={() =>
					requireAccount(commentsWords.joinToLikeComments(), () => list.like(comment, !liked)) && void list.like(comment, !liked)
				}
			>
				<Heart size={17} fill={liked ? "currentColor" : "none"} />
				{likeCount > 0 && <span class="numeric">{shortCount(likeCount)}</span>}
			</button>
		</div>
	);
}

interface MenuProps extends Pick<RowProps, "comment" | "list" | "isCreator" | "onReply" | "onEdit"> {
	onDone(): void;
}

function Menu({ comment, list, isCreator, onReply, onEdit, onDone }: MenuProps) {
	const act = (action: () => void) => () => {
		onDone();
		action();
	};
	const mayEdit = comment.isYours && Date.now() - Date.parse(comment.createdAt) < COMMENT_EDIT_MS;
	return (
		<fieldset class="comment__menu" aria-label={commentsWords.whatToDo()}>
			{!comment.held && (
				<Choice icon={<Reply size={17} />} onClick={act(() => onReply(comment))}>
					{commentsWords.reply()}
				</Choice>
			)}
			{mayEdit && (
				<Choice icon={<Pencil size={17} />} onClick={act(() => onEdit(comment))}>
					{commentsWords.edit()}
				</Choice>
			)}
			{isCreator && !comment.held && (
				<>
					<Choice icon={<Heart size={17} />} onClick={act(() => void list.heart(comment, !comment.hearted))}>
						{comment.hearted ? commentsWords.takeHeart() : commentsWords.giveHeart()}
					</Choice>
					{comment.rootId === null && (
						<Choice icon={<Pin size={17} />} onClick={act(() => void list.pin(comment, !comment.pinned))}>
							{comment.pinned ? commentsWords.unpin() : commentsWords.pinOnTop()}
						</Choice>
					)}
				</>
			)}
			<Choice icon={<Link2 size={17} />} onClick={act(() => void copyLink(comment))}>
				{uiWords.copyLink()}
			</Choice>
			{!comment.isYours && (
				<Choice icon={<Flag size={17} />} onClick={act(() => reportComment(comment))}>
					{reportsWords.report()}
				</Choice>
			)}
			{(comment.isYours || isCreator) && (
				<Choice icon={<Trash2 size={17} />} onClick={act(() => list.remove(comment))}>
					{commentsWords.remove()}
				</Choice>
			)}
		</fieldset>
	);
}

const Choice = ({ icon, onClick, children }: { icon: ComponentChildren; onClick(): void; children: ComponentChildren }) => (
	<button type="button" class="comment__choice" onClick={onClick}>
		{icon} {children}
	</button>
);

async function copyLink({ videoId, id }: Comment): Promise<void> {
	const url = `${location.origin}/v/${videoId}?comment=${id}`;
	await navigator.clipboard.writeText(url).then(
		() => tell(feedWords.linkCopied()),
		() => tell(commentsWords.copyNotAllowed({ url })),
	);
}

/** The words, with those mentioned as links to them. */
function CommentText({ comment: { text, mentions } }: { comment: Comment }) {
	const parts: ComponentChildren[] = [];
	let at = 0;
	for (const { start, length, user } of mentions) {
		parts.push(
			<TaggedText key={`before ${start}`} text={text.slice(at, start)} />,
			<Link key={start} href={`/@${user.username}`} class="comment__mention">
				{text.slice(start, start + length)}
			</Link>,
		);
		at = start + length;
	}
	return (
		<>
			{parts}
			<TaggedText text={text.slice(at)} />
		</>
	);
}
