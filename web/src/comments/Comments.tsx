import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { ArrowUp, MessageCircle } from "lucide-preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { account } from "../account/session.ts";
import type { Comment } from "../api/comments.ts";
import { isLive, liveComments, watchComments } from "../live/live.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { CommentRow } from "./CommentRow.tsx";
import { CommentSkeletons } from "./CommentSkeletons.tsx";
import { Composer, type Writing } from "./Composer.tsx";
import { CommentList } from "./commentList.ts";
import * as commentsWords from "./comments.words.ts";
import "../ui/segments.css";
import "../ui/writing.css";
import "./comments.css";

/** Without a socket new comments are looked for this often, milliseconds. */
const ASK_EVERY_MS = 20_000;

export interface CommentsProps {
	videoId: string;
	creatorId: string;
	/** The comment a link led to. */
	linked?: string | null;
}

/** The comments of a video in threads, the best or the newest first, and a line to write one. */
export function Comments({ videoId, creatorId, linked = null }: CommentsProps) {
	const list = useMemo(() => new CommentList(videoId), [videoId]);
	const writing = useSignal<Writing>(null);
	const top = useRef<HTMLDivElement>(null);
	useEffect(() => {
		writing.value = null;
		void list.load().then(() => (linked ? list.openAt(linked) : undefined));
		const stop = watchComments(videoId, (told) => {
			if (told.kind === "comment") void list.hear(told.change, told.commentId, told.commentCount);
		});
		return () => {
			stop();
			list.leave();
		};
	}, [list, linked]);
	useSignalEffect(() => {
		if (isLive.value && liveComments.value === videoId) return;
		const timer = setInterval(() => void list.look(), ASK_EVERY_MS);
		return () => clearInterval(timer);
	});
	const isCreator = account.value?.id === creatorId;
	const send = (text: string) => {
		const now = writing.value;
		const sent = now?.kind === "edit" ? list.edit(now.comment, text) : list.add(text, now?.comment ?? null);
		return sent.then(() => {
			writing.value = null;
		});
	};
	const { comments, cursor, state, error, waiting, sort } = list;
	const fresh = waiting.value.size;
	const rowOf = (comment: Comment) => (
		<CommentRow
			comment={comment}
			list={list}
			isCreator={isCreator}
			creatorId={creatorId}
			isLinked={comment.id === linked}
			onReply={(to) => (writing.value = { kind: "reply", comment: to })}
			onEdit={(what) => (writing.value = { kind: "edit", comment: what })}
		/>
	);
	return (
		<div class="comments">
			<div class="segments comments__sort" role="radiogroup" aria-label={commentsWords.order()}>
				{(["top", "newest"] as const).map((order) => (
					<label key={order}>
						<input type="radio" name={`order-${videoId}`} checked={sort.value === order} onChange={() => list.sortBy(order)} />
						<span>{order === "top" ? commentsWords.top() : commentsWords.newest()}</span>
					</label>
				))}
			</div>
			<div class="comments__list" data-scroll ref={top}>
				{fresh > 0 && (
					<button
						type="button"
						class="button button--small comments__fresh"
						onClick={() => void list.showWaiting().then(() => top.current?.scrollTo({ top: 0 }))}
					>
						<ArrowUp size={15} /> {commentsWords.fresh({ count: fresh })}
					</button>
				)}
				{state.value === "loading" && <CommentSkeletons />}
				{state.value === "failed" && <FaultNotice error={error.value} onRetry={() => void list.load()} />}
				{state.value === "ready" && comments.value.length === 0 && (
					<Notice icon={<MessageCircle size={28} />} title={list.mayComment.value ? commentsWords.none() : commentsWords.noneHere()}>
						{list.mayComment.value ? commentsWords.beFirst() : commentsWords.quiet()}
					</Notice>
				)}
				<ul>
					{comments.value.map((comment) => (
						<li key={comment.id}>
							{rowOf(comment)}
							<Answers list={list} root={comment} rowOf={rowOf} />
						</li>
					))}
				</ul>
				{cursor.value && (
					<button type="button" class="button button--small comments__more" onClick={() => void list.load(cursor.value ?? undefined)}>
						{commentsWords.showMore()}
					</button>
				)}
			</div>
			{list.mayComment.value ? (
				<Composer
					key={writing.value ? `${writing.value.kind}${writing.value.comment.id}` : "new"}
					videoId={videoId}
					writing={writing.value}
					onSend={send}
					onCancel={() => (writing.value = null)}
				/>
			) : (
				<p class="comments__closed quiet">{list.commentsFrom.value === "off" ? commentsWords.off() : commentsWords.followersOnly()}</p>
			)}
		</div>
	);
}

function Answers({ list, root, rowOf }: { list: CommentList; root: Comment; rowOf(comment: Comment): preact.JSX.Element }) {
	const held = useComputed(() => list.answers.value.get(root.id));
	const { items = [], cursor = null, isOpen = false, isLoading = false } = held.value ?? {};
	const left = root.replyCount - items.length;
	if (root.replyCount === 0 && items.length === 0) return null;
	return (
		<div class="answers">
			{items.length > 0 && (
				<ul>
					{items.map((answer) => (
						<li key={answer.id}>{rowOf(answer)}</li>
					))}
				</ul>
			)}
			{isLoading && <span class="spinner" role="progressbar" aria-label={commentsWords.loadingReplies()} />}
			{!isLoading && (!isOpen || cursor !== null || left > 0) && (
				<button type="button" class="answers__more" onClick={() => void list.unfold(root.id)}>
					{isOpen ? commentsWords.moreReplies() : commentsWords.viewReplies({ count: root.replyCount })}
				</button>
			)}
			{isOpen && (
				<button type="button" class="answers__more" onClick={() => list.fold(root.id)}>
					{uiWords.hide()}
				</button>
			)}
		</div>
	);
}
