import { useSignal } from "@preact/signals";
import { Link2, QrCode } from "lucide-preact";
import * as api from "../api/messages.ts";
import { passOn } from "../feed/share.ts";
import { Code } from "../sharing/Code.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as messagesWords from "./messages.words.ts";
import "../sharing/share-sheet.css";
import { conversationOf } from "./conversations.ts";
import type { Room } from "./room.ts";

const address = (token: string): string => new URL(`/join/${token}`, location.origin).href;

/** The link by which people join a group: made, passed on, taken back. */
export function JoinLink({ room }: { room: Room }) {
	const busy = useSignal(false);
	const showsCode = useSignal(false);
	const link = room.link.value;
	const act = async (work: () => Promise<void>) => {
		if (busy.value) return;
		busy.value = true;
		try {
			await work();
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	const make = (approval: boolean) =>
		act(async () => {
			room.link.value = (await api.makeJoinLink(room.id, approval)).link;
		});
	const revoke = () =>
		act(async () => {
			await api.revokeJoinLink(room.id);
			room.link.value = null;
			room.joinRequests.value = 0;
		});
	return (
		<section class="details__part" aria-label={messagesWords.joinLink()}>
			<h3>{messagesWords.joinLink()}</h3>
			{link === null ? (
				<>
					<p class="quiet">{messagesWords.joinLinkNote()}</p>
					<button type="button" class="button button--small" disabled={busy.value} onClick={() => void make(true)}>
						<Link2 size={16} /> {messagesWords.makeLink()}
					</button>
				</>
			) : (
				<>
					<p class="details__link">{address(link.token)}</p>
					<label class="choice">
						<input
							type="checkbox"
							checked={link.approval}
							disabled={busy.value}
							onChange={(event) => void make(event.currentTarget.checked)}
						/>
						{messagesWords.letEachIn()}
					</label>
					<div class="details__acts">
						<button
							type="button"
							class="button button--small button--primary"
							onClick={() => void passOn(conversationOf(room.id)?.name ?? messagesWords.group(), `/join/${link.token}`)}
						>
							{uiWords.copyLink()}
						</button>
						<button
							type="button"
							class="button button--small"
							aria-expanded={showsCode.value}
							onClick={() => (showsCode.value = !showsCode.value)}
						>
							<QrCode size={16} /> {messagesWords.qrCode()}
						</button>
						<button type="button" class="button button--small button--danger" disabled={busy.value} onClick={() => void revoke()}>
							{messagesWords.revoke()}
						</button>
					</div>
					{showsCode.value && <Code url={address(link.token)} label={messagesWords.codeOfLink()} />}
				</>
			)}
		</section>
	);
}
