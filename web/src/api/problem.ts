import type { Problem } from "../../../contracts/problems/codes.ts";
import * as shellWords from "../shell/shell.words.ts";
import { untilWhen } from "./untilWhen.ts";

/** A refused or failed call. `message` is a sentence that may be shown to the person as it stands. */
export class ApiError extends Error {
	override readonly name = "ApiError";
	/** Code of the catalogue, or `offline`, `unreachable`, `unreadable` when no problem document arrived. */
	readonly code: string;
	/** HTTP status; 0 when there was no answer. */
	readonly status: number;
	readonly fields: readonly { field: string; message: string }[];
	readonly retryAfterSeconds: number | undefined;

	constructor(problem: Pick<Problem, "code" | "status" | "detail"> & Partial<Problem>) {
		super(problem.detail);
		this.code = problem.code;
		this.status = problem.status;
		this.fields = problem.errors ?? [];
		this.retryAfterSeconds = problem.retryAfterSeconds;
	}

	/** True when the same call may succeed a little later. */
	get isTransient(): boolean {
		return this.status === 0 || this.status === 429 || this.status >= 500;
	}
}

export const offlineError = () => new ApiError({ code: "offline", status: 0, detail: shellWords.offlineProblem() });
export const unreachableError = () => new ApiError({ code: "unreachable", status: 0, detail: shellWords.unreachable() });

const isProblem = (value: unknown): value is Problem =>
	typeof value === "object" && value !== null && "detail" in value && typeof value.detail === "string" && "code" in value;

/** Reads the problem document of an answer; any other body becomes a sentence of ours. */
export async function problemOf(response: Response): Promise<ApiError> {
	const body: unknown = await response.json().catch(() => null);
	if (isProblem(body)) return new ApiError({ ...body, status: response.status });
	const detail = response.status >= 500 ? shellWords.ourFault() : shellWords.couldNot();
	return new ApiError({ code: "unreadable", status: response.status, detail });
}

let sentenceFor: (code: string) => string | undefined = () => undefined;
/** Has problems said in another language than the API's, by their codes, from here on. */
export function sayProblemsBy(say: typeof sentenceFor): void {
	sentenceFor = say;
}

/** The sentence to show for anything thrown. */
export function sentenceOf(error: unknown): string {
	if (!(error instanceof ApiError)) return shellWords.didNotWork();
	const sentence = sentenceFor(error.code) ?? error.message;
	const { code, retryAfterSeconds } = error;
	return code === "daily_limit" && retryAfterSeconds !== undefined ? `${sentence} ${untilWhen(retryAfterSeconds, Date.now())}` : sentence;
}
