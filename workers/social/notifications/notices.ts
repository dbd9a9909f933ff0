import type { NotificationType } from "../../../contracts/notification-types.ts";
import type { SettingsChange } from "../../../contracts/notifications.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { InboxStore, type NewEntry, type Withdrawal } from "./inbox-store.ts";
import { pushDue } from "./push/courier.ts";
import { countedInWords } from "./push/message.ts";
import { GROUP_EVERY_MS, PushOutbox } from "./push/outbox.ts";
import { type Subscription, Subscriptions } from "./push/subscriptions.ts";
import { nextTimeOfDay } from "./settings/quiet-hours.ts";
import { decide, type Settings } from "./settings/settings.ts";
import { SettingsStore } from "./settings/store.ts";
import { teenNightUntil } from "./settings/teen-night.ts";

/** When the week in short goes out, in the person's time zone: Monday at this time. */
const DIGEST_DAY = 1;
const DIGEST_TIME = "08:00";
const WEEK_MS = 7 * 86_400_000;

/** What wakes an inbox object on account of its notices. */
export type NoticeAlarm = "push" | "mail" | "digest";

/** What the object gives its notices. */
export interface NoticesHost {
	readonly services: Services;
	readonly storage: DurableObjectStorage;
	/** Whose inbox it is. */
	readonly userId: () => string;
	/** The number of unread notices changed. */
	readonly tellUnread: (unread: number) => void;
	/** Sets an alarm to a moment, milliseconds since 1970; null takes it off. */
	readonly wake: (alarm: NoticeAlarm, at: number | null) => void;
}

/** Likes and followers come by the dozen; each message is waited for. */
const isGroupOfNews = (type: NotificationType): boolean => type !== "message";

/** A mail that waits for the end of quiet hours. */
interface DueMail {
	readonly key: string;
	readonly text: string;
	readonly at: number;
}

/** How a person stands with what they are told: their settings, and whether they are pushed to. */
export interface Standing {
	readonly settings: Settings;
	readonly here: boolean;
	readonly devices: number;
}

/** One person's notices, what they set, and what is on its way to their browsers and mailbox. */
export class Notices {
	readonly #host: NoticesHost;
	readonly #store: InboxStore;
	readonly #settings: SettingsStore;
	readonly #subscriptions: Subscriptions;
	readonly #outbox: PushOutbox;

	constructor(host: NoticesHost) {
		const { sql } = host.storage;
		this.#host = host;
		this.#store = new InboxStore(sql);
		this.#settings = new SettingsStore(host.storage);
		this.#subscriptions = new Subscriptions(sql);
		this.#outbox = new PushOutbox(sql);
	}

	/** Whether any browser of the person is pushed to. */
	get isPushed(): boolean {
		return this.#subscriptions.count > 0;
	}

