import type * as z from "zod";
import type { decideCase, decideMany } from "../../contracts/desk.ts";
import { caseClosed, caseTaken } from "../../contracts/problems/moderation.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import type { Services } from "../platform/services.ts";
import type { Operator } from "../rules/operator.ts";
import { caseFor, decide, moveTo, reportOut } from "../trust/index.ts";

type Given = z.output<typeof decideCase.body>;
type Bulk = z.output<typeof decideMany.body>;
type Result = z.output<typeof decideMany.answer>["results"][number];

/**
 * Decides a case. To escalate hands it on: to those cleared for child safety, as anybody's report would be, so that who does it sees
 * nothing of what is there; and from them to the authority, which may refuse it.
 */
export async function decideOne(
	services: Services,
	operator: Operator,
	caseId: string,
	{ until, target, ...given }: Given,
): Promise<{ decisionId: string | null; performed: boolean }> {
	if (given.decision === "escalate") {
		const found = await caseFor(services, operator, caseId);
		if (found.state === "closed") throw caseClosed();
		if (found.queue === "child_safety") await reportOut(services, operator, found, given.note);
		else if (!(await moveTo(services, operator, found, "child_safety"))) throw caseTaken();
		return { decisionId: null, performed: true };
	}
	return decide(services, {
		caseId,
		operator,
		...given,
		...(until === undefined ? {} : { until: new Date(until) }),
		...(target === undefined ? {} : { target }),
	});
}

/** One after the other: each stands by itself, and what could not be decided is told. */
export async function decideAll(services: Services, operator: Operator, { caseIds, ...given }: Bulk): Promise<Result[]> {
	const results: Result[] = [];
	for (const caseId of new Set(caseIds)) {
		try {
			await decide(services, { caseId, operator, ...given });
			results.push({ caseId, problem: null });
		} catch (error) {
			if (!(error instanceof ProblemError)) throw error;
			results.push({ caseId, problem: error.message });
		}
	}
	return results;
}
