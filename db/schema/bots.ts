import { index, jsonb, pgTable, real, text } from "drizzle-orm/pg-core";
import { BOT_STATES, type BotSignal } from "../../contracts/desk-accounts.ts";
import { instant, snowflake } from "./columns.ts";

/** Accounts that behave like programs: what made the score, and what came of it. In the directory: the desk reads them all. */
export const botScores = pgTable(
	"bot_scores",
	{
		userId: snowflake("user_id").primaryKey(),
		score: real("score").notNull(),
		/** As they were when the score was made, so that whoever looks sees why. */
		signals: jsonb("signals").$type<readonly BotSignal[]>().notNull(),
		state: text("state", { enum: BOT_STATES }).notNull(),
		scoredAt: instant("scored_at").notNull(),
		/** The decision that limited it, the machine's or a person's; an appeal against it is one against the score. */
		decisionId: snowflake("decision_id"),
		judgedBy: snowflake("judged_by"),
		judgedAt: instant("judged_at"),
		/** What the person who judged saw. */
		note: text("note").notNull().default(""),
	},
	(table) => [index("bot_scores_by_state").on(table.state, table.score, table.userId), index("bot_scores_decision").on(table.decisionId)],
);
