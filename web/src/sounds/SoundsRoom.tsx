import { SoundPlayerScreen } from "./SoundPlayerScreen.tsx";
import { SoundScreen } from "./SoundScreen.tsx";
import { SoundsScreen } from "./SoundsScreen.tsx";

/** All about sounds, by its address: the library, a sound's page, its videos one after the other from one of them. */
export function SoundsRoom({ sound, id }: { sound?: string | undefined; id?: string | undefined }) {
	if (sound === undefined) return <SoundsScreen />;
	return id === undefined ? <SoundScreen key={sound} id={sound} /> : <SoundPlayerScreen soundId={sound} id={id} />;
}
