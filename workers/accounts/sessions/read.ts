import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { accountSessions, accountUsers } from "../../../db/schema/directory.ts";
import { accountLimits } from "../../../db/schema/moderation.ts";
import { openToken } from "../../gateway/index.ts";
import { changesOf } from "../../platform/changes.ts";
import { perIsolate } from "../../platform/isolate.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { SESSION_LIFETIME_S } from "./lifetime.ts";

/** An isolate believes itself this long, milliseconds, for requests that change nothing, and unless it hears that the session ended. */
const ISOLATE_TTL_MS = 5_000;
/** Redis is believed this long before Postgres is asked again, seconds … */
const REDIS_TTL_S = 300;
/** … and this long while Postgres does not answer, seconds. */
const LAST_KNOWN_TTL_S = 3_600;
/** A revocation outlives every entry it revokes, seconds. */
const REVOKED_TTL_S = LAST_KNOWN_TTL_S + 60;
/** Use is written down at most this often, milliseconds; each time the session's end moves out again. */
const TOUCH_EVERY_MS = 3_600_000;

const REVOKED = "revoked";

interface StoredSession {
	readonly userId: string;
	readonly sessionId: string;
	readonly isTeen: boolean;
	readonly isChild: boolean;
	/** Milliseconds since 1970. */
	readonly expiresAt: number;
}
interface Held {
	readonly session: StoredSession;
	readonly at: number;
}

// No read-through cache: a revocation is an answer, not an absence, and changes pass the memory over (docs/decisions/caching.md).
const memoryOf = perIsolate(() => new LRUCache<string, Held>({ max: 10_000 }));

// Redis never holds a token that could be used: only its hash.
const redisKey = (token: string): string => `session:${createHash("sha256").update(token).digest("base64url")}`;
const lastKnownKey = (token: string): string => `${redisKey(token)}:last`;

/**
 * Who holds this signed token, or null. Isolate → Redis → Postgres; a forged token is refused before any of them.
 * @param change whether the request may change anything: then the isolate's memory is passed over, so that a session
 *   revoked anywhere can change nothing from that moment, and read for a second at most (platform/changes.ts).
 * @throws when neither Redis nor Postgres can tell
 */
export async function readSession(services: Services, signed: string, change: boolean): Promise<UserViewer | null> {
	const memory = memoryOf(services);
	const now = services.clock();
	const known = memory.get(signed);
	if (!change && known !== undefined && now - known.at < ISOLATE_TTL_MS) {
		const changed = await changesOf(services).current();
		if (!changed.has(`session:${known.session.sessionId}`)) return viewerOf(known.session, now);
	}
	const token = openToken(services.config.AUTH_SECRET, "session", signed);
	if (token === null) return null;
	const session = await lookUp(services, token, known?.session);
	if (session === null) memory.delete(signed);
	else memory.set(signed, { session, at: now });
	return session === null ? null : viewerOf(session, now);
}

/** @param held what this isolate knew: used only while Postgres is away and a Redis that answers tells of no revocation */
async function lookUp(services: Services, token: string, held: StoredSession | undefined): Promise<StoredSession | null> {
	type Cached = StoredSession | typeof REVOKED | null;
	const cached = await services.redis.soft((redis) => redis.mget<[Cached, StoredSession | null]>(redisKey(token), lastKnownKey(token)));
	if (cached?.[0] === REVOKED) return null;
	if (cached?.[0]) return cached[0];
	let session: StoredSession | null;
	try {
		session = await readRow(services, token);
	} catch (error) {
		const last = cached === null ? null : (cached[1] ?? held);
		if (!last) throw error;
		services.log.warn("session_from_last_known", { userId: last.userId, ...errorFields(error) });
		return last;
	}
	if (cached !== null) {
		await services.redis.soft((redis) => {
			const pipeline = redis.pipeline();
			// Only where nothing is: what was read before a revocation can't overwrite it.
			pipeline.set(redisKey(token), session ?? REVOKED, { ex: REDIS_TTL_S, nx: true });
			if (session !== null) pipeline.set(lastKnownKey(token), session, { ex: LAST_KNOWN_TTL_S });
			return pipeline.exec();
		});
	}
	return session;
}

