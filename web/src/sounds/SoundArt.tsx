import type { Sound } from "../api/sounds.ts";
import { Picture } from "../ui/Picture.tsx";

/** A sound's picture: its video's cover, or, of a track, colours of its own. */
export function SoundArt({ sound }: { sound: Pick<Sound, "id" | "coverUrl"> }) {
	const hue = Number(BigInt(sound.id) % 360n);
	return (
		<span class="sound-art" style={{ "--hue": hue }}>
			{sound.coverUrl && <Picture src={sound.coverUrl} loading="lazy" />}
		</span>
	);
}
