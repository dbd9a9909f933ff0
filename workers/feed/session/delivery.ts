import type { EventsMessage } from "../../../contracts/queues.ts";
import type { Alarms } from "../../platform/alarms.ts";
import { errorFields, type Log } from "../../platform/log.ts";
import { drainOutbox, type Outbox } from "./outbox.ts";

/** What the queue refused goes after this long, milliseconds. */
const AGAIN_AFTER_MS = 5_000;
/** What is still there because the object was lost in between, after this long: one alarm for all that is told meanwhile. */
const LOST_AFTER_MS = 60_000;
/** An exposure waits at most this long for an impression to go with it. */
const ALONE_AFTER_MS = 10_000;

export type DeliveryAlarm = "outbox" | "exposure";

interface Leaning {
	readonly outbox: Pick<Outbox, "next" | "handedOn">;
	readonly queue: Pick<Queue<EventsMessage>, "send">;
	readonly alarms: Pick<Alarms<DeliveryAlarm>, "setNoLater" | "clear">;
	readonly clock: () => number;
	readonly log: Log;
	/** Goes on after the answer. Never throws. */
	readonly background: (work: Promise<void>) => void;
}

/** How what a session tells gets to the queue: impressions at once, exposures with them or alone, and all of it by alarm after a loss. */
export class Delivery {
	readonly #on: Leaning;
	#draining: Promise<void> | null = null;
	/** Something was told while the last of what waited was being handed on. */
	#drainsAgain = false;

	constructor(on: Leaning) {
		this.#on = on;
	}

	handOn(isUrgent: boolean): void {
		const { alarms, clock } = this.#on;
		if (isUrgent) this.#now();
		else alarms.setNoLater("exposure", clock() + ALONE_AFTER_MS);
	}

	/** One at a time, so that no batch is handed on twice without need. @throws when the queue refuses: what is left stays */
	drain(): Promise<void> {
		if (this.#draining !== null) {
			this.#drainsAgain = true;
			return this.#draining;
		}
		this.#drainsAgain = false;
		this.#draining = drainOutbox(this.#on.outbox, this.#on.queue).finally(() => {
			this.#draining = null;
			if (this.#drainsAgain) this.#now();
		});
		return this.#draining;
	}

	/** An exposure's own alarm is given up: it goes along. */
	#now(): void {
		const { alarms, clock, log, background } = this.#on;
		alarms.setNoLater("outbox", clock() + LOST_AFTER_MS);
		alarms.clear("exposure");
		const drained = this.drain().catch((error: unknown) => {
			log.error("outbox_not_drained", errorFields(error));
			alarms.setNoLater("outbox", clock() + AGAIN_AFTER_MS);
		});
		background(drained);
	}
}
