import { signal } from "@preact/signals";
import type { Comment, CommentSort } from "../api/comments.ts";
import * as api from "../api/comments.ts";
import { countComments } from "../feed/engagement.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as commentsWords from "./comments.words.ts";

/** The answers of a thread as far as they are unfolded. */
interface Answers {
	items: readonly Comment[];
	cursor: string | null;
	isOpen: boolean;
	isLoading: boolean;
}
const FOLDED: Answers = { items: [], cursor: null, isOpen: false, isLoading: false };

/** A deletion can be undone this long, milliseconds: it is sent only then, or when the page is left. */
const UNDO_MS = 6_000;

/** The comments of one video: what is shown, and what is done to it. Each act shows at once and is undone, and told, when the server refuses. */
export class CommentList {
	readonly videoId: string;
	readonly sort = signal<CommentSort>("top");
	readonly comments = signal<readonly Comment[]>([]);
	readonly answers = signal<ReadonlyMap<string, Answers>>(new Map());
	readonly cursor = signal<string | null>(null);
	readonly state = signal<"loading" | "ready" | "failed">("loading");
	readonly error = signal<unknown>(null);
	readonly mayComment = signal(true);
	readonly commentsFrom = signal<"everyone" | "followers" | "off">("everyone");
	/** Came while the list was open, and are shown when they are asked for. */
	readonly waiting = signal<ReadonlySet<string>>(new Set());
	/** Written here: a list that was asked for before does not know them. */
	#written: readonly Comment[] = [];
	readonly #deleting = new Map<string, () => void>();

	constructor(videoId: string) {
		this.videoId = videoId;
	}

