import type { Config } from "./config.ts";

/** What is reported to the authority that takes reports of child abuse (in the United States NCMEC's CyberTipline). */
export interface AuthorityReport {
	readonly caseId: string;
	readonly accountId: string;
	readonly reason: string;
	readonly openedAt: string;
	readonly note: string;
	readonly evidence: readonly Readonly<Record<string, unknown>>[];
}

export interface Authority {
	/** @returns the authority's own reference. @throws when it refuses, can't be reached, or none is configured */
	report(report: AuthorityReport): Promise<string>;
}

const PATIENCE_MS = 20_000;

/** The port: JSON by POST, answered `{reference}`. What an authority's own format is, an adapter at AUTHORITY_URL says. */
export function openAuthority({ AUTHORITY_URL, AUTHORITY_TOKEN }: Pick<Config, "AUTHORITY_URL" | "AUTHORITY_TOKEN">): Authority {
	return {
		async report(report) {
			if (AUTHORITY_URL === undefined) throw new Error("no authority is configured: AUTHORITY_URL");
			const headers: Record<string, string> = { "content-type": "application/json" };
			if (AUTHORITY_TOKEN !== undefined) headers.authorization = `Bearer ${AUTHORITY_TOKEN}`;
			const response = await fetch(AUTHORITY_URL, {
				method: "POST",
				headers,
				body: JSON.stringify(report),
				signal: AbortSignal.timeout(PATIENCE_MS),
			});
			if (!response.ok) throw new Error(`the authority answered ${response.status}`);
			const { reference } = (await response.json()) as { reference?: unknown };
			if (typeof reference !== "string" || reference === "") throw new Error("the authority gave no reference");
			return reference;
		},
	};
}
