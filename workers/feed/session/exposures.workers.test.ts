import { beforeAll, describe, expect, it } from "vitest";
import { profiles } from "../../../db/schema/users.ts";
import { type Declaration, type DeclaredExperiment, declare } from "../../experiments/index.ts";
import { services } from "../../gateway/testing/api.ts";
import { type Catalogue, seedCatalogue } from "../catalogue.fixture.ts";
import { ask, impression, NOWHERE, type SessionUnderTest, viewerIn, withSession } from "./experiments.fixture.ts";

let catalogue: Catalogue;
beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 400, publish: true });
});

const DAY = 86_400_000;
const day = (from: number) => new Date(services.clock() + from * DAY).toISOString();
const declared = (more: Partial<Declaration> = {}): DeclaredExperiment => {
	const [experiment] = declare([
		{
			id: "no-exploration",
			hypothesis: "Without exploration more is watched, for a while.",
			start: day(-2),
			end: day(2),
			metric: "watch_minutes",
			arms: [
				{ id: "control", share: 0.4 },
				{ id: "none", share: 0.4, parameters: { exploration: 0 } },
			],
			...more,
		},
	]);
	if (experiment === undefined) throw new Error("declared");
	return experiment;
};
const exposuresOf = async ({ drained }: SessionUnderTest) => (await drained()).flatMap(({ exposures = [] }) => exposures);
/** How many of the videos shown came to their place by a draw. */
const explored = async ({ session, store, viewer }: SessionUnderTest, count: number) => {
	const { items } = await session.page(ask(viewer, count));
	expect(items).toHaveLength(count);
	return items.filter(({ videoId }) => store.impressions.tell([videoId]).get(videoId)?.kind !== "exploit").length;
};

describe("what is served", () => {
	it("differs by arm: without exploration no slot is drawn, in control and outside every fifth", async () => {
		const experiment = declared();
		const of = (arm: string | null) => withSession(viewerIn(experiment, arm), [experiment], (under) => explored(under, 50));
		expect(await of("none")).toBe(0);
		for (const arm of ["control", null]) {
			const drawn = await of(arm);
			expect(drawn).toBeGreaterThanOrEqual(8);
			expect(drawn).toBeLessThanOrEqual(12);
		}
	});

	it("is the usual before the start and from the end on", async () => {
		for (const times of [
			{ start: day(1), end: day(2) },
			{ start: day(-2), end: day(-1) },
		]) {
			const experiment = declared(times);
			await withSession(viewerIn(experiment, "none"), [experiment], async (under) => {
				expect(await explored(under, 50)).toBeGreaterThanOrEqual(8);
				expect(await exposuresOf(under)).toEqual([]);
			});
		}
	});

	it("follows the other parameters: without diversity creators come back soon, a lower target gathers fewer candidates", async () => {
		const arms = (parameters: Record<string, number>) => [
			{ id: "control", share: 0.5 },
			{ id: "changed", share: 0.5, parameters },
		];
		const soonAgain = (parameters: Record<string, number>) => {
			const experiment = declared({ arms: arms({ ...parameters, exploration: 0, jitter: 0 }) });
			return withSession(viewerIn(experiment, "changed"), [experiment], async ({ session, store, viewer }) => {
				await session.page(ask(viewer, 1));
				const { slots } = JSON.parse(store.read("queue") ?? "{}") as { slots: { creatorId: string }[] };
				expect(slots.length).toBeGreaterThan(50);
				const creators = slots.slice(0, 50).map(({ creatorId }) => creatorId);
				return creators.filter((creator, place) => creators.slice(Math.max(0, place - 4), place).includes(creator)).length;
			});
		};
		expect(await soonAgain({ diversity: 0 })).toBeGreaterThan(await soonAgain({ diversity: 2 }));
		const experiment = declared({ arms: arms({ candidates: 200 }) });
		const gathered = (arm: string) =>
			withSession(viewerIn(experiment, arm), [experiment], async ({ session, viewer, candidates }) => {
				await session.page(ask(viewer, 1));
				return Number(candidates[0]);
			});
		expect(await gathered("changed")).toBeLessThan(await gathered("control"));
	});
});

