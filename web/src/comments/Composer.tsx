import { useSignal } from "@preact/signals";
import { SendHorizontal, X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { COMMENT_MAX } from "../../../contracts/limits.ts";
import { account, requireAccount } from "../account/session.ts";
import type { Comment } from "../api/comments.ts";
import * as api from "../api/comments.ts";
import type { UserSummary } from "../api/social.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { useDraft } from "../ui/drafts.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as commentsWords from "./comments.words.ts";

/** What is being written. */
function aboutWords(isEdit: boolean, answered: string | undefined): string {
	if (isEdit) return commentsWords.editing();
	return answered === undefined ? commentsWords.answeringComment() : commentsWords.answering({ displayName: answered });
}

/** What is written: a comment, an answer, or one's comment anew. */
export type Writing = { readonly kind: "reply" | "edit"; readonly comment: Comment } | null;

interface ComposerProps {
	videoId: string;
	writing: Writing;
	onSend(text: string): Promise<void>;
	onCancel(): void;
}

/** The beginning of a name that is being typed at the end of a text; null when none is. */
const nameBegun = (text: string): string | null => /(?:^|[\s(])@([A-Za-z0-9._]*)$/.exec(text)?.[1] ?? null;

/** Names are asked for once nothing was typed for this long, milliseconds. */
const ASK_AFTER_MS = 150;

/** A line to write in. Each answer has a draft of its own; @ offers people. */
export function Composer({ videoId, writing, onSend, onCancel }: ComposerProps) {
	const isEdit = writing?.kind === "edit";
	const person = writing?.comment.user;
	const beginning = isEdit ? writing.comment.text : writing && person && writing.comment.rootId !== null ? `@${person.username} ` : "";
	const text = useDraft<string>(writing ? `comment.${videoId}.${writing.kind}.${writing.comment.id}` : `comment.${videoId}`, beginning);
	const sending = useSignal(false);
	const offered = useSignal<readonly UserSummary[]>([]);
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (writing) field.current?.focus();
	}, [writing]);
	const begun = account.value ? nameBegun(text.value) : null;
	useEffect(() => {
		if (begun === null) {
			offered.value = [];
			return;
		}
		let isWanted = true;
		const timer = setTimeout(() => {
			// Names are a help: without them one types on.
			api.suggestMentions(begun, videoId).then(
				({ users }) => {
					if (isWanted) offered.value = users;
				},
				() => undefined,
			);
		}, ASK_AFTER_MS);
		return () => {
			isWanted = false;
			clearTimeout(timer);
		};
	}, [begun]);
	const take = (user: UserSummary) => {
		text.value = `${text.value.slice(0, text.value.length - (begun?.length ?? 0))}${user.username} `;
		offered.value = [];
		field.current?.focus();
	};
	/** Once they have signed in; by then this stands no more. */
	const sendLater = (wanted: string) =>
		onSend(wanted).then(
			() => tell(commentsWords.up()),
			(error: unknown) => tellFault(error, () => void sendLater(wanted)),
		);
	const send = async (event: Event) => {
		event.preventDefault();
		const wanted = text.value.trim();
		if (!wanted || sending.value || !requireAccount(commentsWords.joinToComment(), () => sendLater(wanted))) return;
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
			{offered.value.length > 0 && (
				<ul class="composer__people" aria-label={commentsWords.peopleToMention()}>
					{offered.value.map((user) => (
						<li key={user.id}>
							<button type="button" onClick={() => take(user)}>
								<Avatar user={user} size={28} /> <span>{user.displayName}</span>{" "}
								<span class="quiet">
									<bdi>@{user.username}</bdi>
								</span>
							</button>
						</li>
					))}
				</ul>
			)}
			{writing && (
				<p class="composer__about">
					<span class="quiet">{aboutWords(isEdit, person?.displayName)}</span>
					<button type="button" class="icon-button" aria-label={uiWords.cancel()} onClick={onCancel}>
						<X size={16} />
					</button>
				</p>
			)}
			<div class="composer__line">
				{account.value && <Avatar user={account.value} size={36} />}
				<textarea
					ref={field}
					class="writing"
					rows={1}
					dir="auto"
					value={text.value}
					maxLength={COMMENT_MAX}
					placeholder={writing?.kind === "reply" ? commentsWords.addReplyDots() : commentsWords.addCommentDots()}
					aria-label={isEdit ? commentsWords.editYours() : writing ? commentsWords.addReply() : commentsWords.addComment()}
					enterkeyhint="send"
					onInput={(event) => (text.value = event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key === "Enter" && !event.shiftKey) void send(event);
					}}
				/>
				<button
					type="submit"
					class="icon-button writing__send"
					aria-label={commentsWords.send()}
					disabled={!text.value.trim() || sending.value}
				>
					{sending.value ? <span class="spinner" /> : <SendHorizontal size={20} />}
				</button>
			</div>
		</form>
	);
}
