import { isTold, RETENTION, type RetentionName, type ToldName } from "../../../contracts/retention.ts";
import * as words from "./retention.words.ts";

/** What is kept, and until when, in words: a row of the retention table. */
export interface KeptRow {
	readonly name: ToldName;
	readonly what: string;
	readonly until: string;
}

type InDays = (values: { readonly days: number }) => string;

/** Where the days begin elsewhere than with the thing itself. */
const SINCE: Partial<Record<ToldName, InDays>> = {
	mailedLinks: words.untilDay,
	guest: words.untilVisit,
	reports: words.untilDecided,
	cases: words.untilDecided,
	ownCopy: words.untilReady,
	copies: words.untilAtMost,
	onTheWay: words.untilAtMost,
};

const UNTIL = {
	owner: words.untilTaken,
	account: words.untilAccount,
	shared: words.untilShared,
	law: words.untilLaw,
	nobodys: words.untilNobodys,
} as const;

function untilOf(name: ToldName): string {
	const kept = RETENTION[name];
	if (name === "taste") return words.untilOff();
	if (name === "sessions") return words.untilEnd();
	if ("until" in kept) return UNTIL[kept.until]();
	return (SINCE[name] ?? words.untilDays)({ days: kept.days });
}

/** What each of it is, and what it is kept for. */
const WHAT: Readonly<Record<ToldName, () => string>> = {
	account: words.account,
	sessions: words.sessions,
	mailedLinks: words.mailedLinks,
	formerNames: words.formerNames,
	people: words.people,
	videos: words.videos,
	comments: words.comments,
	earlierWords: words.earlierWords,
	acts: words.acts,
	taste: words.taste,
	shown: words.shown,
	marks: words.marks,
	screenTime: words.screenTime,
	guest: words.guest,
	watchArchive: words.watchArchive,
	ownCopy: words.ownCopy,
	messages: words.messages,
	notices: words.notices,
	reports: words.reports,
	reportNetworks: words.reportNetworks,
	cases: words.cases,
	decisions: words.decisions,
	law: words.law,
	copies: words.copies,
	onTheWay: words.onTheWay,
	deadLetters: words.deadLetters,
	figures: words.figures,
	common: words.common,
};

/** The table of `contracts/retention.ts` but for who works here, in its order and in the reader's language. */
export const keptRows = (): KeptRow[] =>
	(Object.keys(RETENTION) as RetentionName[]).filter(isTold).map((name) => ({ name, what: WHAT[name](), until: untilOf(name) }));
