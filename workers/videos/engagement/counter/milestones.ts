import { milestoneOf } from "../../../../contracts/milestones.ts";
import { emitOrFail } from "../../../platform/events.ts";
import type { Services } from "../../../platform/services.ts";
import type { Numbers } from "./deltas.ts";

/** What of a video's numbers its creator is told of. */
const COUNTED = ["views", "likes"] as const;
type Told = Readonly<Record<(typeof COUNTED)[number], number>>;

/** Which milestones of a video were told, in its counter object's own storage: each once, however the numbers move around it. */
export class Milestones {
	readonly #kv: SyncKvStorage;
	#told: Told;

	constructor(kv: SyncKvStorage) {
		this.#kv = kv;
		this.#told = kv.get<Told>("milestones") ?? { views: 0, likes: 0 };
	}

	/** Whether a milestone was reached that was not told. */
	isReached(numbers: Numbers): boolean {
		return COUNTED.some((what) => milestoneOf(numbers[what]) > this.#told[what]);
	}

	/** Has those told that were reached. @throws when that failed: call again */
	async tell(services: Services, videoId: string, numbers: Numbers): Promise<void> {
		for (const what of COUNTED) {
			const count = milestoneOf(numbers[what]);
			if (count <= this.#told[what]) continue;
			await emitOrFail(services, "milestone", { videoId, what, count });
			this.#told = { ...this.#told, [what]: count };
			this.#kv.put("milestones", this.#told);
		}
	}
}
