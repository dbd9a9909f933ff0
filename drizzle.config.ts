import { defineConfig } from "drizzle-kit";

const url = process.env.DATABASE_URL;

export default defineConfig({
	dialect: "postgresql",
	schema: [
		"./db/schema/bots.ts",
		"./db/schema/copyright.ts",
		"./db/schema/directory.ts",
		"./db/schema/moderation.ts",
		"./db/schema/reports.ts",
		"./db/schema/screening.ts",
		"./db/schema/users.ts",
		"./db/schema/videos.ts",
		"./db/schema/search.ts",
	],
	out: "./db/migrations",
	// Needed by `drizzle-kit migrate` alone, which README.md names for a deployment.
	...(url === undefined ? {} : { dbCredentials: { url } }),
});
