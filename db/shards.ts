/** Which connection a key belongs to. The default maps every shard to one database; splitting is a change of map, not of code. */

const USER_SHARDS = 32n;
const VIDEO_SHARDS = 64n;

/** The name of the shard that holds this user's rows: `users/7`. */
export const userShard = (userId: string): string => `users/${BigInt(userId) % USER_SHARDS}`;
/** The name of the shard that holds this video's rows: `videos/42`. */
export const videoShard = (videoId: string): string => `videos/${BigInt(videoId) % VIDEO_SHARDS}`;
export const DIRECTORY_SHARD = "directory";

/** Connection strings by exact shard name or group (`videos`), and `default` for all that is not named. */
export type ShardMap = { readonly default: string } & Readonly<Record<string, string>>;

/** The connection string of a shard: its own, else its group's, else the default. */
export function connectionFor(map: ShardMap, shard: string): string {
	const group = shard.split("/")[0] ?? shard;
	return map[shard] ?? map[group] ?? map.default;
}

/** Every different connection behind a group, for a written-out scatter-gather. */
export function connectionsOf(map: ShardMap, group: "users" | "videos"): string[] {
	const count = Number(group === "users" ? USER_SHARDS : VIDEO_SHARDS);
	return [...new Set(Array.from({ length: count }, (_, number) => connectionFor(map, `${group}/${number}`)))];
}
