import type { Circle } from "../../contracts/messages.ts";

/** How somebody who wants to write stands to the other, as rules on messages need it. */
export interface Between {
	/** The other follows them. */
	readonly isFollowed: boolean;
	/** They follow the other. */
	readonly follows: boolean;
	/** One of both is younger than 18. */
	readonly isTeenIn: boolean;
}

/** Whether somebody is in the circle of those who may come up to a person. */
function isIn(circle: Circle, { isFollowed, follows, isTeenIn }: Between): boolean {
	const isMutual = isFollowed && follows;
	if (circle === "no_one") return false;
	// Nobody comes up to a teen, or is come up to by one, whom they don't know from both sides.
	if (circle === "mutuals" || isTeenIn) return isMutual;
	return circle === "everyone" || follows || isFollowed;
}

/** How a first message comes in: straight, of somebody the other follows; as a request; or not at all. */
export function comesIn(whoMayWrite: Circle, between: Between): "member" | "request" | null {
	if (!isIn(whoMayWrite, between)) return null;
	return between.isFollowed ? "member" : "request";
}

/** Whether somebody may ask a person into a group; whether they join is theirs to say. */
export const mayAskIn = (whoMayAdd: Circle, between: Between): boolean => isIn(whoMayAdd, between);

/** What a person may choose from: a teen never lets in strangers. */
export const mayChoose = (circle: Circle, isTeen: boolean): boolean => !isTeen || circle === "mutuals" || circle === "no_one";
export const circleFromStart = (isTeen: boolean): Circle => (isTeen ? "mutuals" : "everyone");
