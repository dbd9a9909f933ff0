import { type ReadonlySignal, useSignal } from "@preact/signals";
import { Clock, Code, FolderPlus, Link2, QrCode, Repeat2, Send, Share2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { sharing as contract } from "../../../contracts/sharing.ts";
import { account, requireAccount } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import * as api from "../api/sharing.ts";
import { AddToCollection } from "../collections/AddToCollection.tsx";
import { canPassOn, copyLink, copyText, shareVideo } from "../feed/share.ts";
import type { Deck } from "../player/deck.ts";
import { lazySheet } from "../shell/lazySheet.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { Code as QrPicture } from "./Code.tsx";
import { DownloadRow } from "./DownloadRow.tsx";
import * as sharingWords from "./sharing.words.ts";
import "./share-sheet.css";

const SendToSheet = lazySheet(async () => (await import("../messages/SendToSheet.tsx")).SendToSheet);

interface ShareSheetProps {
	card: VideoCard;
	deck: ReadonlySignal<Deck | null>;
	onClose(): void;
}
type Choices = AnswerOf<typeof contract>;

function Row({
	icon,
	onClick,
	pressed,
	children,
}: {
	icon: ComponentChildren;
	onClick(): void;
	pressed?: boolean;
	children: ComponentChildren;
}) {
	return (
		<li>
			<button type="button" class="sheet-row" aria-pressed={pressed} onClick={onClick}>
				{icon}
				<span>{children}</span>
			</button>
		</li>
	);
}

/** The ways to pass a clip on. What needs no answer of the server is there at once, and without a connection. */
export function ShareSheet({ card, deck, onClose }: ShareSheetProps) {
	const choices = useSignal<Choices | null>(null);
	const inside = useSignal<"rows" | "code" | "collections" | "people">("rows");
	useEffect(() => {
		api.sharing(card.id).then(
			(answer) => (choices.value = answer),
			(error: unknown) => tellFault(error),
		);
	}, [card.id]);
	const act = (action: () => unknown) => () => {
		onClose();
		void action();
	};
	const moment = Math.floor(deck.value?.onStage.value?.video.currentTime ?? 0);
	const repost = async () => {
		const on = !(choices.value?.reposted ?? false);
		if (choices.value) choices.value = { ...choices.value, reposted: on };
		try {
			await api.setReposted(card.id, on);
			tell(on ? "Reposted to your followers" : "Repost taken back", on ? { label: "Undo", run: () => void undo() } : undefined);
		} catch (error) {
			if (choices.value) choices.value = { ...choices.value, reposted: !on };
			tellFault(error, () => void repost());
		}
	};
	const undo = () => api.setReposted(card.id, false).then(() => tell("Repost taken back"), tellFault);
	const wantsAccount = !account.value && card.allowReposts && card.visibility === "public";
	if (inside.value === "code") {
		return (
			<Sheet title="Scan to watch" onClose={onClose}>
				<QrPicture url={`${location.origin}/v/${card.id}`} label={`Code of the link to ${card.title || "this video"}`} />
			</Sheet>
		);
	}
	if (inside.value === "people") return <SendToSheet card={card} onClose={onClose} />;
	if (inside.value === "collections") {
		return (
			<Sheet title="Save to a collection" onClose={onClose}>
				<AddToCollection videoId={card.id} />
			</Sheet>
		);
	}
	return (
		<Sheet title="Share" onClose={onClose}>
			<ul class="share">
				{(choices.value?.mayRepost || wantsAccount) && (
					<Row
						icon={<Repeat2 size={22} />}
						pressed={choices.value?.reposted ?? false}
						onClick={() => requireAccount(sharingWords.joinToRepost(), repost) && void repost()}
					>
						{choices.value?.reposted ? "Take your repost back" : "Repost to your followers"}
					</Row>
				)}
				<Row
					icon={<Send size={22} />}
					onClick={() => {
						if (requireAccount(sharingWords.joinToSend(), () => undefined)) inside.value = "people";
					}}
				>
					Send to…
				</Row>
				<Row icon={<Link2 size={22} />} onClick={act(() => copyLink(card))}>
					Copy link
				</Row>
				{moment > 0 && (
					<Row icon={<Clock size={22} />} onClick={act(() => copyText(`${location.origin}/v/${card.id}?t=${moment}`, "Link copied"))}>
						Copy link at 0:{String(moment).padStart(2, "0")}
					</Row>
				)}
				<Row
					icon={<FolderPlus size={22} />}
					onClick={() => {
						if (requireAccount(sharingWords.joinToCollect(), () => undefined)) inside.value = "collections";
					}}
				>
					Save to a collection
				</Row>
				<Row icon={<QrCode size={22} />} onClick={() => (inside.value = "code")}>
					QR code
				</Row>
				{choices.value?.embed && (
					<Row icon={<Code size={22} />} onClick={act(() => copyText(choices.value?.embed?.html ?? "", "Embed code copied"))}>
						Copy embed code
					</Row>
				)}
				{choices.value?.mayDownload && <DownloadRow videoId={card.id} />}
				{canPassOn() && (
					<Row icon={<Share2 size={22} />} onClick={act(() => shareVideo(card))}>
						More ways to share
					</Row>
				)}
			</ul>
		</Sheet>
	);
}
