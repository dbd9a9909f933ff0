import { and, desc, lt, notInArray } from "drizzle-orm";
import type * as contract from "../../contracts/conversations.ts";
import type { AnswerOf, BodyOf, QueryOf } from "../../contracts/endpoint.ts";
import type { Message } from "../../contracts/messages.ts";
import { type Evidence, queueOf, REASON_NAMES, type Reason } from "../../contracts/moderation.ts";
import { messageNotFound } from "../../contracts/problems/messages.ts";
import { conversationReports } from "../../db/schema/directory.ts";
import { idCursor } from "../lists/cursor.ts";
import { listPage, peeking } from "../lists/pipeline.ts";
import type { Services } from "../platform/services.ts";
import type { Operator } from "../rules/operator.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { audit, fileReport, isCleared, labelOf, type Network, type ReportedThing } from "../trust/index.ts";
import { act } from "./act.ts";
import { otherIn } from "./ids.ts";
import { readerOf } from "./present.ts";
import { conversationOf, type View } from "./protocol.ts";
import { viewOf } from "./read.ts";

/** Messages kept with a report: the one it is about, and as many around it. */
const CONTEXT = 21;

/**
 * Keeps a report with what was written around it, as the reporter saw it, and brings it to the desk; a request is declined by it.
 * @throws ProblemError conversation_not_found, message_not_found, and what a report is refused with (`fileReport`)
 */
export async function report(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	{ clientId, reason, seq, note }: BodyOf<typeof contract.reportConversation>,
	network: Network | null,
): Promise<{ readonly reportId: string; readonly isNew: boolean }> {
	const view = await viewOf(services, viewer, conversationId);
	const context = await contextOf(services, viewer, conversationId, seq);
	const reported = context.find((message) => message.seq === seq);
	if (seq !== undefined && reported === undefined) throw messageNotFound();
	const reportedId = reportedIn(view, viewer, reported);
	const thing: ReportedThing = {
		kind: seq === undefined ? "conversation" : "message",
		id: seq === undefined ? conversationId : `${conversationId}:${seq}`,
		ownerId: reportedId,
		videoId: null,
		label: reported === undefined ? (view.facts.name ?? "") : labelOf(wordsOf(reported)),
		context: evidenceOf(context),
	};
	const id = services.newId();
	const database = services.db.directory();
	const row = {
		id,
		clientId,
		conversationId,
		reporterId: viewer.userId,
		reportedId,
		seq: seq ?? null,
		reason,
		note,
		context,
		createdAt: new Date(services.clock()),
	};
	const filed = await fileReport(services, viewer, { thing, reason, note, network, id });
	await database.insert(conversationReports).values(row).onConflictDoNothing();
	if (view.facts.standing === "requested") await act(services, viewer, conversationId, { type: "decline" });
	return filed;
}

/** What a message says, in words. */
const wordsOf = ({ content }: Message): string => ("text" in content ? content.text : null) ?? `[${content.type}]`;

/** Messages as the desk reads them: what the conversation says itself has nobody who said it. */
const evidenceOf = (context: readonly Message[]): Evidence => ({
	kind: "context",
	messages: context.flatMap((message) =>
		message.senderId === null ? [] : [{ seq: message.seq, senderId: message.senderId, text: wordsOf(message), at: message.sentAt }],
	),
});

async function contextOf(services: Services, viewer: UserViewer, conversationId: string, seq: number | undefined): Promise<Message[]> {
	const reader = await readerOf(services, viewer, conversationId);
	const at = seq === undefined ? { limit: CONTEXT } : { limit: CONTEXT, around: seq };
	const page = await conversationOf(services, conversationId).page(reader, at);
	// Who was only asked into a group sees no messages, and can report it all the same.
	return [...(page?.messages ?? [])];
}

function reportedIn({ facts }: View, { userId }: UserViewer, message: Message | undefined): string | null {
	if (message?.senderId != null) return message.senderId;
	return otherIn(facts.id, userId) ?? facts.invitedById;
}

const FOR_THE_CLEARED = REASON_NAMES.filter((reason) => queueOf(reason) === "child_safety");

/** Reports, newest first: for operators. People's messages are read by it, which is noted first. */
export async function listReports(
	services: Services,
	operator: Operator,
	query: QueryOf<typeof contract.listConversationReports>,
): Promise<AnswerOf<typeof contract.listConversationReports>> {
	await audit(services, {
		operatorId: operator.id,
		action: "messages.read",
		target: "reports:conversations",
		details: { limit: query.limit },
	});
	const shown = isCleared(operator) ? undefined : notInArray(conversationReports.reason, FOR_THE_CLEARED);
	const read = (after: { readonly id: string } | null, limit: number) =>
		services.db
			.directory()
			.select()
			.from(conversationReports)
			.where(and(shown, after === null ? undefined : lt(conversationReports.id, after.id)))
			.orderBy(desc(conversationReports.id))
			.limit(limit);
	type Row = Awaited<ReturnType<typeof read>>[number];
	const { items, nextCursor } = await listPage(
		{
			skeleton: peeking(read, ({ id }) => ({ id })),
			hydrate: () => Promise.resolve(null),
			rule: () => true,
			present: (rows: readonly Row[]) => rows.map(presentReport),
		},
		idCursor,
		query,
	);
	return { reports: items, nextCursor };
}

const presentReport = ({
	id,
	conversationId,
	reporterId,
	reportedId,
	seq,
	reason,
	note,
	context,
	createdAt,
}: typeof conversationReports.$inferSelect) => ({
	id,
	conversationId,
	reporterId,
	reportedId,
	seq,
	reason: reason as Reason,
	note,
	at: createdAt.toISOString(),
	context: context as Message[],
});
