import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type StandIn, serve } from "../serve.ts";

export interface AuthorityOptions {
	/** Reports are written into this folder, one file each. */
	readonly folder: string;
	readonly token: string;
}

/** Stands in for the authority that takes child safety reports: a report becomes a file, and is given a reference. */
export async function startAuthority({ folder, token }: AuthorityOptions): Promise<StandIn> {
	await mkdir(folder, { recursive: true });
	return serve(async ({ method, headers, body }) => {
		if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: { error: "The token is missing or wrong." } };
		if (method !== "POST") return { status: 405, body: { error: "Reports come by POST." } };
		const report = JSON.parse(body.toString()) as { caseId?: unknown };
		if (typeof report.caseId !== "string") return { status: 422, body: { error: "A report names its case." } };
		const reference = crypto.randomUUID();
		await writeFile(join(folder, `${reference}.json`), JSON.stringify(report, null, "\t"), { mode: 0o600 });
		return { status: 201, body: { reference } };
	});
}
