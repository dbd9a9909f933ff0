import type { Hono } from "hono";
import type { AppEnv } from "../gateway/route.ts";

export function socialRoutes(_app: Hono<AppEnv>): void {}
