import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";

/** A copy of everything that is kept of a person: one archive, made in the background. */

/** The archive is kept so long after it was made, days. */
export const EXPORT_KEPT_DAYS = 7;
/** It is asked for once in so long, milliseconds; again at once where it could not be made. */
export const EXPORT_EVERY_MS = 24 * 3_600_000;
/** A link to it works so long, milliseconds: whoever looks again is given another. */
export const EXPORT_LINK_MS = 3_600_000;

const DataExport = z.object({
	id: Id,
	state: z.enum(["preparing", "ready", "failed"]),
	askedAt: Timestamp,
	bytes: z.int().nullable().describe("Of the archive, once it is there"),
	endsAt: Timestamp.nullable().describe("When the archive is removed"),
	url: z.string().nullable().describe("The archive, for an hour from this answer on and for whoever has the link: nobody signs in for it"),
});
export type DataExport = z.infer<typeof DataExport>;

const Answer = z.object({
	export: DataExport.nullable().describe("The one asked for last, while it is kept"),
	mayAskAt: Timestamp.nullable().describe("From when on another can be asked for; null for now"),
});
export type ExportAnswer = z.infer<typeof Answer>;

export const readExport = endpoint({
	id: "readExport",
	method: "GET",
	path: "/api/v1/auth/me/export",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 200,
	summary: "What became of the copy of one's data, and the link to it",
	answer: Answer,
});
export const askForExport = endpoint({
	id: "askForExport",
	method: "POST",
	path: "/api/v1/auth/me/export",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 202,
	summary:
		"Have a copy of everything made, once a day: told by notification and mail when it is there. While it is being made, this changes nothing",
	answer: Answer,
	problems: ["rate_limited"],
});
