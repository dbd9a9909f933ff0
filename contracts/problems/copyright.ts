import { ProblemError } from "./problem-error.ts";

const unfit = (why: string) => new ProblemError("copyright_unfit", why);

export const nothingToClear = () =>
	unfit("There is nothing to take out of this video, or it is being made again already. Look at it again in a moment.");
export const cannotDispute = () => unfit("This match can't be disputed: it was disputed already, or nothing was done about it.");
export const cannotClaim = () => unfit("You claimed this video already, or it isn't up. Claim a video of yours that others can see.");
export const claimNotFound = () =>
	new ProblemError("not_found", "There is no such claim of yours. It may have been withdrawn: look at your claims.");
