import { useSignal } from "@preact/signals";
import { SOUND_TITLE_MAX } from "../../../contracts/limits.ts";
import { type Sound, updateSound } from "../api/sounds.ts";
import { useDraft } from "../ui/drafts.ts";
import { Field } from "../ui/Field.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { Switch } from "../ui/Switch.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as soundsWords from "./sounds.words.ts";

interface OwnSoundSheetProps {
	sound: Sound;
	onChange(sound: Sound): void;
	onClose(): void;
}

/** One's own original: its name, and whether others can use it. */
export function OwnSoundSheet({ sound, onChange, onClose }: OwnSoundSheetProps) {
	const title = useDraft<string>(`sound.${sound.id}`, sound.title, "tab");
	const isBusy = useSignal(false);
	const change = async (wanted: { title?: string; off?: boolean }): Promise<boolean> => {
		isBusy.value = true;
		try {
			onChange((await updateSound(sound.id, wanted)).sound);
			return true;
		} catch (error) {
			tellFault(error, () => void change(wanted));
			return false;
		} finally {
			isBusy.value = false;
		}
	};
	const rename = async (event: Event) => {
		event.preventDefault();
		if (!(await change({ title: title.value.trim() }))) return;
		title.forget();
		tell(soundsWords.renamed());
		onClose();
	};
	return (
		<Sheet title={soundsWords.yourSound()} onClose={onClose}>
			<form class="sheet__content own-sound" onSubmit={(event) => void rename(event)}>
				<Field label={soundsWords.name()} value={title.value} maxLength={SOUND_TITLE_MAX} onValue={(value) => (title.value = value)} />
				<button type="submit" class="button button--primary button--wide" disabled={isBusy.value || title.value.trim() === ""}>
					{soundsWords.saveName()}
				</button>
				<div class="own-sound__switch">
					<div>
						<p>{soundsWords.othersCanUse()}</p>
						<p class="quiet">{soundsWords.offNote()}</p>
					</div>
					<Switch
						label={soundsWords.othersCanUse()}
						on={sound.own?.off === false}
						disabled={isBusy.value}
						onChange={(on) => void change({ off: !on })}
					/>
				</div>
			</form>
		</Sheet>
	);
}
