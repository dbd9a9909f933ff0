import { effect } from "@preact/signals";
import { account } from "../account/session.ts";
import * as api from "../api/messages.ts";
import { ApiError, offlineError, problemOf, unreachableError } from "../api/problem.ts";
import { onBackOnline, online } from "../shell/connection.ts";
import { tookSent } from "./conversations.ts";
import { browserFiles } from "./files.ts";
import * as messagesWords from "./messages.words.ts";
import { type LocalFile, Outbox, type Outgoing } from "./outbox.ts";
import { openRoom } from "./room.ts";

/** Sends by XMLHttpRequest: fetch can't tell how much went out. */
const put = (url: string, body: Blob, onProgress: (share: number) => void): Promise<void> =>
	new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("PUT", url);
		request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
		request.addEventListener("load", () => {
			if (request.status >= 200 && request.status < 300) return resolve();
			problemOf(new Response(request.responseText, { status: request.status })).then(reject, reject);
		});
		request.addEventListener("error", () => reject(navigator.onLine ? unreachableError() : offlineError()));
		request.send(body);
	});

/** Where a file lies by now, under the name its message has on this device: said again, it is the same. */
async function upload({ conversationId, clientId }: Outgoing, { kind, blob }: LocalFile, onProgress: (share: number) => void) {
	const { mediaId, uploadUrl } = await api.beginMessageMedia(conversationId, { kind, clientId, bytes: blob.size });
	await put(uploadUrl, blob, onProgress);
	await api.completeMessageMedia(conversationId, mediaId);
	return mediaId;
}

async function contentOf(outgoing: Outgoing, onProgress: (share: number) => void): Promise<api.MessageInput> {
	const { content, file } = outgoing;
	if (content) return content;
	if (!file) throw new ApiError({ code: "media_not_ready", status: 409, detail: messagesWords.fileGone() });
	const mediaId = await upload(outgoing, file, onProgress);
	return file.kind === "photo" ? { type: "photo", mediaId, alt: file.alt } : { type: "voice", mediaId };
}

export const outbox = new Outbox({
	async send(outgoing, onProgress) {
		if (!online.peek()) throw offlineError();
		const { conversationId, clientId, replyTo } = outgoing;
		const content = await contentOf(outgoing, onProgress);
		const body = { clientId, content, ...(replyTo === null ? {} : { replyTo }) };
		return (await api.sendMessage(conversationId, body)).message;
	},
	sent(message) {
		tookSent(message);
		const room = openRoom(message.conversationId);
		room?.sent(message);
		room?.bringVideo(message);
	},
	later: (work, ms) => void setTimeout(work, ms),
	now: Date.now,
	storage: () => localStorage,
	files: browserFiles,
});

effect(() => outbox.belongTo(account.value?.id ?? null));
onBackOnline(() => outbox.flush());
