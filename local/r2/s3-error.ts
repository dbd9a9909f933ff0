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

/** A piece of a path or a header in plain characters. @throws S3Error when its escapes are none */
export function unescaped(piece: string): string {
	try {
		return decodeURIComponent(piece);
	} catch {
		throw new S3Error(400, "InvalidURI", "Couldn't parse the specified URI.");
	}
}

export const accessDenied = (message = "Access Denied"): S3Error => new S3Error(403, "AccessDenied", message);
