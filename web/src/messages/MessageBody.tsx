import { EyeOff } from "lucide-preact";
import type { Message } from "../api/messages.ts";
import * as feedWords from "../feed/feed.words.ts";
import { MessageText } from "./MessageText.tsx";
import * as messagesWords from "./messages.words.ts";
import { Photo } from "./Photo.tsx";
import type { SharedVideo as Shared } from "./room.ts";
import { SharedVideo } from "./SharedVideo.tsx";
import { VoiceNote } from "./VoiceNote.tsx";

interface MessageBodyProps {
	message: Message;
	isOwn: boolean;
	isWithheld: boolean;
	video: Shared | undefined;
}

/** What a message holds. */
export function MessageBody({ message: { content }, isOwn, isWithheld, video }: MessageBodyProps) {
	if (content.type === "unsent") return <p class="bubble__unsent">{isOwn ? messagesWords.youUnsent() : messagesWords.wasUnsent()}</p>;
	if (content.type === "text") return <MessageText text={content.text} withLinks={!isWithheld} />;
	if (content.type === "system") return null;
	if (isWithheld) {
		const what = { photo: messagesWords.photo(), voice: messagesWords.voiceNote(), video: feedWords.video() }[content.type];
		return (
			<p class="bubble__withheld">
				<EyeOff size={18} />
				{messagesWords.withheld({ what })}
			</p>
		);
	}
	if (content.type === "photo") return <Photo {...content} />;
	if (content.type === "voice") return <VoiceNote url={content.url} durationMs={content.durationMs} peaks={content.peaks} />;
	return (
		<>
			<SharedVideo videoId={content.videoId} card={video} />
			{content.text && <MessageText text={content.text} withLinks />}
		</>
	);
}
