import { useSignal } from "@preact/signals";
import { CircleAlert, Clock3 } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as commentsWords from "../comments/comments.words.ts";
import { online } from "../shell/connection.ts";
import * as uiWords from "../ui/ui.words.ts";
import { MessageText } from "./MessageText.tsx";
import * as messagesWords from "./messages.words.ts";
import type { Outgoing } from "./outbox.ts";
import { SharedVideo } from "./SharedVideo.tsx";
import { outbox } from "./sending.ts";
import { VoiceNote } from "./VoiceNote.tsx";

/** "Sending…" that is over in a moment is not worth a line, milliseconds. */
const QUIET_MS = 600;

/** One's own message on its way: shown as sent, told what became of it only where it takes long or fails. */
export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
	const { clientId, content, file, state, fault, progress } = outgoing;
	const isLong = useSignal(false);
	useEffect(() => {
		const timer = setTimeout(() => (isLong.value = true), QUIET_MS);
		return () => clearTimeout(timer);
	}, []);
	const status =
		state === "failed" ? null : !online.value ? messagesWords.waitingConnection() : isLong.value ? messagesWords.sending() : null;
	return (
		<article class="line line--own line--starts line--ends" aria-label={messagesWords.youOnItsWay()} data-outgoing={state}>
			<div class="line__row">
				<div class={`bubble bubble--going bubble--${file?.kind ?? content?.type ?? "text"}`}>
					{content?.type === "text" && <MessageText text={content.text} withLinks />}
					{content?.type === "video" && (
						<>
							<SharedVideo videoId={content.videoId} card={undefined} />
							{content.text && <MessageText text={content.text} withLinks />}
						</>
					)}
					{file?.kind === "photo" && (
						<span
							class="photo"
							style={{ aspectRatio: `${file.width} / ${file.height}`, "--shape": String(file.width / Math.max(1, file.height)) }}
						>
							<img src={file.previewUrl} width={file.width} height={file.height} alt={file.alt} />
						</span>
					)}
					{file?.kind === "voice" && <VoiceNote url={file.previewUrl} durationMs={file.durationMs} peaks={file.peaks} />}
					{file && state === "sending" && (
						<progress
							class="bubble__progress"
							max={1}
							value={progress}
							aria-label={file.kind === "photo" ? messagesWords.sendingPhoto() : messagesWords.sendingVoice()}
						/>
					)}
				</div>
			</div>
			{status && (
				<p class="line__state" role="status">
					<Clock3 size={13} />
					{status}
				</p>
			)}
			{state === "failed" && (
				<div class="line__failed" role="alert">
					<p>
						<CircleAlert size={15} />
						{messagesWords.notSent({ fault: fault ?? "" })}
					</p>
					<span>
						<button type="button" onClick={() => outbox.retry(clientId)}>
							{uiWords.tryAgain()}
						</button>
						<button type="button" onClick={() => outbox.discard(clientId)}>
							{commentsWords.remove()}
						</button>
					</span>
				</div>
			)}
		</article>
	);
}
