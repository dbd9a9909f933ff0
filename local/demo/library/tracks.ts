import type { SoundGenre, SoundMood } from "../../../contracts/sounds.ts";
import type { SceneName } from "../scenes/index.ts";

/** A track of the starter library: the same values give the same music. */
export interface LibraryTrack {
	readonly title: string;
	readonly artist: string;
	readonly genre: SoundGenre;
	readonly mood: SoundMood;
	readonly scene: SceneName;
	/** Picks key and tempo: 0 to 3. */
	readonly variant: number;
	readonly seed: number;
	readonly seconds: number;
}

/** The demo's synthesiser plays under these names, each with a manner of its own. */
const BANDS: readonly {
	readonly artist: string;
	readonly scene: SceneName;
	readonly genre: SoundGenre;
	readonly moods: readonly [SoundMood, ...SoundMood[]];
	readonly titles: readonly string[];
}[] = [
	{
		artist: "Tidal Rooms",
		scene: "ocean",
		genre: "ambient",
		moods: ["calm", "dreamy"],
		titles: ["Low Tide", "Harbour Light", "Salt", "Slow Swell", "Sandbank"],
	},
	{
		artist: "Far Side Radio",
		scene: "space",
		genre: "cinematic",
		moods: ["dreamy", "dark"],
		titles: ["Perihelion", "Glass Comet", "Quiet Orbit", "Dust Lane", "Signal Lost"],
	},
	{
		artist: "Window Seat",
		scene: "city",
		genre: "lofi",
		moods: ["calm", "melancholic"],
		titles: ["Last Tram", "Rain on Tin", "Night Shift", "Umbrellas", "Corner Shop"],
	},
	{
		artist: "Northern Ridge",
		scene: "mountains",
		genre: "folk",
		moods: ["uplifting", "melancholic"],
		titles: ["Above the Treeline", "First Snow", "Shepherd's Call", "Cairn", "Long Way Down"],
	},
	{
		artist: "Bazaar Machine",
		scene: "kaleidoscope",
		genre: "world",
		moods: ["playful", "happy"],
		titles: ["Copper Street", "Saffron", "Turning Beads", "Market Noon", "Lantern Row"],
	},
	{
		artist: "Court Side",
		scene: "ball",
		genre: "beats",
		moods: ["energetic", "tense"],
		titles: ["Tip-off", "Full Court", "Buzzer", "Hardwood", "Overtime"],
	},
	{
		artist: "Hadal",
		scene: "jellyfish",
		genre: "ambient",
		moods: ["dark", "dreamy"],
		titles: ["Bell and Thread", "Midwater", "Slow Bloom", "Pressure", "Blue Drift"],
	},
	{
		artist: "Coin Slot",
		scene: "synthwave",
		genre: "electronic",
		moods: ["energetic", "happy"],
		titles: ["Insert Coin", "Neon Mile", "High Score", "Chrome Sunset", "Level Nine"],
	},
];
/** A little more than a preview. */
const SECONDS = 34;

/** All 40. */
export const LIBRARY_TRACKS: readonly LibraryTrack[] = BANDS.flatMap(({ artist, scene, genre, moods, titles }, band) =>
	titles.map((title, place) => ({
		title,
		artist,
		genre,
		mood: moods[place % moods.length] ?? moods[0],
		scene,
		variant: place % 4,
		seed: 9_000 + band * 100 + place,
		seconds: SECONDS + (place % 3) * 2,
	})),
);
