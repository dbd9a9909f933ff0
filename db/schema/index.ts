export * from "./copyright.ts";
export * from "./directory.ts";
export * from "./moderation.ts";
export * from "./reports.ts";
export * from "./screening.ts";
export * from "./search.ts";
export * from "./users.ts";
export * from "./videos.ts";
