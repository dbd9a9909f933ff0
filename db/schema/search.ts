import { sql } from "drizzle-orm";
import { customType, index, integer, pgTable, real, smallint, text } from "drizzle-orm/pg-core";
import { instant, snowflake } from "./columns.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const sketchBits = customType<{ data: string }>({ dataType: () => "bit(128)" });

/**
 * What videos are found by; shard `videos`, by video id, so that whether one is shown at this moment is asked of its row in the same
 * statement. Written by `workers/discovery/search/documents/`, and made anew from the videos at any time.
 */
export const searchDocuments = pgTable(
	"search_documents",
	{
		videoId: snowflake("video_id").primaryKey(),
		/** Folded words and their stems, by weight: title A, hashtags B, description C, captions D. */
		words: tsvector("words").notNull(),
		/** The configuration its stems were made with. */
		language: text("language").notNull(),
		/** Its place in the space of meanings, int8 as base64, and the table that made it; null without a word that is known. */
		vector: text("vector"),
		vectorVersion: text("vector_version"),
		/** The cells of that space it lies in, and 128 signs of it, by which the nearest are found without reading vectors. */
		cells: smallint("cells").array().notNull().default(sql`'{}'`),
		sketch: sketchBits("sketch"),
		/** Logarithm of its long views, as of the last look. */
		reach: real("reach").notNull().default(0),
		writtenAt: instant("written_at").notNull(),
	},
	(table) => [
		index("search_documents_words").using("gin", table.words),
		index("search_documents_cells").using("gin", table.cells),
		index("search_documents_reach").on(table.reach, table.videoId),
	],
);

/** Words that documents have or had, for completing, correcting, and beginnings and middles of words. */
export const searchTerms = pgTable(
	"search_terms",
	{
		/** Folded. */
		term: text("term").primaryKey(),
		/** In how many documents it stood when they were last counted. */
		documents: integer("documents").notNull().default(1),
	},
	(table) => [
		index("search_terms_beginning").on(table.term.op("text_pattern_ops")),
		index("search_terms_trigrams").using("gin", table.term.op("gin_trgm_ops")),
	],
);
