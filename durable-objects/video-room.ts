import { DurableObject } from "cloudflare:workers";
import pMap from "p-map";
import type { CommentSignal } from "../contracts/live.ts";
import { liveOf, type RoomRpc } from "../workers/live/protocol.ts";
import { Room } from "../workers/live/room.ts";
import { Alarms, alarmsUnder } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import type { Services } from "../workers/platform/services.ts";
import { servicesOf } from "../workers/services.ts";

/** What is told within this time goes out together, milliseconds: a burst of comments is one call to each watcher. */
const GATHER_MS = 200;
/** Signals of one gathering at most: of a longer burst only the last are told, for the count is among them. */
const GATHERED_MAX = 50;
/** Watchers called at once. */
const AT_ONCE = 20;

/** Who has one video's comments open: a thin shell over `Room`. Named by the video's id. */
export class VideoRoom extends DurableObject<Env> implements RoomRpc {
	readonly #services: Services;
	#room: Room;
	readonly #alarms: Alarms<"empty">;
	#gathered: CommentSignal[] = [];

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#room = new Room(ctx.storage.sql);
		this.#alarms = new Alarms(alarmsUnder(ctx.storage), { empty: () => this.#forgetIfEmpty() }, this.#services);
	}

	/** @param until milliseconds since 1970 @returns false when the room is full */
	join(userId: string, until: number): boolean {
		const joined = this.#room.join(userId, until, this.#services.clock());
		if (joined) this.#alarms.set("empty", until);
		return joined;
	}

	leave(userId: string): void {
		this.#room.leave(userId);
	}

	/** Tells everybody who is in the room, soon after it returns. */
	tell(signals: readonly CommentSignal[]): void {
		if (this.#room.members(this.#services.clock()).length === 0) return;
		const isFirst = this.#gathered.length === 0;
		this.#gathered = [...this.#gathered, ...signals].slice(-GATHERED_MAX);
		if (isFirst) setTimeout(() => this.ctx.waitUntil(this.#tellAll()), GATHER_MS);
	}

	override alarm(): Promise<void> {
		return this.#alarms.ring();
	}

	async #tellAll(): Promise<void> {
		const signals = this.#gathered;
		this.#gathered = [];
		await pMap(this.#room.members(this.#services.clock()), (userId) => this.#tellOne(userId, signals), { concurrency: AT_ONCE });
	}

	/** A signal that is lost is no loss: the sheet reads its list when it is opened, and the next count is the right one. */
	async #tellOne(userId: string, signals: readonly CommentSignal[]): Promise<void> {
		try {
			if (!(await liveOf(this.#services, userId).signal(signals))) this.#room.leave(userId);
		} catch (error) {
			this.#services.log.warn("live_signal_lost", { userId, signals: signals.length, ...errorFields(error) });
		}
	}

	/** A room that nobody is in keeps nothing. */
	async #forgetIfEmpty(): Promise<void> {
		const now = this.#services.clock();
		const until = this.#room.members(now).length === 0 ? null : this.#room.lastUntil();
		if (until !== null) return this.#alarms.set("empty", until);
		this.#alarms.forget();
		await this.ctx.storage.deleteAll();
		this.#room = new Room(this.ctx.storage.sql);
	}
}