	async load(cursor?: string): Promise<void> {
		const sort = this.sort.value;
		try {
			const page = await api.listComments(this.videoId, sort, cursor);
			if (sort !== this.sort.value) return;
			const known = cursor ? this.comments.value : this.#written.filter(({ rootId }) => rootId === null);
			const listed = new Set(page.comments.map(({ id }) => id));
			this.comments.value = [...known.filter(({ id }) => !listed.has(id)), ...page.comments.filter(({ id }) => !this.#deleting.has(id))];
			this.cursor.value = page.nextCursor;
			this.mayComment.value = page.mayComment;
			this.commentsFrom.value = page.commentsFrom;
			this.state.value = "ready";
			if (!cursor) this.waiting.value = new Set();
			countComments(this.videoId, page.commentCount, false);
		} catch (error) {
			if (cursor || this.state.value === "ready") tellFault(error);
			else {
				this.state.value = "failed";
				this.error.value = error;
			}
		}
	}

	sortBy(sort: CommentSort): void {
		if (this.sort.value === sort) return;
		this.sort.value = sort;
		this.comments.value = [];
		this.cursor.value = null;
		this.state.value = "loading";
		void this.load();
	}

	/** Opens a thread where a link led, above all others. */
	async openAt(commentId: string): Promise<void> {
		try {
			const { thread, reply } = await api.getComment(this.videoId, commentId);
			this.comments.value = [thread, ...this.comments.value.filter(({ id }) => id !== thread.id)];
			this.#written = [thread, ...this.#written.filter(({ id }) => id !== thread.id)];
			if (reply) this.#setAnswers(thread.id, { items: [reply], cursor: null, isOpen: true, isLoading: false });
			if (reply) await this.unfold(thread.id);
		} catch (error) {
			tellFault(error);
		}
	}

	async unfold(rootId: string): Promise<void> {
		const held = this.answers.value.get(rootId) ?? FOLDED;
		this.#setAnswers(rootId, { ...held, isOpen: true, isLoading: true });
		try {
			const page = await api.listReplies(this.videoId, rootId, held.cursor ?? undefined);
			const now = this.answers.value.get(rootId) ?? FOLDED;
			const listed = new Set(page.comments.map(({ id }) => id));
			const before = now.items.filter(({ id }) => !listed.has(id));
			const items = held.cursor === null ? [...page.comments, ...before] : [...before, ...page.comments];
			this.#setAnswers(rootId, {
				items: items.filter(({ id }) => !this.#deleting.has(id)),
				cursor: page.nextCursor,
				isOpen: true,
				isLoading: false,
			});
		} catch (error) {
			this.#setAnswers(rootId, { ...held, isLoading: false });
			tellFault(error, () => void this.unfold(rootId));
		}
	}

	fold(rootId: string): void {
		this.#setAnswers(rootId, FOLDED);
	}

	async add(text: string, replyTo: Comment | null): Promise<void> {
		const { comment, commentCount } = await api.createComment(this.videoId, {
			text,
			clientId: crypto.randomUUID(),
			...(replyTo ? { replyTo: replyTo.id } : {}),
		});
		countComments(this.videoId, commentCount, true);
		this.#written = [comment, ...this.#written];
		if (comment.rootId === null) this.comments.value = [comment, ...this.comments.value.filter(({ id }) => id !== comment.id)];
		else {
			const held = this.answers.value.get(comment.rootId) ?? FOLDED;
			this.#setAnswers(comment.rootId, { ...held, items: [...held.items.filter(({ id }) => id !== comment.id), comment], isOpen: true });
			if (!comment.held) this.#patch(comment.rootId, ({ replyCount }) => ({ replyCount: replyCount + 1 }));
		}
		if (comment.held) tell(commentsWords.upOnceSeen());
	}

	async edit(comment: Comment, text: string): Promise<void> {
		const { comment: after } = await api.editComment(this.videoId, comment.id, text);
		this.#patch(comment.id, () => after);
	}

	async like(comment: Comment, liked: boolean): Promise<void> {
		const before = { liked: comment.liked, likeCount: comment.likeCount };
		this.#patch(comment.id, ({ likeCount }) => ({ liked, likeCount: Math.max(0, likeCount + (liked ? 1 : -1)) }));
		try {
			const { likeCount } = await api.likeComment(this.videoId, comment.id, liked);
			this.#patch(comment.id, () => ({ likeCount }));
		} catch (error) {
			this.#patch(comment.id, () => before);
			tellFault(error, () => void this.like(comment, liked));
		}
	}

	async heart(comment: Comment, hearted: boolean): Promise<void> {
		this.#patch(comment.id, () => ({ hearted }));
		try {
			await api.heartComment(this.videoId, comment.id, hearted);
		} catch (error) {
			this.#patch(comment.id, () => ({ hearted: !hearted }));
			tellFault(error, () => void this.heart(comment, hearted));
		}
	}

	async pin(comment: Comment, pinned: boolean): Promise<void> {
		const before = this.comments.value;
		const others = before.filter(({ id }) => id !== comment.id).map((other) => (pinned ? { ...other, pinned: false } : other));
		this.comments.value = [{ ...comment, pinned }, ...others];
		try {
			await api.pinComment(this.videoId, comment.id, pinned);
			tell(pinned ? commentsWords.pinnedOnTop() : commentsWords.notPinned());
		} catch (error) {
			this.comments.value = before;
			tellFault(error, () => void this.pin(comment, pinned));
		}
	}

	/** Gone at once; the server is told when the moment to undo it is over, or the page is left. */
	remove(comment: Comment): void {
		const before = { comments: this.comments.value, answers: this.answers.value };
		const send = () => {
			clearTimeout(timer);
			removeEventListener("pagehide", send);
			if (!this.#deleting.delete(comment.id)) return;
			api.deleteComment(this.videoId, comment.id).then(
				() => void this.refresh(comment),
				(error: unknown) => {
					this.comments.value = before.comments;
					this.answers.value = before.answers;
					tellFault(error, () => this.remove(comment));
				},
			);
		};
		const timer = setTimeout(send, UNDO_MS);
		this.#deleting.set(comment.id, send);
		addEventListener("pagehide", send);
		this.#written = this.#written.filter(({ id }) => id !== comment.id);
		this.#takeOut(comment);
		tell(commentsWords.deletedNow(), {
			label: uiWords.undo(),
			run: () => {
				clearTimeout(timer);
				removeEventListener("pagehide", send);
				if (!this.#deleting.delete(comment.id)) return;
				this.comments.value = before.comments;
				this.answers.value = before.answers;
			},
		});
	}

	/** The list is left: what can't be undone any more is sent. */
	leave(): void {
		for (const send of [...this.#deleting.values()]) send();
	}

	/** Somebody wrote, changed or deleted a comment while the list is open. */
	async hear(change: "created" | "changed" | "removed", commentId: string, count: number | null): Promise<void> {
		if (count !== null) countComments(this.videoId, count, false);
		if (this.#knows(commentId)) {
			if (change === "changed") {
				const found = await api.getComment(this.videoId, commentId).catch(() => null);
				if (found) this.#patch(commentId, () => found.reply ?? found.thread);
			} else if (change === "removed") this.#dropShown(commentId);
		} else if (change === "created") this.waiting.value = new Set([...this.waiting.value, commentId]);
		if (change === "removed") this.waiting.value = new Set([...this.waiting.value].filter((id) => id !== commentId));
	}

	async showWaiting(): Promise<void> {
		this.sort.value = "newest";
		await this.load();
	}

	/** Looks whether there are others by now, where nobody tells. */
	async look(): Promise<void> {
		const page = await api.listComments(this.videoId, "newest").catch(() => null);
		if (page === null || this.state.value !== "ready") return;
		countComments(this.videoId, page.commentCount, false);
		const latest = this.comments.value.reduce((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), 0n);
		const fresh = page.comments.filter(({ id }) => BigInt(id) > latest && !this.#knows(id)).map(({ id }) => id);
		if (fresh.length > 0) this.waiting.value = new Set([...this.waiting.value, ...fresh]);
	}

	async refresh(comment: Comment): Promise<void> {
		const page = await api.listComments(this.videoId, this.sort.value).catch(() => null);
		if (page === null) return;
		countComments(this.videoId, page.commentCount, false);
		const place = page.comments.find(({ id }) => id === (comment.rootId ?? comment.id));
		if (place && !this.#knows(place.id))
			this.comments.value = [...this.comments.value, place].sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)));
	}

	#knows(id: string): boolean {
		return (
			this.#deleting.has(id) ||
			this.comments.value.some((comment) => comment.id === id) ||
			[...this.answers.value.values()].some(({ items }) => items.some((comment) => comment.id === id))
		);
	}

	#dropShown(id: string): void {
		const comment = [...this.comments.value, ...[...this.answers.value.values()].flatMap(({ items }) => items)].find(
			(one) => one.id === id,
		);
		if (comment) this.#takeOut(comment);
	}

	#takeOut(comment: Comment): void {
		if (comment.rootId === null && comment.replyCount > 0) {
			this.#patch(comment.id, () => ({ deleted: true, user: null, text: "", mentions: [], isYours: false, pinned: false, hearted: false }));
			return;
		}
		if (comment.rootId === null) this.comments.value = this.comments.value.filter(({ id }) => id !== comment.id);
		else {
			const held = this.answers.value.get(comment.rootId) ?? FOLDED;
			this.#setAnswers(comment.rootId, { ...held, items: held.items.filter(({ id }) => id !== comment.id) });
			this.#patch(comment.rootId, ({ replyCount }) => ({ replyCount: Math.max(0, replyCount - 1) }));
		}
	}

	#patch(id: string, change: (comment: Comment) => Partial<Comment>): void {
		const apply = (comment: Comment) => (comment.id === id ? { ...comment, ...change(comment) } : comment);
		this.comments.value = this.comments.value.map(apply);
		this.answers.value = new Map([...this.answers.value].map(([rootId, held]) => [rootId, { ...held, items: held.items.map(apply) }]));
	}

	#setAnswers(rootId: string, answers: Answers): void {
		this.answers.value = new Map([...this.answers.value, [rootId, answers]]);
	}
}
