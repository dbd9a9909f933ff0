import type { RefusalCode } from "../contracts/transcode.ts";

/** The input is at fault: trying again is pointless. The message is shown to the creator. */
export class Refusal extends Error {
	readonly code: RefusalCode;
	constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "Refusal";
		this.code = code;
	}
}

/** Codes of failures that another attempt may cure. */
export type FailureCode =
	| "shutting_down"
	| "cancelled"
	| "superseded"
	| "download_failed"
	| "upload_failed"
	| "storage_failed"
	| "encoder_failed"
	| "timed_out"
	| "no_embedder"
	| "internal";

/** The service or its surroundings are at fault, or the job was stopped: another attempt may succeed. */
export class TranscodeFailure extends Error {
	readonly code: FailureCode;
	constructor(code: FailureCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "TranscodeFailure";
		this.code = code;
	}
}
