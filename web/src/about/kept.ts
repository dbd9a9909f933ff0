import { isTold, RETENTION, type RetentionName, type ToldName } from "../../../contracts/retention.ts";
import * as retentionWords from "./retention.words.ts";

/** What is kept, and until when, in words: a row of the retention table. */
export interface KeptRow {
	readonly name: ToldName;
	readonly what: string;
	readonly until: string;
}

type InDays = (values: { readonly days: number }) => string;

/** Where the days begin elsewhere than with the thing itself. */
const SINCE: Partial<Record<ToldName, InDays>> = {
	mailedLinks: retentionWords.untilDay,
	guest: retentionWords.untilVisit,
	reports: retentionWords.untilDecided,
	cases: retentionWords.untilDecided,
	ownCopy: retentionWords.untilReady,
	copies: retentionWords.untilAtMost,
	onTheWay: retentionWords.untilAtMost,
};

const UNTIL = {
	owner: retentionWords.untilTaken,
	account: retentionWords.untilAccount,
	shared: retentionWords.untilShared,
	law: retentionWords.untilLaw,
	nobodys: retentionWords.untilNobodys,
} as const;

function untilOf(name: ToldName): string {
	const kept = RETENTION[name];
	if (name === "taste") return retentionWords.untilOff();
	if (name === "sessions") return retentionWords.untilEnd();
	if ("until" in kept) return UNTIL[kept.until]();
	return (SINCE[name] ?? retentionWords.untilDays)({ days: kept.days });
}

/** What each of it is, and what it is kept for. */
const WHAT: Readonly<Record<ToldName, () => string>> = {
	account: retentionWords.account,
	sessions: retentionWords.sessions,
	mailedLinks: retentionWords.mailedLinks,
	formerNames: retentionWords.formerNames,
	people: retentionWords.people,
	videos: retentionWords.videos,
	comments: retentionWords.comments,
	earlierWords: retentionWords.earlierWords,
	acts: retentionWords.acts,
	taste: retentionWords.taste,
	shown: retentionWords.shown,
	marks: retentionWords.marks,
	screenTime: retentionWords.screenTime,
	guest: retentionWords.guest,
	watchArchive: retentionWords.watchArchive,
	ownCopy: retentionWords.ownCopy,
	messages: retentionWords.messages,
	notices: retentionWords.notices,
	reports: retentionWords.reports,
	reportNetworks: retentionWords.reportNetworks,
	cases: retentionWords.cases,
	decisions: retentionWords.decisions,
	law: retentionWords.law,
	copies: retentionWords.copies,
	onTheWay: retentionWords.onTheWay,
	deadLetters: retentionWords.deadLetters,
	figures: retentionWords.figures,
	common: retentionWords.common,
};

/** The table of `contracts/retention.ts` but for who works here, in its order and in the reader's language. */
export const keptRows = (): KeptRow[] =>
	(Object.keys(RETENTION) as RetentionName[]).filter(isTold).map((name) => ({ name, what: WHAT[name](), until: untilOf(name) }));
