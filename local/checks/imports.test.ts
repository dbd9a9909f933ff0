import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "../supervisor/installed.mjs";

const DEPCRUISE = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const CONFIG = join(ROOT, ".dependency-cruiser.mjs");

/** One import of each kind that is forbidden: the file it stands in, what it imports, the rule that refuses it. */
const PLANTED: readonly (readonly [from: string, to: string, rule: string])[] = [
	["workers/social/graph/follow.ts", "workers/videos/cards/load.ts", "features-by-their-index"],
	["workers/feed/for-you.ts", "workers/gateway/limits.ts", "features-by-their-index"],
	["workers/videos/engagement/save.ts", "workers/feed/index.ts", "videos-leans-downwards"],
	["workers/social/notifications/tell.ts", "workers/accounts/index.ts", "social-leans-downwards"],
	["workers/feed/newer.ts", "workers/pins/index.ts", "feed-leans-downwards"],
	["workers/pins/inside.ts", "workers/feed/session/protocol.ts", "features-by-their-index"],
	["workers/lists/newer.ts", "workers/stars/index.ts", "platform-knows-no-feature"],
	["workers/pins/root.ts", "workers/composition.ts", "roots-on-top"],
	["workers/feed/composed.ts", "workers/services.ts", "roots-on-top"],
	["workers/videos/status/routes.ts", "durable-objects/user-session.ts", "objects-at-the-root"],
	["workers/social/list.ts", "workers/platform/env.ts", "env-at-the-roots"],
	["workers/platform/cache.ts", "workers/feed/index.ts", "platform-knows-no-feature"],
	["workers/lists/page.ts", "workers/videos/index.ts", "platform-knows-no-feature"],
	["workers/rules/table.ts", "workers/social/index.ts", "platform-knows-no-feature"],
	["workers/platform/root.ts", "workers/events.ts", "platform-knows-no-feature"],
	["workers/ops/stand-in.ts", "local/neon/server.ts", "workers-only"],
	["workers/feed/client.ts", "web/src/main.tsx", "workers-only"],
	["durable-objects/inbox.ts", "local/redis/server.ts", "durable-objects-only"],
	["db/client.ts", "workers/platform/log.ts", "db-only"],
	["contracts/videos.ts", "db/schema.ts", "contracts-only"],
	["recommender/rank.ts", "workers/feed/index.ts", "recommender-only"],
	["web/src/app.ts", "container-transcoder/server.ts", "web-only"],
	["web/src/other.ts", "recommender/rank-list.ts", "web-only"],
	["container-transcoder/job.ts", "web/src/job.ts", "container-transcoder-only"],
	["trainer/run.ts", "db/rows.ts", "trainer-only"],
	["eval/run.ts", "workers/feed/viewers.fixture.ts", "nothing-imports-tests"],
	["web/src/fake.ts", "test/browser/fake.ts", "web-only"],
	["workers/feed/unit.test.ts", "web/src/unit.ts", "tests-of-workers-only"],
];

const ALLOWED: readonly (readonly [from: string, to: string])[] = [
	["workers/social/comments/create.ts", "workers/videos/cards/index.ts"],
	["workers/videos/engagement/like.ts", "workers/platform/services.ts"],
	["workers/feed/present.ts", "workers/videos/index.ts"],
	["workers/consequences.ts", "workers/social/index.ts"],
	["workers/pins/list.ts", "workers/videos/index.ts"],
	["workers/index.ts", "durable-objects/ranker.ts"],
	["workers/social/graph/follow.workers.test.ts", "durable-objects/inbox-shell.ts"],
	["durable-objects/counter.ts", "workers/videos/engagement/counter/ledger.ts"],
	["trainer/train.ts", "recommender/learn.ts"],
	["web/src/feed.ts", "contracts/feed.ts"],
	["bench/stack.ts", "test/support/stack.ts"],
];

let house: string;
beforeEach(async () => {
	house = await mkdtemp(join(tmpdir(), "reelay-house-"));
});
afterEach(() => rm(house, { recursive: true, force: true }));

async function plant(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(house, path)), { recursive: true });
	await writeFile(join(house, path), text, { flag: "a" });
}

async function plantImport(from: string, to: string, kind: "type " | ""): Promise<void> {
	const specifier = relative(dirname(from), to);
	await plant(from, `import ${kind}{ x } from "${specifier.startsWith(".") ? specifier : `./${specifier}`}";\n`);
	await plant(to, "");
}

/** What the rules refuse in the planted house, as `rule: from → to`. */
async function refused(): Promise<string[]> {
	const output = await new Promise<string>((resolve, reject) => {
		const args = ["--no-warnings", DEPCRUISE, "--config", CONFIG, ".", "--output-type", "json"];
		// It ends with the number of violations as its code: what it says counts.
		execFile(process.execPath, args, { cwd: house, maxBuffer: 2 ** 26 }, (error, stdout) =>
			stdout === "" ? reject(error) : resolve(stdout),
		);
	});
	const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };
	return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

it.each(["", "type "] as const)("refuses one %simport of each forbidden kind, and no other", async (kind) => {
	for (const [from, to] of [...PLANTED, ...ALLOWED]) await plantImport(from, to, kind);
	const found = await refused();
	expect(found).toEqual(PLANTED.map(([from, to, rule]) => `${rule}: ${from} → ${to}`).sort());
});

it("refuses a circle of types", async () => {
	await plantImport("recommender/a.ts", "recommender/b.ts", "type ");
	await plantImport("recommender/b.ts", "recommender/c.ts", "");
	expect(await refused()).toEqual([]);
	await plantImport("recommender/c.ts", "recommender/a.ts", "type ");
	expect((await refused()).every((line) => line.startsWith("no-circle"))).toBe(true);
	expect(await refused()).not.toEqual([]);
});
