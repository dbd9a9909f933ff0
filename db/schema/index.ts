export * from "./directory.ts";
export * from "./search.ts";
export * from "./users.ts";
export * from "./videos.ts";
