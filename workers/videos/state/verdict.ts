import type { Screening } from "../../../contracts/screening.ts";
import type { Services } from "../../platform/services.ts";
import { type Judgement, screenVideo } from "../../trust/index.ts";
import type { VideoRow } from "./row.ts";

/**
 * Judges a video before it is published, first and after each reprocessing.
 * @param video the row its attempt began with
 * @param screening what machines saw and heard; null where none looked
 */
export type Judge = (services: Services, video: VideoRow, screening: Screening | null) => Promise<Judgement>;

/** By what machines found, as the policy says. */
export const verdictOf: Judge = screenVideo;
