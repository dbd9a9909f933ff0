import { UsersRound } from "lucide-preact";
import type { Conversation } from "../api/messages.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { personOf } from "./people.ts";

/** The other's picture; a group's is made of two of its people. `size` in pixels. */
export function ConversationPicture({ conversation, size }: { conversation: Conversation; size: number }) {
	const box = { width: `${size}px`, height: `${size}px` };
	if (conversation.kind === "direct") {
		const other = personOf(conversation.otherId);
		return other ? <Avatar user={other} size={size} /> : <span class="chat-picture chat-picture--none" style={box} />;
	}
	const [first, second] = conversation.faceIds.flatMap((id) => personOf(id) ?? []);
	if (!first)
		return (
			<span class="chat-picture chat-picture--none" style={box}>
				<UsersRound size={size * 0.46} />
			</span>
		);
	if (!second) return <Avatar user={first} size={size} />;
	const part = Math.round(size * 0.68);
	return (
		<span class="chat-picture chat-picture--pair" style={box}>
			<Avatar user={second} size={part} />
			<Avatar user={first} size={part} />
		</span>
	);
}
