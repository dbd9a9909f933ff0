/** The face of the videos feature: other features import from here, and from `cards/index.ts`. */

export { invalidateVideo } from "./cards/index.ts";
export { sweepDeleted } from "./cleanup/sweep.ts";
export { performOnVideoSound } from "./copyright/perform.ts";
export { manifestForReview } from "./delivery/review.ts";
export { serveMedia } from "./delivery/serve.ts";
export { performOnVideo } from "./lifecycle/decide.ts";
export { exportVideos } from "./lifecycle/export.ts";
export { eraseVideosOf, hideVideosOf, ripenVideosOf, showVideosOf, turnVideosOf } from "./lifecycle/leave.ts";
export { limitPublished, limitVideosOf, performOnLimited } from "./lifecycle/limited.ts";
export { recountVideos } from "./lifecycle/recount.ts";
export { sweepCovers } from "./pipeline/cover/request.ts";
export { sweepOutdated, sweepUnembedded } from "./pipeline/embed/sweep.ts";
export { sweepPending, sweepUnannounced } from "./pipeline/sweep.ts";
export { resolveVideoRef } from "./references.ts";
export { browserEndpoint, presignPart } from "./upload/presign.ts";
export { lastProbe, probeHourly } from "./upload/probed.ts";
export { sweepAbortedUploads, sweepUploads } from "./upload/sweep.ts";
export { takeBackFrom, videoFor, visibleVideo, visibleVideos } from "./visible-video.ts";
