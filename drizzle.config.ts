import { defineConfig } from "drizzle-kit";

export default defineConfig({
	dialect: "postgresql",
	schema: ["./db/schema/directory.ts", "./db/schema/users.ts", "./db/schema/videos.ts"],
	out: "./db/migrations",
});
