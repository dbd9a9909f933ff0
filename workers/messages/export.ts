import { eq } from "drizzle-orm";
import type { Message } from "../../contracts/messages.ts";
import { messageSettings } from "../../db/schema/users.ts";
import { namesOf } from "../lists/people.ts";
import { type Exported, type ExportedFile, once } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { readerOf } from "./present.ts";
import { conversationOf, listOf, type Reader } from "./protocol.ts";

/** Messages read at once. */
const PAGE = 100;

/** What conversations give to the archive of one of their people: who is in them, and all that they can read there. */
export const exportMessages = (services: Services, userId: string): Exported => ({
	files: {
		conversations: conversationsOf(services, userId),
		messages: messagesOf(services, userId),
		message_settings: once(async () => {
			const rows = await services.db.user(userId).select().from(messageSettings).where(eq(messageSettings.userId, userId));
			return rows.map(({ whoMayWrite, whoMayAdd }) => ({ whoMayWrite, whoMayAdd }));
		}),
	},
	media: mediaOf(services, userId),
});

async function* readers(services: Services, userId: string): AsyncGenerator<{ readonly id: string; readonly reader: Reader }> {
	const viewer: UserViewer = { kind: "user", userId, sessionId: "", teen: false };
	for (const id of await listOf(services, userId).conversationIds()) yield { id, reader: await readerOf(services, viewer, id) };
}

async function* conversationsOf(services: Services, userId: string) {
	for await (const { id, reader } of readers(services, userId)) {
		const view = await conversationOf(services, id).view(reader);
		if (view === null) continue;
		const { kind, name, standing } = view.facts;
		const ids = view.members.map((member) => member.userId);
		const nameOf = await namesOf(services, ids);
		yield [{ id, kind, name, standing, people: ids.map(nameOf) }];
	}
}

/** From the newest on, a page at a time. */
async function* readable(services: Services, userId: string): AsyncGenerator<readonly Message[]> {
	for await (const { id, reader } of readers(services, userId)) {
		for (let before: number | undefined; ; ) {
			const page: Awaited<ReturnType<ReturnType<typeof conversationOf>["page"]>> = await conversationOf(services, id).page(reader, {
				limit: PAGE,
				before,
			});
			if (page === null || page.messages.length === 0) break;
			yield page.messages;
			if (!page.hasOlder) break;
			before = Math.min(...page.messages.map(({ seq }) => seq));
		}
	}
}

/** Where a photo or voice note is in the bucket, and in the archive; null for what is none. */
function fileOf({ content }: Message): { readonly key: string; readonly name: string } | null {
	if (content.type !== "photo" && content.type !== "voice") return null;
	const key = content.url.slice(1);
	return { key, name: `media/${key}.${content.type === "photo" ? "webp" : "m4a"}` };
}

async function* messagesOf(services: Services, userId: string) {
	for await (const messages of readable(services, userId)) {
		const nameOf = await namesOf(
			services,
			messages.flatMap(({ senderId }) => senderId ?? []),
		);
		yield messages.map((message) => ({
			conversationId: message.conversationId,
			seq: message.seq,
			sender: message.senderId === null ? null : nameOf(message.senderId),
			sentAt: message.sentAt,
			editedAt: message.editedAt,
			content: message.content,
			file: fileOf(message)?.name ?? null,
			replyToSeq: message.replyTo?.seq ?? null,
			reactions: message.reactions,
		}));
	}
}

async function* mediaOf(services: Services, userId: string): AsyncGenerator<ExportedFile> {
	for await (const messages of readable(services, userId))
		for (const message of messages) {
			const found = fileOf(message);
			if (found === null) continue;
			yield { name: found.name, at: new Date(message.sentAt), open: async () => (await services.media.get(found.key))?.body ?? null };
		}
}
