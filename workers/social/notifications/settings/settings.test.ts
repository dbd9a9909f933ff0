import { describe, expect, it } from "vitest";
import { NOTIFICATION_TYPES } from "../../../../contracts/notification-types.ts";
import { changed, DEFAULTS, decide, type Settings } from "./settings.ts";

const NOON = Date.parse("2026-06-10T12:00:00Z");
const NIGHT = Date.parse("2026-06-10T23:00:00Z");
const MORNING = Date.parse("2026-06-11T07:00:00Z");
const off = changed(DEFAULTS, {
	types: Object.fromEntries(NOTIFICATION_TYPES.map((type) => [type, { inApp: false, push: false }])),
	mail: { videoFailed: false },
});
const quiet: Settings = { ...DEFAULTS, quietHours: { from: "22:00", to: "07:00" } };

/** Shown in the inbox, pushed, mailed: at the beginning, and with every switch off. */
const TABLE: Readonly<Record<(typeof NOTIFICATION_TYPES)[number], readonly [string, string]>> = {
	follow: ["shown pushed", ""],
	request: ["shown pushed", ""],
	accept: ["shown pushed", ""],
	like: ["shown", ""],
	comment: ["shown pushed", ""],
	reply: ["shown pushed", ""],
	mention: ["shown pushed", ""],
	comment_like: ["shown", ""],
	repost: ["shown", ""],
	message: ["pushed", ""],
	milestone: ["shown pushed", ""],
	viral: ["shown pushed", ""],
	video_ready: ["shown pushed", ""],
	video_failed: ["shown pushed mailed", ""],
	verdict: ["shown pushed", "shown"],
	decision: ["shown pushed", "shown"],
	report: ["shown pushed", ""],
	account: ["shown pushed", "shown"],
};
const inWords = ({ isListed, pushAt, mailAt }: ReturnType<typeof decide>) =>
	[isListed && "shown", pushAt !== null && "pushed", mailAt !== null && "mailed"].filter(Boolean).join(" ");

describe("what becomes of something to be told", () => {
	it.each(NOTIFICATION_TYPES)("%s: at the beginning, with every switch off, and of a person who is switched off", (type) => {
		expect(inWords(decide(DEFAULTS, type, false, NOON))).toBe(TABLE[type][0]);
		expect(inWords(decide(off, type, false, NOON))).toBe(TABLE[type][1]);
		expect(inWords(decide(DEFAULTS, type, true, NOON))).toBe("");
	});

	it.each(NOTIFICATION_TYPES)("%s: in quiet hours it is shown at once, and pushed and mailed after them", (type) => {
		const decision = decide(quiet, type, false, NIGHT);
		expect(inWords(decision)).toBe(TABLE[type][0]);
		const isUrgent = type === "account";
		if (decision.pushAt !== null) expect(decision).toMatchObject({ pushAt: isUrgent ? NIGHT : MORNING, isHeld: !isUrgent });
		if (decision.mailAt !== null) expect(decision.mailAt).toBe(MORNING);
		expect(decide(quiet, type, false, NOON)).toEqual(decide(DEFAULTS, type, false, NOON));
	});

	it("goes by the person's own clock", () => {
		const abroad = { ...quiet, timeZone: "Asia/Tokyo" };
		expect(decide(abroad, "comment", false, Date.parse("2026-06-10T13:00:00Z")).pushAt).toBe(Date.parse("2026-06-10T22:00:00Z"));
		expect(decide(abroad, "comment", false, NIGHT).isHeld).toBe(false);
	});
});

describe("a change of settings", () => {
	it("leaves what it does not name", () => {
		const after = changed(quiet, { types: { like: { push: true } }, mail: { digest: true } });
		expect(after.types.like).toEqual({ inApp: true, push: true });
		expect(after.types.comment).toEqual(quiet.types.comment);
		expect(after).toMatchObject({ quietHours: quiet.quietHours, mail: { videoFailed: true, digest: true } });
		expect(changed(after, {})).toEqual(after);
		expect(changed(after, { quietHours: null }).quietHours).toBeNull();
	});
});
