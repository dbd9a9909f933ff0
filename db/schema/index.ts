export * from "./directory.ts";
export * from "./users.ts";
export * from "./videos.ts";
