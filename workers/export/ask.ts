import { and, eq, lte, ne, or } from "drizzle-orm";
import { EXPORT_EVERY_MS, type ExportAnswer } from "../../contracts/exports.ts";
import { exportAskedToday } from "../../contracts/problems/limits.ts";
import { dataExports } from "../../db/schema/users.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { linkTo } from "./link.ts";
import { asked, type ExportRow, exportOf } from "./row.ts";

/** What became of the viewer's copy, and a link to it. */
export async function readExport(services: Services, { userId }: UserViewer): Promise<ExportAnswer> {
	return present(services, await exportOf(services, userId));
}

/**
 * Has a copy of the viewer's data made. While one is being made, that one is answered.
 * @param origin where the viewer uses the app
 * @throws `rate_limited` within a day of the last that could be made
 */
export async function askForExport(services: Services, { userId }: UserViewer, origin: string): Promise<ExportAnswer> {
	const now = services.clock();
	const fresh = {
		id: services.newId(),
		state: "preparing" as const,
		origin,
		askedAt: new Date(now),
		enqueuedAt: new Date(now),
		bytes: null,
		endsAt: null,
	};
	const [row] = await services.db
		.user(userId)
		.insert(dataExports)
		.values({ userId, ...fresh })
		.onConflictDoUpdate({
			target: dataExports.userId,
			set: fresh,
			setWhere: and(
				ne(dataExports.state, "preparing"),
				or(eq(dataExports.state, "failed"), lte(dataExports.askedAt, new Date(now - EXPORT_EVERY_MS))),
			),
		})
		.returning();
	if (row === undefined) {
		const known = await exportOf(services, userId);
		if (known?.state !== "preparing") throw exportAskedToday(Math.ceil(((mayAskAt(known) ?? now) - now) / 1000));
		return present(services, known);
	}
	await enqueue(services, row);
	services.log.info("export_asked", { userId });
	return present(services, row);
}

/** Never throws: what can't be put on the queue now is by the sweeper. */
export async function enqueue(services: Services, { userId, id }: Pick<ExportRow, "userId" | "id">): Promise<void> {
	try {
		await services.queues.exports.send({ v: 1, userId, exportId: id });
	} catch (error) {
		services.log.error("export_enqueue_failed", { userId, ...errorFields(error) });
		await services.db
			.user(userId)
			.update(dataExports)
			.set({ enqueuedAt: new Date(0) })
			.where(asked(userId, id));
	}
}

/** When another may be asked for, milliseconds since 1970; null where nothing stands against it. */
function mayAskAt(row: ExportRow | null): number | null {
	return row === null || row.state === "failed" ? null : row.askedAt.getTime() + EXPORT_EVERY_MS;
}

function present(services: Services, row: ExportRow | null): ExportAnswer {
	const from = mayAskAt(row);
	const isReady = row?.state === "ready" && (row.endsAt?.getTime() ?? 0) > services.clock();
	const isShown = row !== null && (isReady || row.state !== "ready");
	return {
		export: isShown
			? {
					id: row.id,
					state: row.state,
					askedAt: row.askedAt.toISOString(),
					bytes: row.bytes,
					endsAt: row.endsAt?.toISOString() ?? null,
					url: isReady ? linkTo(services, row.userId, row.id) : null,
				}
			: null,
		mayAskAt: from !== null && from > services.clock() ? new Date(from).toISOString() : null,
	};
}
