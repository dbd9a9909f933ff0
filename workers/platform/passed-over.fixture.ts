/**
 * For tests that need what Redis says: one that answers later than it is waited for (300 ms) is passed over, after three times for two seconds
 * (redis.ts), as everywhere. A busy machine may do that; a test that then begins anew begins after those two seconds.
 */
export const AFTER_REDIS_RESTED = { count: 3, delay: 2_500 } as const;
