import { and, eq } from "drizzle-orm";
import { EXPORT_KEPT_DAYS } from "../../contracts/exports.ts";
import { ExportMessage } from "../../contracts/queues.ts";
import { dataExports } from "../../db/schema/users.ts";
import { emitOrFail } from "../platform/events.ts";
import type { ExportStep } from "../platform/export.ts";
import { eachMessage } from "../platform/queues.ts";
import type { Services } from "../platform/services.ts";
import { archiveOf, type Contents } from "./archive.ts";
import { archiveKey, asked, type ExportRow, exportOf, removeArchives } from "./row.ts";
import { storeStream } from "./store.ts";

const DAY_MS = 86_400_000;
/** Pause before it is tried again, seconds: doubled each time. With `max_retries` of wrangler.toml: about a quarter of an hour. */
const FIRST_PAUSE_S = 15;

/** Queue `reelay-exports`. */
export const consumeExports = (batch: MessageBatch, services: Services, steps: readonly ExportStep[]): Promise<void> =>
	eachMessage(batch, services, ExportMessage, {
		pauseSeconds: (attempts) => FIRST_PAUSE_S * 2 ** (attempts - 1),
		async handle(message) {
			await make(services, message, steps);
			return undefined;
		},
	});

/** Queue `reelay-exports-dead`: what could not be made is told, and can be asked for again at once. */
export const consumeExportsDeadLetters = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, ExportMessage, {
		pauseSeconds: () => FIRST_PAUSE_S,
		async handle({ userId, exportId }) {
			const database = services.db.user(userId);
			const [row] = await database
				.update(dataExports)
				.set({ state: "failed" })
				.where(and(asked(userId, exportId), eq(dataExports.state, "preparing")))
				.returning();
			if (row === undefined) return undefined;
			services.log.error("export_given_up", { userId });
			await emitOrFail(services, "exported", { userId, exportId, isReady: false, origin: row.origin });
			return undefined;
		},
	});

/** Makes the archive, unless it is there, or is not asked for any more. Of two that make it at the same time, one says so. */
async function make(services: Services, { userId, exportId }: ExportMessage, steps: readonly ExportStep[]): Promise<void> {
	const row = await exportOf(services, userId);
	if (row === null || row.id !== exportId || row.state === "failed") return;
	if (row.state === "preparing" && !(await store(services, row, steps))) return;
	// Also where it broke off here before: the notice is told once by its key.
	await emitOrFail(services, "exported", { userId, exportId, isReady: true, origin: row.origin });
}

/** @returns whether it is the one that is there now */
async function store(services: Services, { userId, id }: ExportRow, steps: readonly ExportStep[]): Promise<boolean> {
	const startedAt = services.clock();
	const contents: Contents = { files: 0, missing: 0 };
	const key = archiveKey(userId, id);
	const bytes = await storeStream(services.exports, key, archiveOf(services, userId, steps, contents), "application/zip");
	const [ready] = await services.db
		.user(userId)
		.update(dataExports)
		.set({ state: "ready", bytes, endsAt: new Date(services.clock() + EXPORT_KEPT_DAYS * DAY_MS) })
		.where(and(asked(userId, id), eq(dataExports.state, "preparing")))
		.returning();
	if (ready === undefined) {
		// Erased, or asked for anew, meanwhile.
		if ((await exportOf(services, userId))?.id !== id) await services.exports.delete(key);
		return false;
	}
	await removeArchives(services, userId, id);
	services.log.info("export_made", { userId, bytes, ...contents, ms: services.clock() - startedAt });
	return true;
}
