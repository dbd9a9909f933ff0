import { describe, expect, it } from "vitest";
import { snowflakes } from "../workers/platform/snowflake.ts";
import { openDatabases } from "./client.ts";
import { connectionFor, connectionsOf, userShard, videoShard } from "./shards.ts";

const connection = (name: string) => `postgresql://reelay:local@${name}.example/reelay`;
const [MAIN, USERS, HOT] = [connection("main"), connection("users"), connection("hot")];
const map = { default: MAIN, users: USERS, "videos/42": HOT };

describe("shards", () => {
	it("are 32 of users and 64 of videos, by id, the same each time", () => {
		expect([userShard("0"), userShard("31"), userShard("32"), userShard("33")]).toEqual(["users/0", "users/31", "users/0", "users/1"]);
		expect([videoShard("63"), videoShard("64"), videoShard("384248335411913434")]).toEqual(["videos/63", "videos/0", "videos/26"]);
	});

	it("fill evenly with ids as they are made", () => {
		const newId = snowflakes();
		const counts = new Map<string, number>();
		for (let n = 0; n < 6_400; n++) {
			const shard = videoShard(newId());
			counts.set(shard, (counts.get(shard) ?? 0) + 1);
		}
		expect(counts.size).toBe(64);
		expect(Math.max(...counts.values())).toBeLessThan(250);
	});

	it("lie where the map says: by their own name, else their group's, else the default", () => {
		expect(["users/7", "videos/42", "videos/7", "directory"].map((shard) => connectionFor(map, shard))).toEqual([USERS, HOT, MAIN, MAIN]);
		expect(connectionsOf(map, "videos")).toEqual([MAIN, HOT]);
		expect(connectionsOf({ default: MAIN }, "users")).toEqual([MAIN]);
	});
});

describe("databases by key", () => {
	const databases = openDatabases(map, undefined);

	it("are opened once per connection", () => {
		expect(databases.user("7")).toBe(databases.user("8"));
		expect(databases.video("42")).not.toBe(databases.video("7"));
		expect(databases.directory()).toBe(databases.video("7"));
		expect(databases.everyVideoShard()).toEqual([databases.video("7"), databases.video("42")]);
		expect(databases.everyUserShard()).toEqual([databases.user("1")]);
	});

	it("group ids, one look-up each, losing none", () => {
		const groups = databases.byVideo(["1", "42", "106", "2"]);
		expect([...groups]).toEqual([
			[databases.video("1"), ["1", "2"]],
			[databases.video("42"), ["42", "106"]],
		]);
		expect([...databases.byUser(["1", "2"])]).toEqual([[databases.user("1"), ["1", "2"]]]);
		expect(databases.byVideo([]).size).toBe(0);
	});
});
