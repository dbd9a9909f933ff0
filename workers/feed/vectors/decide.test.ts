import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import type { VectorSpace } from "./space.ts";

const DAY = 86_400_000;
const SERVED: VectorSpace = { active: "av1", next: null, retired: null, past: [] };
const have = (counts: Record<string, number>) =>
	Object.entries(counts)
		.map(([version, videos]) => ({ version, videos }))
		.sort((a, b) => b.videos - a.videos);

describe("which vectors are served", () => {
	it("are those most videos have, once there are any", () => {
		expect(decide(null, [], 0)).toEqual({ space: null, event: null });
		expect(decide(null, have({ av1: 9, odd: 1 }), 0)).toEqual({ space: SERVED, event: "vector_space_chosen" });
		expect(decide(SERVED, have({ av1: 9 }), 0).space).toBe(SERVED);
	});

	it("stay the old ones until the new are whole, whatever is uploaded meanwhile", () => {
		expect(decide(SERVED, have({ av1: 100, av2: 4 }), 0).event).toBeNull();
		let space = decide(SERVED, have({ av1: 100, av2: 5 }), 0).space;
		expect(space).toMatchObject({ active: "av1", next: { version: "av2", videos: 5 } });
		for (let at = 1; at < 95; at++) {
			space = decide(space, have({ av1: 100 - at, av2: 5 + at }), at * DAY).space;
			expect(space?.active).toBe("av1");
		}
		const turn = decide(space, have({ av1: 1, av2: 104 }), 95 * DAY);
		expect(turn.event).toBe("vector_space_switched");
		expect(turn.space).toEqual({ active: "av2", next: null, retired: { version: "av1", after: "0" }, past: ["av1"] });
	});

	it("change when all are there that ever will be", () => {
		const filling: VectorSpace = { ...SERVED, next: { version: "av2", videos: 95, since: 0 } };
		expect(decide(filling, have({ av1: 5, av2: 95 }), DAY).space).toBe(filling);
		expect(decide(filling, have({ av1: 5, av2: 95 }), 2 * DAY).event).toBe("vector_space_switched");
	});

	it("do not change to a version that was rolled back, nor back to a previous one", () => {
		const filling: VectorSpace = { ...SERVED, next: { version: "av2", videos: 6, since: 0 } };
		const turn = decide(filling, have({ av1: 100, av2: 6 }), 2 * DAY);
		expect(turn).toEqual({ space: { ...SERVED, past: ["av2"] }, event: "vector_space_given_up" });
		expect(decide(turn.space, have({ av1: 100, av2: 6 }), 3 * DAY).event).toBeNull();
		const after: VectorSpace = { active: "av2", next: null, retired: null, past: ["av1"] };
		expect(decide(after, have({ av2: 1_000, av1: 50 }), 0).space).toBe(after);
	});
});
