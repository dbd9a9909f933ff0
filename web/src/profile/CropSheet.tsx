import { useSignal } from "@preact/signals";
import { ZoomIn } from "lucide-preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { AVATAR_SIDE } from "../../../contracts/limits.ts";
import { sentenceOf } from "../api/problem.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { areaOf, begin, type Crop, keyed, moved, ZOOM_MAX, zoomed } from "./cropping.ts";
import * as profileWords from "./profile.words.ts";
import "./crop.css";

/** Side of the window, pixels of CSS. */
const SIDE = 280;
const QUALITY = 0.92;

interface CropSheetProps {
	picture: ImageBitmap;
	/** What becomes of the square that was cut out. What it throws is said in the sheet. */
	onDone(file: Blob): Promise<void>;
	onClose(): void;
}

/** Cuts a square out of a picture: dragged, pinched, turned by the wheel, or by keys. */
export function CropSheet({ picture, onDone, onClose }: CropSheetProps) {
	const crop = useSignal<Crop>(begin(picture.width, picture.height, SIDE));
	const busy = useSignal(false);
	const fault = useSignal<string | null>(null);
	const canvas = useRef<HTMLCanvasElement>(null);
	const fingers = useRef(new Map<number, { x: number; y: number }>());
	const zoomId = useId();

	useEffect(() => {
		const element = canvas.current;
		const context = element?.getContext("2d");
		if (!element || !context) return;
		const side = SIDE * Math.min(3, devicePixelRatio);
		element.width = side;
		element.height = side;
		draw(context, picture, crop.value, side);
	}, [crop.value, picture]);
	useEffect(() => {
		// Only a listener that isn't passive may keep the sheet from being scrolled.
		const element = canvas.current;
		const onWheel = (event: WheelEvent) => {
			event.preventDefault();
			crop.value = zoomed(crop.value, crop.value.zoom * Math.exp(-event.deltaY / 400), fromMiddle(event));
		};
		element?.addEventListener("wheel", onWheel, { passive: false });
		return () => element?.removeEventListener("wheel", onWheel);
	}, []);

	const onMove = (event: PointerEvent) => {
		const before = fingers.current.get(event.pointerId);
		if (!before) return;
		const at = { x: event.clientX, y: event.clientY };
		const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
		fingers.current.set(event.pointerId, at);
		if (!other) {
			crop.value = moved(crop.value, at.x - before.x, at.y - before.y);
			return;
		}
		const spread = (from: { x: number; y: number }) => Math.max(1, Math.hypot(from.x - other.x, from.y - other.y));
		crop.value = zoomed(crop.value, crop.value.zoom * (spread(at) / spread(before)));
	};
	const use = async () => {
		busy.value = true;
		fault.value = null;
		try {
			await onDone(await cutOut(picture, crop.value));
		} catch (error) {
			fault.value = sentenceOf(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<Sheet title={profileWords.yourPicture()} onClose={onClose}>
			<div class="sheet__content crop">
				<canvas
					ref={canvas}
					class="crop__window"
					role="img"
					tabIndex={0}
					aria-label={profileWords.cutHelp()}
					onPointerDown={(event) => {
						event.currentTarget.setPointerCapture(event.pointerId);
						fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
					}}
					onPointerMove={onMove}
					onPointerUp={(event) => fingers.current.delete(event.pointerId)}
					onPointerCancel={(event) => fingers.current.delete(event.pointerId)}
					onKeyDown={(event) => {
						const next = keyed(crop.value, event.key);
						if (next === null) return;
						event.preventDefault();
						crop.value = next;
					}}
				/>
				<div class="crop__zoom">
					<ZoomIn size={20} aria-hidden="true" />
					<label class="visually-hidden" for={zoomId}>
						{profileWords.zoom()}
					</label>
					<input
						id={zoomId}
						type="range"
						min={1}
						max={ZOOM_MAX}
						step={0.01}
						value={crop.value.zoom}
						onInput={(event) => (crop.value = zoomed(crop.value, event.currentTarget.valueAsNumber))}
					/>
				</div>
				{fault.value && (
					<p class="edit-profile__fault" role="alert">
						{fault.value}
					</p>
				)}
				<button type="button" class="button button--wide button--primary" disabled={busy.value} onClick={() => void use()}>
					{busy.value ? <span class="spinner" /> : profileWords.usePicture()}
				</button>
			</div>
		</Sheet>
	);
}

function fromMiddle(event: MouseEvent): { x: number; y: number } {
	const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
	return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
}

function draw(context: CanvasRenderingContext2D, picture: ImageBitmap, crop: Crop, side: number): void {
	const area = areaOf(crop);
	context.imageSmoothingQuality = "high";
	// What is transparent would be black in the file.
	context.fillStyle = "#fff";
	context.fillRect(0, 0, side, side);
	context.drawImage(picture, area.x, area.y, area.side, area.side, 0, 0, side, side);
}

/** The square as a file, at most twice as large as it is served. */
async function cutOut(picture: ImageBitmap, crop: Crop): Promise<Blob> {
	const side = Math.round(Math.min(2 * AVATAR_SIDE, Math.max(AVATAR_SIDE, areaOf(crop).side)));
	const canvas = document.createElement("canvas");
	canvas.width = side;
	canvas.height = side;
	const context = canvas.getContext("2d");
	if (context === null) throw new Error(profileWords.cannotCut());
	draw(context, picture, crop, side);
	return new Promise((resolve, reject) =>
		canvas.toBlob((file) => (file ? resolve(file) : reject(new Error(profileWords.notCut()))), "image/jpeg", QUALITY),
	);
}
