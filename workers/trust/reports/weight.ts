/**
 * How much a report counts: by what became of its reporter's earlier ones. It decides how early people look at something, never what they
 * decide: a report is looked at whatever it weighs.
 */

/** What is known of who reports. */
export interface Reporter {
	/** Earlier reports of theirs that were decided: something was done, or nothing was wrong. */
	readonly upheld: number;
	readonly dismissed: number;
	/** Not signed in: nothing is known of what they reported before. */
	readonly isGuest: boolean;
	/** Their account is of today. */
	readonly isNew: boolean;
}

/**
 * The mean of a Beta distribution that begins with one imagined report that held and two that did not. Chosen, not measured: who is new
 * to it counts, and two reports that held double that.
 */
const IMAGINED_UPHELD = 1;
const IMAGINED_DISMISSED = 2;
/** Nothing is known of a guest, and a cookie costs nothing; an account of today costs hardly more. */
const GUEST_SHARE = 0.4;
const NEW_SHARE = 0.5;
/**
 * Of all who report one thing, those whose reports weigh most count, and no more than this many: a crowd that was called together lifts
 * something no higher than three people of the same record do.
 */
const COUNTED = 3;

/** The share of somebody's reports that is expected to hold, 0 to 1. */
export function weightOf({ upheld, dismissed, isGuest, isNew }: Reporter): number {
	const share = (upheld + IMAGINED_UPHELD) / (upheld + dismissed + IMAGINED_UPHELD + IMAGINED_DISMISSED);
	if (isGuest) return share * GUEST_SHARE;
	return isNew ? share * NEW_SHARE : share;
}

/** One report of a thing, as far as it counts. */
export interface Weighed {
	readonly weight: number;
	/** Where it came from, by a name that holds for a day; null where that is not known. */
	readonly network: string | null;
}

/** What reports of one thing come to, 0 to 3: those from one network address count as their weightiest. */
export function liftOf(reports: readonly Weighed[]): number {
	const heaviest = [...reports].sort((one, other) => other.weight - one.weight);
	const networks = new Set<string>();
	const apart = heaviest.filter(({ network }) => {
		if (network === null) return true;
		if (networks.has(network)) return false;
		networks.add(network);
		return true;
	});
	return apart.slice(0, COUNTED).reduce((sum, { weight }) => sum + weight, 0);
}

/** Where a lift of 1, three people without a record, leaves the reason's severity as it is; it goes from three fifths up to seven. */
const LEAST_FACTOR = 0.6;
const FACTOR_PER_LIFT = 0.4;
const MOST_FACTOR = 1.4;

/**
 * How severe a case is that was opened by reports, 1 to 5.
 * @param severity of the reason they gave, 1 to 5
 * @param keeps the reason's severity is the least, whoever reports: where a child may be in danger
 */
export function severityOf(severity: number, lift: number, keeps: boolean): number {
	const factor = Math.min(MOST_FACTOR, LEAST_FACTOR + FACTOR_PER_LIFT * lift);
	const weighed = Math.min(5, Math.max(1, Math.round(severity * factor)));
	return keeps ? Math.max(severity, weighed) : weighed;
}
