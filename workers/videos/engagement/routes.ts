import type { Hono } from "hono";
import type { AppEnv } from "../../gateway/route.ts";

export function engagementRoutes(_app: Hono<AppEnv>): void {}
