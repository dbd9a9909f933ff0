import { joinNeighbours, type NeighbourList } from "../recommender/neighbours.ts";
import { mergeCandidates, type SourceAnswer, toCandidates } from "../recommender/retrieval.ts";
import type { Candidate, RetrievalQuery, Retrieved, Seed, VideoFeatures } from "../recommender/types.ts";
import { dotStored } from "../recommender/vectors.ts";
import type { MomentLists } from "./moments.ts";
import type { NeighbourTable } from "./neighbours.ts";

/** A whole catalogue in memory, answering retrieval queries as the cloud's indexes do. */
export class World {
	readonly videos: readonly VideoFeatures[];
	readonly #byId: ReadonlyMap<string, VideoFeatures>;
	readonly #links: ReadonlyMap<string, NeighbourList>;
	readonly #weights: ReadonlyMap<string, ReadonlyMap<string, number>>;
	readonly #popular: readonly Retrieved[];
	readonly #rising: readonly Retrieved[];
	readonly #fresh: readonly Retrieved[];
	readonly #topics: ReadonlyMap<string, readonly Retrieved[]>;
	readonly #countries: ReadonlyMap<string, readonly Retrieved[]>;
	readonly #sounds: ReadonlyMap<string, readonly Retrieved[]>;
	readonly #creators: ReadonlyMap<string, readonly Retrieved[]>;

	readonly #moments: MomentLists;

	constructor(videos: readonly VideoFeatures[], neighbours: NeighbourTable | null, moments: MomentLists = () => []) {
		this.#moments = moments;
		this.videos = videos;
		this.#byId = new Map(videos.map((video) => [video.id, video]));
		this.#links = toLists(videos, neighbours);
		this.#weights = new Map(
			[...this.#links].map(([id, list]) => [id, new Map(list.ids.map((other, index) => [other, list.weights[index] ?? 0]))]),
		);
		this.#popular = listed(videos, (video) => video.stats.longViews);
		this.#rising = listed(videos, (video) => video.stats.recentLongViews);
		this.#fresh = listed(
			videos.filter((video) => video.stats.impressions < 100),
			(video) => video.createdAt,
		);
		this.#topics = indexed(videos, (video) => video.topics);
		this.#countries = indexed(videos, (video) => (video.country === null ? [] : [video.country]));
		this.#sounds = indexed(videos, (video) => (video.soundId === null ? [] : [video.soundId]));
		this.#creators = indexed(videos, (video) => [video.creatorId]);
	}

	/** The candidates a plan finds, `leaveOut` excepted. */
	retrieve(plan: readonly RetrievalQuery[], limit: number, leaveOut: (videoId: string) => boolean): Candidate[] {
		const answers = plan.map((query): SourceAnswer => ({ query, found: this.#answer(query, leaveOut) }));
		return toCandidates(mergeCandidates(answers, limit, leaveOut), (id) => this.#byId.get(id));
	}

	#answer(query: RetrievalQuery, leaveOut: (videoId: string) => boolean): readonly Retrieved[] {
		const first = (list: readonly Retrieved[], limit: number) => {
			const kept: Retrieved[] = [];
			for (const one of list) {
				if (kept.length >= limit) break;
				if (!leaveOut(one.videoId)) kept.push(one);
			}
			return kept;
		};
		switch (query.kind) {
			case "neighbours":
				return joinNeighbours(query.seeds, (id) => this.#links.get(id) ?? null, query.limit);
			case "vector":
				return this.#nearest(query.vector, query.topK);
			case "popular":
				return first(this.#popular, query.limit);
			case "rising":
				return first(this.#rising, query.limit);
			case "moment":
				return first(this.#moments(query.moment), query.limit);
			case "fresh":
				return first(this.#fresh, query.limit);
			case "topic":
				return first(this.#topics.get(query.topic) ?? [], query.limit);
			case "country":
				return first(this.#countries.get(query.country) ?? [], query.limit);
			case "sound":
				return first(this.#sounds.get(query.soundId) ?? [], query.limit);
			case "creators":
				return first(
					query.creatorIds.flatMap((id) => this.#creators.get(id) ?? []),
					query.limit,
				);
		}
	}

	/** Exact: the scores are counted into steps, and only those above the step that holds the last wanted one are sorted. */
	#nearest(vector: Float32Array, topK: number): Retrieved[] {
		const scores = new Float32Array(this.videos.length);
		const steps = new Uint32Array(STEPS + 1);
		this.videos.forEach((video, row) => {
			if (video.vector === null) return;
			const score = dotStored(vector, video.vector);
			scores[row] = score;
			if (score > 0) steps[stepOf(score)] = (steps[stepOf(score)] as number) + 1;
		});
		let least = STEPS;
		for (let above = 0; least > 0; least--) {
			above += steps[least] as number;
			if (above >= topK) break;
		}
		const kept: Retrieved[] = [];
		scores.forEach((score, row) => {
			const video = this.videos[row];
			if (score > 0 && stepOf(score) >= least && video !== undefined) kept.push({ videoId: video.id, score });
		});
		return kept.sort((a, b) => b.score - a.score).slice(0, topK);
	}

	/** Summed links from the seeds to one video: the score the neighbour source would have given it. */
	linkScore(seeds: readonly Seed[], videoId: string): number {
		let sum = 0;
		for (const seed of seeds) sum += seed.weight * (this.#weights.get(seed.videoId)?.get(videoId) ?? 0);
		return sum;
	}
}

const STEPS = 1024;
const stepOf = (score: number): number => Math.min(STEPS, Math.floor(score * STEPS));

/** A trained table as the lists that are served, by video id. */
export function toLists(videos: readonly Pick<VideoFeatures, "id">[], table: NeighbourTable | null): Map<string, NeighbourList> {
	const lists = new Map<string, NeighbourList>();
	if (table === null) return lists;
	videos.forEach((video, row) => {
		const ids = table.ids[row];
		const weights = table.weights[row];
		if (ids === undefined || weights === undefined || ids.length === 0) return;
		lists.set(video.id, { ids: Array.from(ids, (id) => videos[id]?.id ?? ""), weights: [...weights] });
	});
	return lists;
}

function listed(videos: readonly VideoFeatures[], by: (video: VideoFeatures) => number): Retrieved[] {
	return videos.map((video) => ({ videoId: video.id, score: by(video) })).sort((a, b) => b.score - a.score);
}

function indexed(videos: readonly VideoFeatures[], keys: (video: VideoFeatures) => readonly string[]): Map<string, Retrieved[]> {
	const index = new Map<string, Retrieved[]>();
	for (const video of videos) {
		for (const key of keys(video)) {
			const entry = { videoId: video.id, score: video.stats.longViews };
			const held = index.get(key);
			if (held === undefined) index.set(key, [entry]);
			else held.push(entry);
		}
	}
	for (const list of index.values()) list.sort((a, b) => b.score - a.score);
	return index;
}
