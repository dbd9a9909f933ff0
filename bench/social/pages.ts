import type { BenchStack } from "../stack/miniflare.ts";
import { percentile, type Row } from "../table.ts";

/** Pages read for one figure, one after the other: how long one takes, not how many fit. */
const PAGES = 120;
/** Before those that count: the first of a kind compile their statements. */
const WARM = 10;

export interface Reader {
	/** `GET`s a path, as this person. @returns the body, and the milliseconds it took */
	get(path: string): Promise<{ readonly body: string; readonly ms: number }>;
}

let readers = 0;

/** Somebody who signed up, or a guest. Each from an address of their own. */
export async function reader({ mf }: BenchStack, name: string | null): Promise<Reader & { readonly id: string }> {
	readers += 1;
	const headers: Record<string, string> = { "cf-connecting-ip": `10.9.0.${readers}`, "content-type": "application/json" };
	let id = "";
	if (name !== null) {
		const body = JSON.stringify({ username: name, password: "a long sentence for a bench 7", birthdate: "1990-01-01" });
		const answer = await mf.dispatchFetch("http://reelay.bench/api/v1/auth/register", { method: "POST", headers, body });
		const signed = (await answer.json()) as { token: string; user: { id: string } };
		if (answer.status !== 201) throw new Error(`signing up answered ${answer.status}: ${JSON.stringify(signed)}`);
		headers.authorization = `Bearer ${signed.token}`;
		id = signed.user.id;
	}
	const get: Reader["get"] = async (path) => {
		// Limits a minute are not what is measured.
		headers["cf-connecting-ip"] = `10.${(readers++ >> 16) & 255}.${(readers >> 8) & 255}.${readers & 255}`;
		const started = performance.now();
		const answer = await mf.dispatchFetch(`http://reelay.bench${path}`, { headers });
		const body = await answer.text();
		const ms = performance.now() - started;
		if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${body}`);
		return { body, ms };
	};
	return { id, get };
}

/** The p95 of a page of a list. @param path of the `n`-th page that is read */
export async function pageRow(figure: string, by: Reader, path: (n: number) => string): Promise<Row> {
	for (let n = 0; n < WARM; n++) await by.get(path(n));
	const times = [];
	for (let n = 0; n < PAGES; n++) times.push((await by.get(path(WARM + n))).ms);
	return {
		figure: `${figure}, p95`,
		value: percentile(times, 0.95),
		unit: "ms",
		baseline: null,
		ratio: null,
		must: "< 50 ms",
		aim: "< 20 ms",
	};
}
