import type { Hono } from "hono";
import type { AppEnv } from "../gateway/route.ts";

export function feedRoutes(_app: Hono<AppEnv>): void {}
