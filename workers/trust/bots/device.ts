import { createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { addressKey } from "../../gateway/index.ts";
import { perIsolate } from "../../platform/isolate.ts";
import type { Services } from "../../platform/services.ts";
import { noteDeviceAccounts } from "./habits.ts";

/**
 * Which accounts share a device, without keeping what a device is: what browsers say of themselves, from one household or office, is hashed
 * under a salt that is drawn by chance each week and thrown away with it. From then on nobody can make the same hash again, we neither.
 */

const WEEK_MS = 7 * 86_400_000;
const WEEK_S = WEEK_MS / 1_000;
/** The same device and account are noted once in this time by one isolate, milliseconds. */
const NOTED_FOR_MS = 3_600_000;
/** Of a device this many accounts are told apart; a score knows no difference above. */
const TOLD_APART = 50;

/** What a browser tells of itself with each request, and no page has to ask for. */
const TELLING = ["user-agent", "accept-language", "accept-encoding", "sec-ch-ua", "sec-ch-ua-platform", "sec-ch-ua-mobile"] as const;

const noted = perIsolate((services) => new LRUCache<string, true>({ max: 20_000, ttl: NOTED_FOR_MS, perf: { now: services.clock } }));
const salts = perIsolate(() => new LRUCache<number, string>({ max: 2 }));

/** This week's salt: whoever needs it first draws it. Null while Redis can't be asked. */
async function saltOf(services: Services, week: number): Promise<string | null> {
	const held = salts(services).get(week);
	if (held !== undefined) return held;
	const key = `device-salt:${week}`;
	const drawn = randomBytes(24).toString("base64url");
	const answers = await services.redis.soft((redis) =>
		redis.pipeline().set(key, drawn, { ex: WEEK_S, nx: true }).get(key).exec<[unknown, string | null]>(),
	);
	const salt = answers?.[1] ?? null;
	if (salt !== null) salts(services).set(week, salt);
	return salt;
}

/** Notes that an account was used on the device that sent these headers. Never throws. */
export async function noteDevice(services: Services, userId: string, headers: Headers): Promise<void> {
	if (!headers.has("cf-connecting-ip") || !headers.has("user-agent")) return;
	const week = Math.floor(services.clock() / WEEK_MS);
	const salt = await saltOf(services, week);
	if (salt === null) return;
	const hash = (text: string) => createHmac("sha256", salt).update(text).digest("base64url").slice(0, 16);
	const device = hash([addressKey(headers), ...TELLING.map((name) => headers.get(name) ?? "")].join("\n"));
	const name = `${userId} ${device}`;
	if (noted(services).has(name)) return;
	noted(services).set(name, true);
	const key = `device:${device}`;
	const answers = await services.redis.soft((redis) =>
		redis
			.pipeline()
			.sadd(key, hash(`account ${userId}`))
			.scard(key)
			.expire(key, WEEK_S)
			.exec<[number, number, number]>(),
	);
	if (answers === null) return;
	const accounts = Math.min(answers[1], TOLD_APART);
	if (accounts > 1) await noteDeviceAccounts(services, userId, accounts);
}
