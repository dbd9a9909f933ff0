import { useEffect } from "preact/hooks";
import { listSounds } from "../api/sounds.ts";
import { Link } from "../shell/Link.tsx";
import { stopPreview } from "../sounds/preview.ts";
import { SoundRow } from "../sounds/SoundRow.tsx";
import { SoundList } from "../sounds/soundList.ts";
import * as soundsWords from "../sounds/sounds.words.ts";
import { studioAddress } from "../sounds/studioAddress.ts";
import * as exploreWords from "./explore.words.ts";
import "../sounds/sounds.css";

const SHOWN = 4;
/** Kept while other screens are open. */
const list = new SoundList();

/** The sounds most used, and the way to all of them. Without an answer there is none of it: it is no reason to keep the rest waiting. */
export function PopularSounds() {
	useEffect(() => {
		void list.restart((cursor) => listSounds({ limit: SHOWN, ...(cursor && { cursor }) }));
		return stopPreview;
	}, []);
	const sounds = list.sounds.value.slice(0, SHOWN);
	if (sounds.length === 0) return null;
	return (
		<section aria-labelledby="sounds-title">
			<div class="explore__title">
				<h2 id="sounds-title">{soundsWords.sounds()}</h2>
				<Link href="/sounds" class="explore__all">
					{exploreWords.allSounds()}
				</Link>
			</div>
			<ul class="sound-list explore__sounds">
				{sounds.map((sound) => (
					<SoundRow
						key={sound.id}
						sound={sound}
						onChange={(changed) => list.put(changed)}
						act={
							sound.usable ? (
								<Link href={studioAddress(sound.id)} class="button button--small" aria-label={soundsWords.useNamed({ title: sound.title })}>
									{soundsWords.use()}
								</Link>
							) : null
						}
					/>
				))}
			</ul>
		</section>
	);
}
