import { Hono } from "hono";

const app = new Hono<{ Bindings: { BODY: string } }>();
app.get("/api/v1/feed", (context) => context.body(context.env.BODY, 200, { "content-type": "application/json; charset=utf-8" }));

export default app;