async function readRow(services: Services, token: string): Promise<StoredSession | null> {
	const directory = services.db.directory();
	const now = services.clock();
	const [row] = await directory
		.select({
			userId: accountSessions.userId,
			sessionId: accountSessions.id,
			accountType: accountUsers.accountType,
			childSince: accountLimits.childSince,
			expiresAt: accountSessions.expiresAt,
			updatedAt: accountSessions.updatedAt,
		})
		.from(accountSessions)
		.innerJoin(accountUsers, eq(accountUsers.id, accountSessions.userId))
		.leftJoin(accountLimits, eq(accountLimits.ownerId, sql`${accountSessions.userId}::bigint`))
		.where(and(eq(accountSessions.token, token), gt(accountSessions.expiresAt, new Date(now))));
	if (row === undefined) return null;
	const { updatedAt, accountType, childSince, ...rest } = row;
	const session = { ...rest, isTeen: accountType === "teen", isChild: childSince !== null };
	if (now - updatedAt.getTime() < TOUCH_EVERY_MS) return { ...session, expiresAt: session.expiresAt.getTime() };
	const expiresAt = now + SESSION_LIFETIME_S * 1_000;
	await directory
		.update(accountSessions)
		.set({ updatedAt: new Date(now), expiresAt: new Date(expiresAt) })
		.where(eq(accountSessions.id, session.sessionId));
	return { ...session, expiresAt };
}

function viewerOf(session: StoredSession, now: number): UserViewer | null {
	if (session.expiresAt <= now) return null;
	return {
		kind: "user",
		userId: session.userId,
		sessionId: session.sessionId,
		teen: session.isTeen,
		isChild: session.isChild,
	};
}

/** To be called after what is kept of these sessions changed: no cache gives it out as it was. */
export async function outdateSessions(
	services: Services,
	changed: readonly { readonly id: string; readonly token: string }[],
): Promise<void> {
	if (changed.length === 0) return;
	const tokens = new Set(changed.map(({ token }) => token));
	const memory = memoryOf(services);
	for (const signed of memory.keys()) if (tokens.has(signed.slice(0, signed.indexOf(".")))) memory.delete(signed);
	await services.redis.soft((redis) => redis.del(...[...tokens].flatMap((token) => [redisKey(token), lastKnownKey(token)])));
	await changesOf(services).note(changed.map(({ id }): `session:${string}` => `session:${id}`));
}

const TOMBSTONE_ATTEMPTS = 3;

/** To be called after these sessions' rows are deleted: no cache gives them out any more. */
export async function forgetSessions(services: Services, ended: readonly { readonly id: string; readonly token: string }[]): Promise<void> {
	const tokens = ended.map(({ token }) => token);
	const revoked = new Set(tokens);
	const memory = memoryOf(services);
	for (const signed of memory.keys()) {
		if (revoked.has(signed.slice(0, signed.indexOf(".")))) memory.delete(signed);
	}
	await changesOf(services).note(ended.map(({ id }): `session:${string}` => `session:${id}`));
	for (let attempt = 1; tokens.length > 0; attempt++) {
		const done = await services.redis.soft((redis) => {
			const pipeline = redis.pipeline();
			for (const token of tokens) pipeline.set(redisKey(token), REVOKED, { ex: REVOKED_TTL_S });
			// What was kept for an outage says whose it was, and when they were born.
			pipeline.del(...tokens.map(lastKnownKey));
			return pipeline.exec();
		});
		if (done !== null) return;
		if (attempt === TOMBSTONE_ATTEMPTS) {
			// The rows are gone; a copy in a Redis that comes back ends within REDIS_TTL_S.
			services.log.error("session_revocation_not_cached", { sessions: tokens.length, boundSeconds: REDIS_TTL_S });
			return;
		}
	}
}
