import type { ExportAnswer } from "../../../contracts/exports.ts";
import type { ProblemCode } from "../../../contracts/problems/codes.ts";
import type { ScreenTime } from "../../../contracts/screen-time.ts";
import type { Account } from "../../../contracts/users.ts";
import type { VideoCard } from "../../../contracts/videos.ts";

/** What the made-up account holds beside its profile. */
export interface FakeAccount {
	password: string;
	/** When it is being erased; then logging in asks whether one comes back. */
	leaving: boolean;
	/** Other accounts of the device. */
	others: Account[];
	/** Ids of what was watched, latest first. */
	watched: string[];
	/** Tokens of mailed links that are good. */
	links: Set<string>;
	screenTime: ScreenTime;
	copy: ExportAnswer;
	/** Bodies that were sent to change it, by path. */
	asked: Map<string, Record<string, unknown>>;
}

export const newFakeAccount = (): FakeAccount => ({
	password: "long enough",
	leaving: false,
	others: [],
	watched: [],
	links: new Set(["good"]),
	asked: new Map(),
	copy: { export: null, mayAskAt: null },
	screenTime: {
		limitMin: null,
		breakMin: null,
		days: ["25", "26", "27", "28", "29", "30"]
			.map((day, place) => ({ day: `2026-11-${day}`, watchedMs: place * 900_000 }))
			.concat({ day: "2026-12-01", watchedMs: 3_900_000 }),
		todayMs: 3_900_000,
		at: "2026-12-01T10:00:00.000Z",
	},
});

interface Asked {
	readonly method: string;
	readonly pathname: string;
	body(): Record<string, unknown>;
}
interface Held {
	account: Account | null;
	readonly cards: readonly VideoCard[];
	readonly own: FakeAccount;
}
/** A body, a refusal in words, or nothing. */
export type FakeAnswer = { readonly status: number; readonly json: unknown } | { readonly code: ProblemCode; readonly detail: string };

const summaryOf = ({ id, username, displayName, avatarUrl, verified }: Account) => ({ id, username, displayName, avatarUrl, verified });

const AUTH = "/api/v1/auth/";
const wrongPassword: FakeAnswer = { code: "wrong_password", detail: "This isn't your password. Check it and try again." };
const expired: FakeAnswer = { code: "link_expired", detail: "This link was used before, or is too old. Ask for a new one." };
const nothing: FakeAnswer = { status: 204, json: null };

/** Answers what is about the account and the history; null for anything else. */
export function accountAnswer({ method, pathname, body }: Asked, held: Held): FakeAnswer | null {
	const { own } = held;
	const call = `${method} ${pathname}`;
	const given = () => {
		const sent = body();
		own.asked.set(call, sent);
		return sent;
	};
	switch (call) {
		case `POST ${AUTH}password`:
			return given().currentPassword === own.password ? nothing : { ...wrongPassword };
		case `POST ${AUTH}password/forgot`:
			given();
			return { status: 202, json: { accepted: true } };
		case `POST ${AUTH}password/reset`:
			return own.links.delete(String(given().token)) ? nothing : expired;
		case `POST ${AUTH}email`: {
			const { email, password } = given();
			if (password !== own.password) return wrongPassword;
			if (held.account) held.account = { ...held.account, pendingEmail: String(email) };
			return { status: 202, json: { pendingEmail: String(email) } };
		}
		case `POST ${AUTH}email/confirm`:
			return own.links.delete(String(given().token)) ? { status: 200, json: { email: "robin@example.com" } } : expired;
		case `POST ${AUTH}email/undo`:
			if (!own.links.delete(String(given().token))) return expired;
			held.account = null;
			own.links.add("reset");
			return { status: 200, json: { email: "old@example.com", resetToken: "reset" } };
		case `DELETE ${AUTH}sessions`:
			return { status: 200, json: { ended: 1 } };
		case `GET ${AUTH}accounts`: {
			const all = [...(held.account ? [held.account] : []), ...own.others];
			const accounts = all.map((one) => ({ ...summaryOf(one), current: one === held.account }));
			return { status: 200, json: { accounts } };
		}
		case `POST ${AUTH}switch`: {
			const wanted = own.others.find(({ id }) => id === given().userId);
			if (!wanted) return { code: "not_found", detail: "This account isn't signed in on this device any more. Sign in to it again." };
			own.others = [...(held.account ? [held.account] : []), ...own.others.filter((one) => one !== wanted)];
			held.account = wanted;
			return { status: 200, json: { user: wanted } };
		}
		case `POST ${AUTH}deletion`:
			if (given().password !== own.password) return wrongPassword;
			held.account = null;
			own.leaving = true;
			return { status: 202, json: { erasedAt: new Date(Date.now() + 30 * 86_400_000).toISOString() } };
		case `GET ${AUTH}me/export`:
			return { status: 200, json: own.copy };
		case `POST ${AUTH}me/export`:
			own.copy = {
				export: { id: "1", state: "preparing", askedAt: new Date().toISOString(), bytes: null, endsAt: null, url: null },
				mayAskAt: new Date(Date.now() + 86_400_000).toISOString(),
			};
			return { status: 202, json: own.copy };
		case "GET /api/v1/users/me/screen-time":
			return { status: 200, json: own.screenTime };
		case "PUT /api/v1/users/me/screen-time":
			own.screenTime = { ...own.screenTime, ...given() };
			return { status: 200, json: own.screenTime };
		case `PUT ${AUTH}me/adulthood`:
			if (held.account !== null) held.account = { ...held.account, accountType: "standard", mayComeOfAge: false };
			return { status: 200, json: { user: held.account } };
		case "GET /api/v1/users/me/history": {
			const watched = own.watched.flatMap((id) => held.cards.filter((card) => card.id === id));
			return { status: 200, json: { watched: watched.map((video) => ({ video, watchedAt: new Date().toISOString() })), nextCursor: null } };
		}
		case "DELETE /api/v1/users/me/history":
			own.watched = [];
			return nothing;
		case "GET /api/v1/users/me/liked":
			return { status: 200, json: { videos: held.cards.filter(({ liked }) => liked), nextCursor: null } };
	}
	const other = /^\/api\/v1\/auth\/accounts\/(\d+)$/.exec(pathname);
	if (method === "DELETE" && other) {
		own.others = own.others.filter(({ id }) => id !== other[1]);
		return nothing;
	}
	const one = /^\/api\/v1\/users\/me\/history\/(\d+)$/.exec(pathname);
	if (method === "DELETE" && one) {
		own.watched = own.watched.filter((id) => id !== one[1]);
		return nothing;
	}
	return null;
}
