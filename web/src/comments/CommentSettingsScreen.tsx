import { useSignal } from "@preact/signals";
import { MessageCircleHeart } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { account, isSignedIn, isTeens } from "../account/session.ts";
import type { CommentRules, CommentsFrom, HeldComment } from "../api/comments.ts";
import * as api from "../api/comments.ts";
import * as feedWords from "../feed/feed.words.ts";
import { weave } from "../language/weave.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as commentsWords from "./comments.words.ts";
import "../ui/segments.css";
import "./comment-settings.css";

const AUDIENCES: readonly (readonly [CommentsFrom, () => string])[] = [
	["everyone", commentsWords.everyone],
	["followers", commentsWords.followers],
	["off", commentsWords.nobody],
];
const wordsOf = (text: string): string[] => text.split(/[\n,]/).flatMap((word) => word.trim() || []);

/** Who may comment on one's videos, and what waits for one's approval. */
export function CommentSettingsScreen() {
	useTitle(feedWords.comments());
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{feedWords.comments()}</h1>
			</header>
			{isSignedIn.value && (
				<>
					<AllVideos />
					<Queue />
				</>
			)}
		</main>
	);
}

function AllVideos() {
	const rules = useSignal<CommentRules | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		api
			.commentRules()
			.then((read) => (rules.value = read))
			.catch((error: unknown) => (fault.value = error));
	useEffect(() => void load(), []);
	const save = async (change: Partial<CommentRules>) => {
		const before = rules.value;
		if (!before) return;
		rules.value = { ...before, ...change };
		try {
			rules.value = await api.setCommentRules({ ...before, ...change });
			tell(commentsWords.saved());
		} catch (error) {
			rules.value = before;
			tellFault(error, () => void save(change));
		}
	};
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	return <section>{rules.value && <RulesFields rules={rules.value} onChange={(change) => void save(change)} />}</section>;
}

/** The same fields for all videos. */
function RulesFields({ rules, onChange }: { rules: CommentRules; onChange(change: Partial<CommentRules>): void }) {
	return (
		<>
			<h2>{commentsWords.allVideos()}</h2>
			<div class="segments" role="radiogroup" aria-label={commentsWords.whoCan()}>
				{AUDIENCES.filter(([value]) => value !== "everyone" || !isTeens(account.value)).map(([value, label]) => (
					<label key={value}>
						<input
							type="radio"
							name="comments-from"
							checked={rules.commentsFrom === value}
							onChange={() => onChange({ commentsFrom: value })}
						/>
						<span>{label()}</span>
					</label>
				))}
			</div>
			<label class="comment-rule">
				<input type="checkbox" checked={rules.holdAll} onChange={(event) => onChange({ holdAll: event.currentTarget.checked })} />
				<span>{commentsWords.seeFirst()}</span>
			</label>
			<div class="field">
				<label for="held-words">{commentsWords.filtered()}</label>
				<textarea
					id="held-words"
					rows={3}
					defaultValue={rules.words.join("\n")}
					placeholder={commentsWords.onePerLine()}
					onChange={(event) => onChange({ words: wordsOf(event.currentTarget.value) })}
				/>
			</div>
		</>
	);
}

function Queue() {
	const held = useSignal<readonly HeldComment[] | null>(null);
	const cursor = useSignal<string | null>(null);
	const fault = useSignal<unknown>(null);
	const load = (from?: string) =>
		api.listHeldComments(from).then(
			(page) => {
				held.value = [...(from ? (held.value ?? []) : []), ...page.held];
				cursor.value = page.nextCursor;
				fault.value = null;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => void load(), []);
	const settle = async (entry: HeldComment, isApproved: boolean) => {
		const before = held.value;
		held.value = (before ?? []).filter((one) => one !== entry);
		const { videoId, id } = entry.comment;
		try {
			await (isApproved ? api.approveComment(videoId, id) : api.deleteComment(videoId, id));
			tell(isApproved ? commentsWords.shownToAll() : commentsWords.refused());
		} catch (error) {
			held.value = before;
			tellFault(error, () => void settle(entry, isApproved));
		}
	};
	return (
		<section>
			<h2>{commentsWords.waitingForYou()}</h2>
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{held.value?.length === 0 && (
				<Notice icon={<MessageCircleHeart size={28} />} title={commentsWords.nothingWaits()}>
					{commentsWords.nothingWaitsNote()}
				</Notice>
			)}
			<ul>
				{(held.value ?? []).map((entry) => (
					<li key={entry.comment.id} class="held">
						{entry.comment.user && <Avatar user={entry.comment.user} size={36} />}
						<div>
							<p class="quiet">
								{weave(commentsWords.onVideo, {
									person: entry.comment.user?.displayName ?? "",
									video: <Link href={`/v/${entry.video.id}`}>{entry.video.title || commentsWords.yourVideo()}</Link>,
								})}
							</p>
							<p dir="auto">{entry.comment.text}</p>
							<button type="button" class="button button--small button--primary" onClick={() => void settle(entry, true)}>
								{commentsWords.showIt()}
							</button>{" "}
							<button type="button" class="button button--small" onClick={() => void settle(entry, false)}>
								{commentsWords.refuse()}
							</button>
						</div>
					</li>
				))}
			</ul>
			{cursor.value && (
				<button type="button" class="button" onClick={() => void load(cursor.value ?? undefined)}>
					{commentsWords.showMore()}
				</button>
			)}
		</section>
	);
}
