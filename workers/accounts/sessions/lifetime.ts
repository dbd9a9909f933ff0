/** A session not used for this long ends, seconds. Use moves its end out again. */
export const SESSION_LIFETIME_S = 30 * 86_400;
