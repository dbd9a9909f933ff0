import { load } from "./eval/data.ts";
import { contentVectors } from "./eval/content.ts";
import { quality } from "./eval/metrics.ts";
import { toEvents, toFacts } from "./eval/signals.ts";
import { warmCases } from "./eval/split.ts";
import { readArguments } from "./eval/arguments.ts";
import { seeded } from "./recommender/random.ts";
import { rank } from "./recommender/rank.ts";
import { planRetrieval } from "./recommender/retrieval.ts";
import { LIMITS, learnTaste, train } from "./trainer/train.ts";
import { World } from "./trainer/world.ts";

const data = load(readArguments(["--data", "/work/shared/data/kuairand-pure"]));
const of = data.split;
const random = seeded(20_260_101);
const events = toEvents(of.train, of.catalogue);
const learnedAt = events[events.length - 1]?.signal.at ?? 0;
const now = Math.max(learnedAt, of.test[0]?.at ?? 0);
const t0 = Date.now();
const trained = train(events, toFacts(of.catalogue), contentVectors(of.catalogue, 64), learnedAt, random);
console.log("trained", (Date.now() - t0) / 1000);
const world = new World(trained.videos, trained.neighbours);
const rowOf = new Map(trained.videos.map((v, r) => [v.id, r]));
const cases = warmCases(of).filter((_, i) => i % 4 === 0);
const context = { now, followed: new Set<string>(), country: null, device: null };
for (const sounds of [false, true]) {
	let n = 0, recall = 0, ndcg = 0, used = 0;
	for (const one of cases) {
		const taste = learnTaste(toEvents(one.past, of.catalogue), trained.videos);
		const plan = planRetrieval(sounds ? taste : { ...taste, sounds: new Map() }, context, LIMITS);
		used += plan.filter((q) => q.kind === "sound").length;
		const found = world.retrieve(plan, 500, (id) => one.masked.has(rowOf.get(id) ?? -1));
		const rows = rank(taste, found, context, trained.model).map((r) => rowOf.get(r.candidate.video.id) ?? -1);
		const q = quality(rows, one.targets) as Record<string, number>;
		n++; recall += q.recall500 ?? 0; ndcg += q.ndcg10 ?? 0;
	}
	console.log({ sounds, n, soundQueriesEach: used / n, recall500: recall / n, ndcg10: ndcg / n });
}
