import type { UserSummary } from "../../../contracts/users.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import type { MadeClip } from "./clips.ts";

export const PEOPLE: UserSummary[] = ["Mina Okafor", "Jonas Weber", "Lucía Prado", "Sora Tanaka", "Ada Lindqvist"].map(
	(displayName, i) => ({
		id: String(100 + i),
		username: displayName.toLowerCase().split(" ")[0]?.normalize("NFD").replace(/\p{M}/gu, "") ?? "someone",
		displayName,
		avatarUrl: null,
		verified: i === 0,
	}),
);
const TITLES = [
	"Slow sunrise over the harbour, nobody awake but the gulls",
	"Tiny tea ritual",
	"I learned this shuffle in one week and my knees will never forgive me, but look at that last turn, worth every single bruise of it",
	"Garden after rain",
	"Three-minute noodles, no shame",
	"Night swim",
];
const TAGS = [["nature", "morning"], ["cooking", "tea"], ["dance"], ["nature", "garden"], ["cooking", "noodles", "quick"], ["sports"]];
const BLURHASH = "LKO2?U%2Tw=w]~RBVZRi};RPxuwH";

/** Cards over the made clips, true to the contract. `count` may exceed the clips: they come again under other ids. */
export function cardsOver(clips: readonly MadeClip[], count: number): VideoCard[] {
	return Array.from({ length: count }, (_, index) => {
		const clip = clips[index % clips.length];
		const user = PEOPLE[index % PEOPLE.length];
		if (!clip || !user) throw new Error("no clips were made");
		const id = String(1000 + index);
		const base = `/videos/local/${id}/g1/`;
		return {
			id,
			user: { ...user, following: index % 4 === 3 },
			title: TITLES[index % TITLES.length] ?? "",
			description: index % 6 === 2 ? "Music: our own. Shot on the roof at six in the morning with a phone taped to a broom." : "",
			alt: index === 0 ? "The sun comes up behind cranes; gulls cross the water." : "",
			hashtags: TAGS[index % TAGS.length] ?? [],
			musicId: null,
			urls: Object.fromEntries(clip.manifest.renditions.map(({ name }) => [name, `${base}${name}.m3u8`])),
			manifest: { url: `${base}master.m3u8`, base, ...clip.manifest },
			thumbnail: `${base}cover.jpg`,
			blurhash: BLURHASH,
			width: 720,
			height: 1280,
			durationMs: 7000,
			viewCount: 128_400 - index * 3911,
			likeCount: 12_380 - index * 377,
			commentCount: index % 5 === 4 ? 0 : 3,
			shareCount: 214 - index * 5,
			liked: index % 5 === 1,
			saved: false,
			visibility: "public",
			allowReposts: true,
			allowDownload: index % 2 === 0,
			createdAt: new Date(Date.now() - (index + 1) * 5_400_000).toISOString(),
			...(index === 1 ? { trending: true } : {}),
		};
	});
}
