import { neon, neonConfig } from "@neondatabase/serverless";
import { drizzle, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import * as schema from "./schema/index.ts";
import { connectionFor, connectionsOf, DIRECTORY_SHARD, type ShardMap, userShard, videoShard } from "./shards.ts";

export type Database = NeonHttpDatabase<typeof schema>;

/** Databases by shard key. A query names its key, or asks for all of a group and gathers in the open. */
export interface Databases {
	directory(): Database;
	user(userId: string): Database;
	video(videoId: string): Database;
	/** One per different connection, not per virtual shard. */
	everyUserShard(): Database[];
	everyVideoShard(): Database[];
	/** Groups ids by the database that holds them: one look-up each. */
	byVideo(ids: readonly string[]): Map<Database, string[]>;
	byUser(ids: readonly string[]): Map<Database, string[]>;
}

/**
 * Opens Neon's HTTP driver for each connection string, once.
 * @param fetchEndpoint where to speak Neon's HTTP protocol instead of the host in the connection string (the local stand-in)
 */
export function openDatabases(map: ShardMap, fetchEndpoint: string | undefined): Databases {
	if (fetchEndpoint !== undefined) neonConfig.fetchEndpoint = fetchEndpoint;
	const open = new Map<string, Database>();
	const at = (connection: string): Database => {
		const known = open.get(connection);
		if (known !== undefined) return known;
		const database = drizzle({ client: neon(connection), schema });
		open.set(connection, database);
		return database;
	};
	const group = (ids: readonly string[], shardOf: (id: string) => string): Map<Database, string[]> => {
		const groups = new Map<Database, string[]>();
		for (const id of ids) {
			const database = at(connectionFor(map, shardOf(id)));
			const mine = groups.get(database);
			if (mine === undefined) groups.set(database, [id]);
			else mine.push(id);
		}
		return groups;
	};
	// The map never changes: which databases there are is found once.
	const [userShards, videoShards] = [connectionsOf(map, "users").map(at), connectionsOf(map, "videos").map(at)];
	return {
		directory: () => at(connectionFor(map, DIRECTORY_SHARD)),
		user: (userId) => at(connectionFor(map, userShard(userId))),
		video: (videoId) => at(connectionFor(map, videoShard(videoId))),
		everyUserShard: () => [...userShards],
		everyVideoShard: () => [...videoShards],
		byVideo: (ids) => group(ids, videoShard),
		byUser: (ids) => group(ids, userShard),
	};
}
