import type { Hono } from "hono";
import * as contract from "../../contracts/conversations.ts";
import * as groups from "../../contracts/groups.ts";
import * as media from "../../contracts/message-media.ts";
import { type AppEnv, reply, route } from "../gateway/index.ts";
import { networkOf } from "../trust/index.ts";
import {
	act,
	actOnConversation,
	actOnMessage,
	addMembers,
	createGroup,
	FOR_EVER,
	makeJoinLink,
	muteConversation,
	readConversation,
} from "./act.ts";
import { joinByLink, previewJoin } from "./join.ts";
import { messageMediaRoutes } from "./media/serve.ts";
import { beginMedia, completeMedia } from "./media/upload.ts";
import { getConversation, listConversations, listJoinRequests, listMessages, openConversation, searchMessages } from "./read.ts";
import { listReports, report } from "./report.ts";
import { sendMessage } from "./send.ts";
import { changeSettings, settingsOf } from "./settings.ts";

export function messageRoutes(app: Hono<AppEnv>): void {
	conversationRoutes(app);
	writingRoutes(app);
	groupRoutes(app);
	mediaRoutes(app);
	messageMediaRoutes(app);
	route(app, contract.messageSettings, ({ services, viewer }) => settingsOf(services, viewer.userId, viewer.teen));
	route(app, contract.changeMessageSettings, ({ services, viewer, body }) => changeSettings(services, viewer, body));
	route(app, contract.listConversationReports, ({ services, operator, query }) => listReports(services, operator, query));
}

function conversationRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listConversations, ({ services, viewer, query }) => listConversations(services, viewer, query));
	route(app, contract.openConversation, ({ services, viewer, body }) => openConversation(services, viewer, body.userId));
	route(app, contract.getConversation, ({ services, viewer, params }) => getConversation(services, viewer, params.conversationId));
	route(app, contract.acceptConversation, ({ services, viewer, params }) =>
		actOnConversation(services, viewer, params.conversationId, { type: "accept" }),
	);
	route(app, contract.declineConversation, async ({ services, viewer, params }) => {
		await act(services, viewer, params.conversationId, { type: "decline" });
	});
	route(app, contract.leaveConversation, async ({ services, viewer, params }) => {
		await act(services, viewer, params.conversationId, { type: "leave" });
	});
	route(app, contract.reportConversation, async ({ services, viewer, params, body, context }) => {
		const network = networkOf(services, context.req.raw.headers);
		const { reportId, isNew } = await report(services, viewer, params.conversationId, body, network);
		return reply(isNew ? 201 : 200, { reportId });
	});
	route(app, contract.readConversation, ({ services, viewer, params, body }) =>
		readConversation(services, viewer, params.conversationId, body.seq),
	);
	route(app, contract.muteConversation, ({ services, viewer, params, body }) =>
		muteConversation(services, viewer, params.conversationId, body.until === null ? FOR_EVER : Date.parse(body.until)),
	);
	route(app, contract.unmuteConversation, ({ services, viewer, params }) =>
		muteConversation(services, viewer, params.conversationId, null),
	);
}

function writingRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listMessages, ({ services, viewer, params, query }) => listMessages(services, viewer, params.conversationId, query));
	route(app, contract.sendMessage, async ({ services, viewer, params, body }) => {
		const { message, isNew } = await sendMessage(services, viewer, params.conversationId, body);
		return reply(isNew ? 201 : 200, { message });
	});
	route(app, contract.editMessage, ({ services, viewer, params, body }) =>
		actOnMessage(services, viewer, params.conversationId, { type: "edit", seq: params.seq, text: body.text }),
	);
	route(app, contract.unsendMessage, ({ services, viewer, params }) =>
		actOnMessage(services, viewer, params.conversationId, { type: "unsend", seq: params.seq }),
	);
	route(app, contract.react, ({ services, viewer, params, body }) =>
		actOnMessage(services, viewer, params.conversationId, { type: "react", seq: params.seq, emoji: body.emoji }),
	);
	route(app, contract.unreact, ({ services, viewer, params }) =>
		actOnMessage(services, viewer, params.conversationId, { type: "react", seq: params.seq, emoji: null }),
	);
	route(app, contract.searchMessages, ({ services, viewer, params, query }) =>
		searchMessages(services, viewer, params.conversationId, query),
	);
}

function mediaRoutes(app: Hono<AppEnv>): void {
	route(app, media.beginMessageMedia, async ({ services, viewer, params, body, context }) => {
		const { isNew, ...answer } = await beginMedia(services, viewer, params.conversationId, body, context.req.url);
		return reply(isNew ? 201 : 200, answer);
	});
	route(app, media.completeMessageMedia, ({ services, viewer, params }) =>
		completeMedia(services, viewer, params.conversationId, params.mediaId),
	);
}

function groupRoutes(app: Hono<AppEnv>): void {
	route(app, contract.createGroup, async ({ services, viewer, body }) => {
		const { isNew, ...answer } = await createGroup(services, viewer, body);
		return reply(isNew ? 201 : 200, answer);
	});
	route(app, contract.updateConversation, ({ services, viewer, params, body }) =>
		actOnConversation(services, viewer, params.conversationId, { type: "update", ...body }),
	);
	route(app, groups.addMembers, ({ services, viewer, params, body }) => addMembers(services, viewer, params.conversationId, body.userIds));
	route(app, groups.removeMember, async ({ services, viewer, params }) => {
		await act(services, viewer, params.conversationId, { type: "remove", userId: params.userId });
	});
	route(app, groups.setRole, ({ services, viewer, params, body }) =>
		actOnConversation(services, viewer, params.conversationId, { type: "role", userId: params.userId, role: body.role }),
	);
	route(app, groups.makeJoinLink, ({ services, viewer, params, body }) =>
		makeJoinLink(services, viewer, params.conversationId, body.approval),
	);
	route(app, groups.revokeJoinLink, async ({ services, viewer, params }) => {
		await act(services, viewer, params.conversationId, { type: "unlink" });
	});
	route(app, groups.previewJoin, ({ services, viewer, params }) => previewJoin(services, viewer, params.token));
	route(app, groups.joinByLink, ({ services, viewer, params }) => joinByLink(services, viewer, params.token));
	route(app, groups.listJoinRequests, ({ services, viewer, params }) => listJoinRequests(services, viewer, params.conversationId));
	route(app, groups.answerJoinRequest, async ({ services, viewer, params, body }) => {
		await act(services, viewer, params.conversationId, { type: "letIn", userId: params.userId, accept: body.accept });
	});
}
