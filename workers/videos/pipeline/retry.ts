/** First pause after a failed attempt, seconds; each further one is four times as long. */
const FIRST_PAUSE_S = 5;

/** The pause after the n-th failed attempt, seconds. */
export const retryPause = (failures: number): number => FIRST_PAUSE_S * 4 ** (Math.max(1, failures) - 1);
