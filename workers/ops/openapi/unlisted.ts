import type { JsonSchema } from "./schemas.ts";

/** Addresses that are no JSON operations of the contracts: media, health, and this document itself. */
export function unlistedPaths(): Record<string, { get: JsonSchema }> {
	const text = (name: string, description: string) => ({ name, in: "path", required: true, description, schema: { type: "string" } });
	const media = [text("region", "Where the video is kept, as its manifest says"), text("videoId", "The video's id")];
	const problem = (description: string) => ({
		description,
		content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
	});
	const refused = {
		403: problem("Not public, and without a grant whose holder may see it now"),
		404: problem("Unknown, deleted, or not up yet"),
		503: problem("Not available for a moment"),
	};
	const playlist = { description: "An HLS playlist", content: { "application/vnd.apple.mpegurl": { schema: { type: "string" } } } };
	const bytes = { schema: { type: "string", contentMediaType: "video/mp4" } };
	return {
		"/videos/{region}/{videoId}/master.m3u8": {
			get: {
				operationId: "masterPlaylist",
				tags: ["Media"],
				summary: "The master playlist of what is live now",
				security: [{}],
				parameters: media,
				responses: { 200: playlist, ...refused },
			},
		},
		"/videos/{region}/{videoId}/{path}": {
			get: {
				operationId: "mediaFile",
				tags: ["Media"],
				summary: "Playlists, segments and pictures, at the addresses a manifest gives; private videos' bear an expiring grant",
				security: [{}],
				parameters: [
					...media,
					text("path", "As in the manifest; may hold slashes"),
					{ name: "Range", in: "header", required: false, schema: { type: "string" } },
				],
				responses: {
					200: { description: "The file, immutable for a day", content: { "video/mp4": bytes } },
					206: { description: "A range of it", content: { "video/mp4": bytes } },
					304: { description: "Not modified" },
					416: { description: "The range is outside the file" },
					...refused,
				},
			},
		},
		"/health": {
			get: {
				operationId: "health",
				tags: ["Operations"],
				summary: "Whether database, cache, vector index and transcoder answer",
				security: [{}],
				responses: { 200: healthAnswer("Serving, perhaps degraded"), 503: healthAnswer("Down") },
			},
		},
		"/openapi.json": {
			get: {
				operationId: "openapi",
				tags: ["Operations"],
				summary: "This document",
				security: [{}],
				responses: { 200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } } },
			},
		},
	};
}

const healthAnswer = (description: string) => ({
	description,
	content: {
		"application/json": {
			schema: {
				type: "object",
				required: ["status", "parts"],
				properties: {
					status: { enum: ["ok", "degraded", "down"] },
					parts: {
						type: "object",
						additionalProperties: {
							type: "object",
							required: ["status", "ms"],
							properties: { status: { enum: ["ok", "failed"] }, ms: { type: "number" }, detail: { type: "string" } },
						},
					},
				},
			},
		},
	},
});
