import { describe, expect, it } from "vitest";
import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { GUARDS, type Guarded, type GuardName } from "./guards.ts";
import type { StoredStatus } from "./row.ts";
import { type State, statusAfter, TRANSITIONS, type TransitionName } from "./transitions.ts";

const NOW = 1_800_000_000_000;
const STATUSES = ["processing", "ready", "failed", "review", "blocked", "copyright_flagged", "copyright_blocked", "deleted"] as const;

/** What each status becomes where the guard, if there is one, holds; `-` is refused. In the order of `STATUSES`. */
const TABLE: Readonly<Record<TransitionName, string>> = {
	enqueued: "processing ready failed review blocked copyright_flagged copyright_blocked -",
	progressed: "processing ready/remade - - - - - -",
	playable: "processing/neverLive - - - - - - -",
	handedOver: "processing ready/remade - - - - - -",
	published: "ready ready/remade - - - - - -",
	held: "review review/remade - - - - - -",
	refused: "blocked blocked/remade - - - - - -",
	flagged: "copyright_flagged copyright_flagged/remade - - - - - -",
	claimed: "copyright_blocked copyright_blocked/remade - - - - - -",
	cleared: "processing ready - processing - processing processing -",
	takenDown: "blocked blocked blocked blocked blocked blocked blocked deleted/undoable",
	recalled: "- review - review review - - -",
	approved: "- - - ready/made ready/made ready/made ready/made -",
	readmitted: "- - - processing/notMade processing/notMade - - -",
	restricted: STATUSES.join(" "),
	failed: "failed ready/remade - - - - - -",
	reprocessed: "processing ready processing - - - - -",
	announced: "- ready/unannounced - - - - - -",
	unannounced: "- ready/announced - - - - - -",
	embedded: "- ready/newestLive - - - - - -",
	coverChosen: "- ready/live - - - - - -",
	coverServed: "- ready/newestLive - - - - - -",
	copied: "- ready/newestLive - - - - - -",
	deleted: "deleted deleted deleted deleted deleted deleted deleted -",
	restored: "- - - - - - - ready/undoable",
	undoEnded: "- - - - - - - deleted/undoOver",
	hidden: STATUSES.map((status) => `${status}/notHidden`).join(" "),
	shown: STATUSES.map((status) => `${status}/hidden`).join(" "),
	secluded: STATUSES.map((status) => `${status}/ofPublic`).join(" "),
	sheltered: STATUSES.map((status) => `${status}/ofAdult`).join(" "),
	unsheltered: STATUSES.map((status) => `${status}/ofTeen`).join(" "),
	opened: STATUSES.map((status) => `${status}/ofPrivate`).join(" "),
};

const OF_GENERATION = [
	"enqueued",
	"progressed",
	"playable",
	"handedOver",
	"published",
	"held",
	"refused",
	"flagged",
	"claimed",
	"cleared",
	"failed",
	"reprocessed",
	"embedded",
	"coverServed",
	"copied",
];

const long = new Date(NOW - UNDO_DELETE_MS);
const justNow = new Date(NOW - UNDO_DELETE_MS + 1);
const BASE: Guarded = {
	stage: "encoding",
	generation: 2,
	liveGeneration: null,
	withheldGeneration: null,
	deletedFrom: null,
	deletedAt: null,
	hiddenAt: null,
	creatorPrivate: false,
	creatorTeen: false,
};

/** What a guard holds for, and what it does not hold for. */
const GUARDED: Readonly<Record<GuardName, readonly [readonly Partial<Guarded>[], readonly Partial<Guarded>[]]>> = {
	remade: [[{ liveGeneration: 1 }], [{}, { liveGeneration: 2 }, { liveGeneration: 1, stage: "done" }]],
	neverLive: [[{}], [{ liveGeneration: 1 }]],
	live: [[{ liveGeneration: 1 }, { liveGeneration: 2 }], [{}]],
	made: [[{ liveGeneration: 1 }, { withheldGeneration: 2 }], [{}]],
	notMade: [[{}], [{ liveGeneration: 1 }, { withheldGeneration: 2 }]],
	newestLive: [[{ liveGeneration: 2 }], [{}, { liveGeneration: 1 }]],
	unannounced: [[{ liveGeneration: 2, stage: "publishing" }], [{ stage: "publishing" }, { liveGeneration: 2, stage: "done" }]],
	announced: [[{ stage: "done" }], [{ stage: "publishing" }, { stage: "queued" }]],
	undoable: [
		[{ deletedFrom: "ready", deletedAt: justNow }],
		[{}, { deletedAt: justNow }, { deletedFrom: "ready", deletedAt: long }, { deletedFrom: "ready" }],
	],
	undoOver: [[{ deletedAt: long }], [{}, { deletedAt: justNow }]],
	hidden: [[{ hiddenAt: justNow }], [{}]],
	notHidden: [[{}], [{ hiddenAt: justNow }]],
	ofPrivate: [[{ creatorPrivate: true }], [{}]],
	ofTeen: [[{ creatorTeen: true }], [{}]],
	ofAdult: [[{}], [{ creatorTeen: true }]],
	ofPublic: [[{}], [{ creatorPrivate: true }]],
};

const names = Object.keys(TABLE) as TransitionName[];

describe("what can become of a video", () => {
	it("is said of every transition and every status", () => {
		expect(names.toSorted()).toEqual(Object.keys(TRANSITIONS).toSorted());
		for (const name of names) expect(TABLE[name].split(" "), name).toHaveLength(STATUSES.length);
	});

	const pairs = names.flatMap((name) => STATUSES.map((status, at) => ({ name, status, cell: TABLE[name].split(" ")[at] ?? "" })));
	it.each(pairs)("$name of what is $status: $cell", ({ name, status, cell }) => {
		const [to = "", guard] = cell.split("/") as [string, GuardName | undefined];
		const row = (some: Partial<Guarded>): State => ({ ...BASE, ...some, status });
		const becomes = to === "-" ? null : (to as StoredStatus);
		const [taken, refused] = guard === undefined ? [everyGuardedRow(), []] : GUARDED[guard];
		for (const some of taken) expect(statusAfter(name, row(some), NOW)).toBe(becomes);
		for (const some of refused) expect(statusAfter(name, row(some), NOW)).toBeNull();
	});

	it("what comes late from an old generation is refused wherever a job writes", () => {
		expect(names.filter((name) => TRANSITIONS[name].ofGeneration).toSorted()).toEqual(OF_GENERATION.toSorted());
	});

	it("only what is published becomes ready that was not", () => {
		const toReady = names.filter((name) => statusAfter(name, { ...BASE, status: "processing" }, NOW) === "ready");
		expect(toReady).toEqual(["published"]);
	});

	it("a restored video is what it was", () => {
		for (const was of STATUSES.slice(0, -1) as Exclude<StoredStatus, "deleted">[])
			expect(statusAfter("restored", { ...BASE, status: "deleted", deletedFrom: was, deletedAt: justNow }, NOW)).toBe(was);
	});
});

describe("guards", () => {
	it.each(Object.keys(GUARDED) as GuardName[])("%s", (name) => {
		const [holding, failing] = GUARDED[name];
		for (const some of holding) expect(GUARDS[name].holds({ ...BASE, ...some }, NOW)).toBe(true);
		for (const some of failing) expect(GUARDS[name].holds({ ...BASE, ...some }, NOW)).toBe(false);
	});
});

function everyGuardedRow(): Partial<Guarded>[] {
	return Object.values(GUARDED).flatMap(([holding, failing]) => [...holding, ...failing]);
}