	/**
	 * Takes a happening in, once per key, as far as the person wants to be told.
	 * @param afterMs how long a push waits: what was read meanwhile is not pushed
	 * @returns whether it is told in any way
	 */
	add(entry: NewEntry, afterMs = 0): boolean {
		const now = this.#host.services.clock();
		const isMuted = entry.actorId !== undefined && this.#settings.isMuted(entry.actorId);
		const decision = decide(this.#settings.read(), entry.type, isMuted, now);
		const isPushed = decision.pushAt !== null && this.isPushed;
		if (!decision.isListed && !isPushed && decision.mailAt === null) return false;
		const id = this.#store.add(entry, decision.isListed);
		if (id === null) return false;
		if (decision.isListed) this.#host.tellUnread(this.#store.unread());
		if (isPushed && decision.pushAt !== null) {
			this.#outbox.plan(id, decision.pushAt + afterMs, decision.isHeld, isGroupOfNews(entry.type) ? GROUP_EVERY_MS : 0);
			this.#host.wake("push", this.#outbox.nextAt());
		}
		if (decision.mailAt !== null) this.#planMail({ key: entry.key, text: entry.text, at: decision.mailAt });
		return true;
	}

	withdraw(what: Withdrawal, at: number): void {
		if (this.#store.withdraw(what, at)) this.#host.tellUnread(this.#store.unread());
	}

	list(limit: number, before: number | null, types: readonly NotificationType[] | null) {
		return this.#store.list(limit, before, types);
	}

	actors(id: number, limit: number, before: { readonly at: number; readonly id: string } | null) {
		return this.#store.actors(id, limit, before);
	}

	/** @returns how many stay unread */
	markRead(upTo: number | null): number {
		const isChanged = this.#store.markRead(upTo);
		const unread = this.#store.unread();
		if (isChanged) this.#host.tellUnread(unread);
		return unread;
	}

	/** @param sessionId of the browser that asks */
	standing(sessionId: string): Standing {
		const subscriptions = this.#subscriptions.all();
		return {
			settings: this.#settings.read(),
			here: subscriptions.some((subscription) => subscription.sessionId === sessionId),
			devices: subscriptions.length,
		};
	}

	/** @param origin where the person uses the app: links in mails lead there; null leaves what is known */
	change(change: SettingsChange, origin: string | null): void {
		const { mail } = this.#settings.change(change);
		if (origin !== null) this.#rememberOrigin(origin);
		this.#host.wake("digest", mail.digest ? this.#nextDigest() : null);
	}

	#rememberOrigin(origin: string): void {
		const { kv } = this.#host.storage;
		if (kv.get("origin") !== origin) kv.put("origin", origin);
	}

	muted(): string[] {
		return this.#settings.muted();
	}

	/** @returns false when there is no room for another */
	mute(userId: string): boolean {
		return this.#settings.mute(userId, this.#host.services.clock());
	}

	unmute(userId: string): void {
		this.#settings.unmute(userId);
	}

	subscribe(subscription: Subscription): void {
		this.#subscriptions.put(subscription, this.#host.services.clock());
	}

	unsubscribe(sessionIds: readonly string[]): void {
		for (const sessionId of sessionIds) this.#subscriptions.removeSession(sessionId);
	}

	/** Alarm: something is to be pushed. */
	async push(): Promise<void> {
		const { services, userId, wake } = this.#host;
		const [store, outbox, subscriptions] = [this.#store, this.#outbox, this.#subscriptions];
		wake("push", await pushDue({ services, userId: userId(), store, outbox, subscriptions }, await this.#teenNightUntil()));
	}

	#teenNightUntil(): Promise<number | null> {
		const { services, userId } = this.#host;
		return teenNightUntil(services, userId(), this.#settings.read().timeZone);
	}

	#planMail(mail: DueMail): void {
		this.#host.storage.kv.put("mails", [...this.#mails(), mail]);
		this.#host.wake("mail", Math.min(...this.#mails().map(({ at }) => at)));
	}

	#mails(): DueMail[] {
		return this.#host.storage.kv.get<DueMail[]>("mails") ?? [];
	}

	/** Alarm: mails that were held back are due. @throws when one can't be sent on: it is called again */
	async mail(): Promise<void> {
		const { services, userId, storage, wake } = this.#host;
		const nightUntil = await this.#teenNightUntil();
		if (nightUntil !== null) return wake("mail", nightUntil);
		for (const mail of this.#mails().filter(({ at }) => at <= services.clock())) {
			await emitOrFail(services, "mailDue", { userId: userId(), list: "video_failed", text: mail.text, origin: this.#origin });
			storage.kv.put(
				"mails",
				this.#mails().filter(({ key }) => key !== mail.key),
			);
		}
		const waiting = this.#mails();
		wake("mail", waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at)));
	}

	/** Alarm: the week in short, where there is anything to tell. @throws when it can't be sent on: it is called again */
	async digest(): Promise<void> {
		const { services, userId, wake } = this.#host;
		if (!this.#settings.read().mail.digest) return;
		const counts = this.#store.countsSince(services.clock() - WEEK_MS);
		const text = countedInWords(new Map([...counts].filter(([type]) => type !== "account")));
		if (text !== "") await emitOrFail(services, "mailDue", { userId: userId(), list: "digest", text, origin: this.#origin });
		wake("digest", this.#nextDigest());
	}

	get #origin(): string | null {
		return this.#host.storage.kv.get<string>("origin") ?? null;
	}

	#nextDigest(): number {
		return nextTimeOfDay(this.#settings.read().timeZone, DIGEST_TIME, this.#host.services.clock(), DIGEST_DAY);
	}
}
