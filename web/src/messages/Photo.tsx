import { useSignal } from "@preact/signals";
import { ImageOff } from "lucide-preact";
import { Blurhash } from "../ui/Blurhash.tsx";
import * as messagesWords from "./messages.words.ts";
import { PhotoViewer } from "./PhotoViewer.tsx";

interface PhotoProps {
	url: string;
	width: number;
	height: number;
	blurhash: string;
	/** Said in place of the picture to who can't see it. */
	alt: string;
}

/** A photo in place, of its own shape from the first moment; opens large. */
export function Photo({ url, width, height, blurhash, alt }: PhotoProps) {
	const isOpen = useSignal(false);
	const failed = useSignal(0);
	const isBroken = failed.value % 2 === 1;
	return (
		<>
			<button
				type="button"
				class="photo"
				style={{ aspectRatio: `${width} / ${height}`, "--shape": String(width / Math.max(1, height)) }}
				aria-label={isBroken ? messagesWords.photoNotLoaded() : alt ? messagesWords.openPhotoOf({ alt }) : messagesWords.openPhoto()}
				onClick={() => {
					if (isBroken) failed.value++;
					else isOpen.value = true;
				}}
			>
				{blurhash && <Blurhash hash={blurhash} />}
				{isBroken ? (
					<span class="photo__broken">
						<ImageOff size={22} />
						{messagesWords.tapToTry()}
					</span>
				) : (
					<img
						key={failed.value}
						src={url}
						width={width}
						height={height}
						alt={alt}
						loading="lazy"
						decoding="async"
						onError={() => failed.value++}
					/>
				)}
			</button>
			{isOpen.value && <PhotoViewer url={url} alt={alt} onClose={() => (isOpen.value = false)} />}
		</>
	);
}
