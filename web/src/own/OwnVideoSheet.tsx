import { Image, Link2, PencilLine, Trash2, Users } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { VideoTile } from "../api/videos.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { canPassOn, passOn } from "../feed/share.ts";
import { PinRow } from "../pins/PinRow.tsx";
import * as studioWords from "../studio/studio.words.ts";
import { Sheet } from "../ui/Sheet.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { AUDIENCES } from "./audience.ts";
import { CoverChooser } from "./CoverChooser.tsx";
import { EditVideoForm } from "./EditVideoForm.tsx";
import { manage, managed, type OwnView } from "./managed.ts";
import * as ownWords from "./own.words.ts";
import { deleteOwn } from "./ownVideos.ts";
import "./own.css";

const TITLES: Record<OwnView, () => string> = { menu: ownWords.yourVideo, edit: ownWords.editVideo, cover: ownWords.chooseCover };

/** What one can do with one's own video, wherever it was called from. */
export function OwnVideoSheet() {
	const open = managed.value;
	if (open === null) return null;
	const { tile, view, atMs } = open;
	const close = () => {
		managed.value = null;
	};
	return (
		<Sheet title={TITLES[view]()} size={view === "menu" ? "snug" : "tall"} onClose={close}>
			{view === "menu" && <Menu tile={tile} atMs={atMs} onClose={close} />}
			{view === "edit" && <EditVideoForm tile={tile} onClose={close} />}
			{view === "cover" && <CoverChooser tile={tile} from={atMs} onClose={close} />}
		</Sheet>
	);
}

function Row({ icon, onClick, note, children }: { icon: ComponentChildren; onClick(): void; note?: string; children: ComponentChildren }) {
	return (
		<li>
			<button type="button" class="sheet-row" onClick={onClick}>
				{icon}
				<span>{children}</span>
				{note !== undefined && <span class="quiet sheet-row__note">{note}</span>}
			</button>
		</li>
	);
}

function Menu({ tile, atMs, onClose }: { tile: VideoTile; atMs: number | null; onClose(): void }) {
	const audience = AUDIENCES.find(({ value }) => value === tile.visibility);
	return (
		<ul class="own-menu">
			{tile.status !== "failed" && (
				<>
					<Row icon={<PencilLine size={22} />} onClick={() => manage(tile, "edit")}>
						{ownWords.editTitle()}
					</Row>
					<Row icon={<Users size={22} />} note={audience?.label() ?? ""} onClick={() => manage(tile, "edit")}>
						{studioWords.whoSees()}
					</Row>
				</>
			)}
			{tile.status === "ready" && (
				<Row icon={<Image size={22} />} onClick={() => manage(tile, "cover", atMs)}>
					{ownWords.chooseCover()}
				</Row>
			)}
			{tile.status === "ready" && <PinRow tile={tile} onClose={onClose} />}
			{tile.status === "ready" && tile.visibility !== "private" && (
				<Row
					icon={<Link2 size={22} />}
					onClick={() => {
						onClose();
						void passOn(tile.title, `/v/${tile.id}`);
					}}
				>
					{canPassOn() ? uiWords.share() : uiWords.copyLink()}
				</Row>
			)}
			<Row
				icon={<Trash2 size={22} />}
				onClick={() => {
					onClose();
					void deleteOwn(tile);
				}}
			>
				{commentsWords.remove()}
			</Row>
		</ul>
	);
}
