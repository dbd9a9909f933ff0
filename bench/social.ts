import { comments } from "./social/comments.ts";
import { people } from "./social/people.ts";
import { startBenchStack } from "./stack/miniflare.ts";
import type { Row } from "./table.ts";

/** Lists of people and what they say, as long as they get: each subject fills the database with its own and measures pages of it. */
const SUBJECTS = [people, comments];

export async function run(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const measure of SUBJECTS) {
		const stack = await startBenchStack();
		try {
			rows.push(...(await measure(stack)));
		} finally {
			await stack.close();
		}
	}
	return rows;
}
