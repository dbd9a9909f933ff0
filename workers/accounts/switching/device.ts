import { ACCOUNTS_MAX } from "../../../contracts/switching.ts";
import { ACCOUNTS_COOKIE, type AppContext, openToken, readCookie, SESSION_COOKIE, setCookie } from "../../gateway/index.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { SESSION_LIFETIME_S } from "../sessions/lifetime.ts";
import { endSessionOf } from "../sessions/manage.ts";
import { readSession } from "../sessions/read.ts";

/** A session of this device: its signed token, and whose it is. */
export interface HeldSession {
	readonly signed: string;
	readonly viewer: UserViewer;
}
/** Who is signed in on the device that asks. */
export interface Device {
	readonly inUse: HeldSession | null;
	/** Each of another account, the one used last first. */
	readonly others: readonly HeldSession[];
}

/** Between tokens; none has it. */
const SEPARATOR = "~";

/**
 * The sessions a request's cookies name, those that ended left out.
 * @param change whether anything is done with one of them: a session that ended moments ago must not pass
 */
export async function readDevice({ var: { services }, req }: AppContext, change: boolean): Promise<Device> {
	const { config } = services;
	const given = readCookie(config, req.raw, ACCOUNTS_COOKIE)?.split(SEPARATOR).slice(0, ACCOUNTS_MAX) ?? [];
	const [inUse = null, ...others] = await Promise.all(
		[readCookie(config, req.raw, SESSION_COOKIE), ...given].map(async (signed): Promise<HeldSession | null> => {
			const viewer = signed ? await readSession(services, signed, change) : null;
			return viewer === null || !signed ? null : { signed, viewer };
		}),
	);
	const seen = new Set([inUse?.viewer.userId]);
	return {
		inUse,
		others: others.filter((held) => held !== null).filter(({ viewer }) => !seen.has(viewer.userId) && seen.add(viewer.userId)),
	};
}

/** Has the device keep these sessions to be switched to; what is one too many ends. */
export async function keepOthers(context: AppContext, others: readonly HeldSession[]): Promise<void> {
	const { services, cookies } = context.var;
	const kept = others.slice(0, ACCOUNTS_MAX - 1);
	const lifetime = kept.length > 0 ? SESSION_LIFETIME_S : 0;
	cookies.push(setCookie(services.config, context.req.url, ACCOUNTS_COOKIE, kept.map(({ signed }) => signed).join(SEPARATOR), lifetime));
	await Promise.all(others.slice(ACCOUNTS_MAX - 1).map(({ signed }) => endHeld(services, signed)));
}

async function endHeld(services: Services, signed: string): Promise<void> {
	const token = openToken(services.config.AUTH_SECRET, "session", signed);
	if (token !== null) await endSessionOf(services, token);
}

/** Somebody signed in on the device: its other accounts stay, the one in use among them where it was asked for. */
export async function noteSignIn(context: AppContext, userId: string, add: boolean): Promise<void> {
	const { inUse, others } = await readDevice(context, false);
	if (inUse === null && others.length === 0) return;
	const before = inUse !== null && add ? [inUse, ...others] : others;
	await keepOthers(
		context,
		before.filter(({ viewer }) => viewer.userId !== userId),
	);
}
