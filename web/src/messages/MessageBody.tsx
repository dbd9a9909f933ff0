import { EyeOff } from "lucide-preact";
import type { Message } from "../api/messages.ts";
import { MessageText } from "./MessageText.tsx";
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
	if (content.type === "unsent") return <p class="bubble__unsent">{isOwn ? "You unsent a message" : "This message was unsent"}</p>;
	if (content.type === "text") return <MessageText text={content.text} withLinks={!isWithheld} />;
	if (content.type === "system") return null;
	if (isWithheld) {
		const what = { photo: "Photo", voice: "Voice note", video: "Video" }[content.type];
		return (
			<p class="bubble__withheld">
				<EyeOff size={18} />
				{what} · shown once you accept
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
