import { isForEveryone, maySee, type Standing, type VideoFacts } from "./videos.ts";

/** What of a sound says who may hear and use it. */
export interface SoundFacts {
	/** Null for a track of the library. */
	readonly creatorId: string | null;
	readonly licenseType: "free" | "licensed" | "restricted";
	/** Countries it may be used in; null: all of them. */
	readonly territories: readonly string[] | null;
	/** Null while the batch it was added with is not complete. */
	readonly offeredAt: Date | number | null;
	/** Since when its creator does not let others use it. */
	readonly offAt: Date | number | null;
}

/** The video an original was made from, and how the one who asks stands to its creator; undefined where there is none any more. */
export interface Source {
	readonly video: VideoFacts;
	readonly standing: Standing;
}

/**
 * Whether a licence holds in a country. A restricted one names where; one that names no country holds nowhere then, and the others
 * everywhere. Who is nowhere we know of is offered only what is free of borders.
 * @param country two letters, null when unknown
 */
export function isLicensedIn(
	{ licenseType, territories }: Pick<SoundFacts, "licenseType" | "territories">,
	country: string | null,
): boolean {
	if (licenseType === "free") return true;
	if (territories === null) return licenseType === "licensed";
	return country !== null && territories.includes(country);
}

/** Whether its name and page may be shown. An original is as visible as the video it was made from; turned off, it is its creator's alone. */
export function maySeeSound(sound: SoundFacts, source: Source | undefined): boolean {
	if (sound.creatorId === null) return sound.offeredAt !== null;
	return source !== undefined && maySee(source.video, source.standing) && (sound.offAt === null || source.standing.isCreator);
}

/**
 * Whether it may be heard on its own and put under a video. Others use an original only while everybody may see where it is from, and a
 * teen's never: a stranger's video over it is a duet without asking.
 */
export function mayUseSound(sound: SoundFacts, source: Source | undefined, country: string | null): boolean {
	if (!maySeeSound(sound, source)) return false;
	if (source === undefined) return isLicensedIn(sound, country);
	return source.standing.isCreator || (isForEveryone(source.video) && source.video.creatorTeen !== true);
}