describe("an exposure", () => {
	it("is told once, when the first page is shown, in control as in the other arm", async () => {
		const experiment = declared();
		for (const arm of ["control", "none"]) {
			const viewer = viewerIn(experiment, arm);
			const unit = await withSession(viewer, [experiment], async (under) => {
				const before = services.clock();
				await under.session.page(ask(viewer));
				await under.session.page(ask(viewer));
				const [exposure, ...more] = await exposuresOf(under);
				expect(exposure).toEqual({ experiment: experiment.id, arm, unit: under.store.pseudonym(), at: expect.any(Number) });
				expect(exposure?.at).toBeGreaterThanOrEqual(before);
				expect(more).toEqual([]);
				return exposure?.unit;
			});
			// After a restart it is remembered, and the name is no viewer's.
			await withSession(viewer, [experiment], async (under) => {
				await under.session.page(ask(viewer));
				expect(await exposuresOf(under)).toEqual([]);
			});
			expect(unit).not.toContain(viewer.split(":")[1]);
		}
	});

	it("is none for those left out, nor before a page is shown", async () => {
		const experiment = declared();
		await withSession(viewerIn(experiment, null), [experiment], async (under) => {
			await under.session.page(ask(under.viewer));
			expect(await exposuresOf(under)).toEqual([]);
		});
		await withSession(viewerIn(experiment, "none"), [experiment], async (under) => {
			await under.session.setInterests(under.viewer, [], []);
			expect(JSON.parse(under.store.read("queue") ?? "{}")).toMatchObject({ tuning: { arms: [{ arm: "none" }] } });
			expect(await exposuresOf(under)).toEqual([]);
		});
	});

	it("needs the parameter to be used: when videos come again nothing is explored", async () => {
		const experiment = declared();
		await withSession(viewerIn(experiment, "none"), [experiment], async (under) => {
			under.store.impressions.markSeen(
				catalogue.records.map(({ id }) => id),
				services.clock() - DAY,
			);
			// Videos of other tests' catalogues are not seen yet: their pages come first.
			let queue = { repeats: false, tuning: { arms: [{}] } };
			for (let page = 0; page < 20 && !queue.repeats; page++) {
				await under.session.page(ask(under.viewer, 50));
				await under.settle();
				queue = JSON.parse(under.store.read("queue") ?? "{}") as typeof queue;
			}
			expect(queue).toMatchObject({ repeats: true, tuning: { arms: [] } });
		});
	});

	it("keeps its arm when the shares change, and gives it up with the declaration", async () => {
		const experiment = declared();
		const viewer = viewerIn(experiment, "none");
		await withSession(viewer, [experiment], ({ session }) => session.page(ask(viewer)));
		const [control, none] = experiment.arms;
		if (control === undefined || none === undefined) throw new Error("two arms");
		const shifted = {
			...experiment,
			arms: [
				{ ...control, share: 0.99 },
				{ ...none, share: 0.01 },
			],
		};
		await withSession(viewer, [shifted], async (under) => {
			await under.session.setInterests(viewer, [], []);
			expect(await explored(under, 20)).toBe(0);
		});
		await withSession(viewer, [], async (under) => {
			await under.session.setInterests(viewer, [], []);
			expect(await explored(under, 30)).toBeGreaterThan(0);
		});
	});

	it("survives a reset of the feed", async () => {
		const experiment = declared();
		await withSession(viewerIn(experiment, "none"), [experiment], async (under) => {
			await under.session.page(ask(under.viewer));
			under.session.reset();
			expect(await explored(under, 20)).toBe(0);
			expect(await exposuresOf(under)).toHaveLength(1);
		});
	});
});

describe("an impression", () => {
	it("bears the arms of the experiments that ran when it ended, after their exposure", async () => {
		const experiment = declared();
		const other = {
			...declared({
				id: "rougher",
				end: day(1),
				arms: [
					{ id: "control", share: 0.5 },
					{ id: "rough", share: 0.5, parameters: { jitter: 0.5 } },
				],
			}),
		};
		let now = services.clock();
		await withSession(
			viewerIn(experiment, "none"),
			[experiment, other],
			async (under) => {
				const { items } = await under.session.page(ask(under.viewer));
				const [first, second, third] = items.map(({ videoId }) => videoId);
				now += 10_000;
				const exposed = now - 10_000;
				const events = [impression(first ?? "", exposed - 1), impression(second ?? "", exposed), impression(third ?? "", exposed + 5_000)];
				await under.session.watch(under.viewer, events, NOWHERE);
				now += 1.5 * DAY;
				await under.session.watch(under.viewer, [impression(first ?? "", now)], NOWHERE);
				const told = (await under.drained()).flatMap((message) => message.events);
				const arms = told.map((event) => event.arms?.map(({ experiment: id }) => id) ?? []);
				const both = ["no-exploration", "rougher"];
				expect(arms).toEqual([[], both, both, ["no-exploration"]]);
			},
			() => now,
		);
	});
});

describe("a guest who signs up", () => {
	it("stays in the arm, and is counted on as the same viewer", async () => {
		const experiment = declared();
		const guest = viewerIn(experiment, "none");
		const user = viewerIn(experiment, "control", "user");
		// An adult: no teen is in any.
		const userId = user.slice("user:".length);
		await services.db
			.user(userId)
			.insert(profiles)
			.values({ userId, username: `u${userId}`, displayName: "Grown up" });
		const { inheritance, unit } = await withSession(guest, [experiment], async (under) => {
			await under.session.page(ask(guest));
			return { inheritance: under.session.bequeath(), unit: under.store.pseudonym() };
		});
		await withSession(user, [experiment], async (under) => {
			under.session.inherit(user, inheritance);
			expect(await explored(under, 20)).toBe(0);
			const { items } = await under.session.page(ask(user, 1));
			await under.session.watch(user, [impression(items[0]?.videoId ?? "", services.clock())], NOWHERE);
			const [message] = await under.drained();
			expect(message?.exposures).toEqual([]);
			expect(message?.events[0]?.arms).toEqual([{ experiment: experiment.id, arm: "none", unit }]);
			expect(message?.batchId).not.toContain(unit);
		});
	});

	it("who signs in to an account that has learned keeps the account's arm", async () => {
		const experiment = declared();
		const guest = viewerIn(experiment, "none");
		const user = viewerIn(experiment, "control");
		const inheritance = await withSession(guest, [experiment], async ({ session }) => {
			await session.page(ask(guest));
			return session.bequeath();
		});
		await withSession(user, [experiment], async (under) => {
			await under.session.act(user, { videoId: catalogue.records[0]?.id ?? "", kind: "liked" });
			under.session.inherit(user, inheritance);
			expect(await explored(under, 30)).toBeGreaterThan(0);
			expect((await exposuresOf(under)).map(({ arm }) => arm)).toEqual(["control"]);
		});
	});
});
