/** What features lean on of the gateway: how an endpoint is mounted, and what is asked of a request beside it. */
export { limitBodies } from "./body.ts";
export { addressKey } from "./client-address.ts";
export { ACCOUNTS_COOKIE, OPERATOR_COOKIE, readCookie, SESSION_COOKIE, setCookie, UNDER_AGE_COOKIE } from "./cookies.ts";
export { refuseForeign } from "./csrf.ts";
export { newGuest } from "./identify.ts";
export { limitAuthentication, limitBeginnings, limitFileChecks, limitMedia, limitRequests } from "./limits.ts";
export { type AppContext, type AppEnv, reply, route } from "./route.ts";
export { openToken, signToken } from "./signed-token.ts";
