import { expect, it } from "vitest";
import { newUser } from "../../gateway/testing/api.ts";
import { TestSocket } from "../../live/socket.fixture.ts";
import { at, call, newVideo, write, written } from "./comments.fixture.ts";

it("who has a video's comments open is told of each that comes, changes or goes, and of none that waits for approval", async () => {
	const [ann, bob] = [await newUser(call), await newUser(call)];
	const videoId = await newVideo(ann);
	const socket = await TestSocket.resumed(ann.token);
	socket.say({ type: "watch", videoId });
	await socket.hears(({ frames }) => frames.some((frame) => frame.type === "watching" && frame.live));
	const told = async (count: number) => {
		await socket.hears(({ signals }) => signals.length >= count);
		return socket.signals[count - 1];
	};
	const id = await written(bob, videoId, "one");
	expect(await told(1)).toEqual({ kind: "comment", videoId, change: "created", commentId: id, authorId: bob.id, commentCount: 1 });
	await at("PATCH", videoId, id, "", bob, { text: "two" });
	expect(await told(2)).toMatchObject({ change: "changed", commentId: id });
	await at("DELETE", videoId, id, "", ann);
	expect(await told(3)).toMatchObject({ change: "removed", commentId: id, authorId: bob.id, commentCount: 0 });

	await call("PUT /api/v1/users/me/comments/rules", { token: ann.token, body: { commentsFrom: "everyone", holdAll: true, words: [] } });
	const held = await written(bob, videoId, "held");
	await at("DELETE", videoId, await written(bob, videoId, "taken back"), "", bob);
	await at("POST", videoId, held, "/approve", ann);
	expect(await told(4)).toMatchObject({ change: "created", commentId: held, commentCount: 1 });
	await write(ann, videoId, "last");
	expect(await told(5)).toMatchObject({ change: "created", authorId: ann.id, commentCount: 2 });
});
