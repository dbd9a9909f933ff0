import { expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { catalogue, NOW, signal } from "./catalogue.fixture.ts";
import { emptyTaste, learn, type Taste } from "./taste.ts";
import { decodeTaste, encodeTaste } from "./taste-codec.ts";

it("a viewer with a hundred thousand events is remembered in no more room than one with ten thousand", () => {
	const random = seeded(3);
	const videos = catalogue(2_000, random, 32).map((video, place) => ({
		...video,
		topics: [...video.topics, `tag${place % 900}`],
		soundId: `sound${place % 400}`,
	}));
	let taste: Taste = emptyTaste(NOW);
	const room: number[] = [];
	for (let event = 1; event <= 100_000; event++) {
		const video = videos[Math.floor(random() * videos.length)];
		if (video === undefined) continue;
		const at = NOW + event * 1_000;
		const watchMs = random() < 0.5 ? 500 : video.durationMs;
		taste = learn(taste, signal(video, { at, watchMs, liked: event % 40 === 0, followed: event % 500 === 0 }), video, at);
		if (event === 10_000 || event === 100_000) room.push(encodeTaste(taste).length);
	}
	expect(room[1]).toBeLessThan((room[0] ?? 0) * 1.05);
	expect(room[1]).toBeLessThan(24 * 1024);
	expect(decodeTaste(encodeTaste(taste))?.signals).toBe(100_000);
});
