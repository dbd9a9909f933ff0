import type { Answer } from "../serve.ts";

/** A refusal as S3 and R2 word it. */
export class S3Error extends Error {
	override readonly name = "S3Error";
	readonly status: number;
	readonly code: string;
	constructor(status: number, code: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}

	answer(): Answer {
		const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${this.code}</Code><Message>${this.message}</Message></Error>`;
		return { status: this.status, body, headers: { "content-type": "application/xml" } };
	}
}

export const accessDenied = (message = "Access Denied"): S3Error => new S3Error(403, "AccessDenied", message);
