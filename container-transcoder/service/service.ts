import { rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { TRACK_MAX_MS } from "../../contracts/limits.ts";
import type { Config } from "../config.ts";
import { remakeCover } from "../cover.ts";
import { makeDownload } from "../download.ts";
import { createEmbedder, type Embedder } from "../embed/embedder.ts";
import { embedAgain } from "../embedding.ts";
import { TranscodeFailure } from "../failures.ts";
import { openLibrary } from "../fingerprint/library.ts";
import type { Log } from "../log.ts";
import { encoderLimits } from "../media/limits.ts";
import { ffmpegVersion } from "../media/version.ts";
import { remakePicture } from "../picture/remake.ts";
import { createRecogniser, type Recogniser } from "../screen/recogniser.ts";
import { makeTrack } from "../sound/track.ts";
import { openObjectStore } from "../storage/object-store.ts";
import { transcode } from "../transcode.ts";
import { remakeVoice } from "../voice/remake.ts";
import { transcoderApp } from "./app.ts";
import { confine } from "./confine.ts";
import type { PictureOptions } from "./pictures.ts";
import { Registry } from "./registry.ts";
import type { SoundOptions } from "./sounds.ts";
import type { VoiceOptions } from "./voices.ts";
import { inJobDir, openWorkDir } from "./work-dir.ts";

export interface Service {
	/** Where it listens. */
	readonly url: string;
	readonly registry: Registry;
	/** Gives running jobs back, ends what it started and removes its files. */
	close(): Promise<void>;
}

export interface ServiceOptions {
	log: Log;
	/** Null transcodes without embedding. */
	embedder?: Embedder | null;
	/** Null transcodes without screening, as does a service without an embedder that is given none. */
	recogniser?: Recogniser | null;
	heartbeatMs?: number;
}

/** Starts the transcoder and resolves when it accepts requests. Throws when FFmpeg can't be run or the port is taken. */
export async function startService(config: Config, options: ServiceOptions): Promise<Service> {
	const version = await ffmpegVersion(config.ffmpeg);
	await ffmpegVersion(config.ffprobe);
	const workDir = await openWorkDir(config.workDir);
	const confined = await confine(config, workDir, options.log);
	const embedder = options.embedder === undefined ? createEmbedder() : options.embedder;
	const recogniser = options.recogniser === undefined && embedder !== null ? createRecogniser() : (options.recogniser ?? null);
	const tools = {
		ffmpeg: confined.ffmpeg,
		ffmpegVersion: version,
		ffprobe: confined.ffprobe,
		memoryBytes: config.ffmpegMemoryBytes,
		embedder,
		library: openLibrary(),
		recogniser,
	};
	const registry = new Registry({
		capacity: config.maxJobs,
		log: options.log,
		work: (job, log) => (signal, emit) =>
			inJobDir(workDir, job.videoId, confined.jobDirMode, async (path) => {
				const context = { workDir: path, signal, log, emit };
				if (job.only === "embedding") return { type: "embedded", embedding: await embedAgain(job, tools, context) };
				if (job.access === undefined) throw new TranscodeFailure("storage_failed", "The job does not say what opens its folder.");
				const store = openObjectStore({ ...config.media, ...job.access });
				if (job.only === "cover") return { type: "covered", blurhash: await remakeCover(job, { ...tools, store }, context) };
				if (job.only === "download")
					return { type: "copied", bytes: await makeDownload(job, { ...tools, store, node: confined.node }, context) };
				return { type: "done", result: await transcode(job, { ...tools, store }, context) };
			}),
	});
	const remake: PictureOptions["remake"] = (file, spec, signal) =>
		inJobDir(workDir, "picture", confined.jobDirMode, (path) => remakePicture(file, spec, { node: confined.node, workDir: path, signal }));
	const explicit = async (picture: Uint8Array, looker: Embedder): Promise<number> => {
		const [scores] = await looker.look([picture]);
		return Math.min(1, (scores?.porn ?? 0) + (scores?.hentai ?? 0));
	};
	const pictures: PictureOptions = {
		remake,
		explicit: embedder === null ? undefined : (picture) => explicit(picture, embedder),
		log: options.log,
	};
	const voices: VoiceOptions = {
		remake: (file, signal) =>
			inJobDir(workDir, "voice", confined.jobDirMode, (path) =>
				remakeVoice(file, { ffmpeg: confined.ffmpeg, memoryBytes: config.ffmpegMemoryBytes, workDir: path, signal }),
			),
		log: options.log,
	};
	const trackLimits = encoderLimits(TRACK_MAX_MS / 1_000, config.ffmpegMemoryBytes);
	const sounds: SoundOptions = {
		make: (file, signal) =>
			inJobDir(workDir, "track", confined.jobDirMode, (path) =>
				makeTrack(file, { ffmpeg: confined.ffmpeg, workDir: path, limits: trackLimits, signal }),
			),
		log: options.log,
	};
	const app = transcoderApp({
		registry,
		pictures,
		voices,
		sounds,
		key: config.key,
		ffmpegVersion: version,
		heartbeatMs: options.heartbeatMs,
	});
	const server = await listen(app.fetch, config);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		registry,
		async close() {
			await registry.close();
			await Promise.all([embedder?.close(), recogniser?.close(), tools.library.close()]);
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			// Streams have had their last line by now; a client that keeps its connection must not hold the exit up.
			setTimeout(() => server.closeAllConnections(), 500).unref();
			server.closeIdleConnections();
			await closed;
			await rm(workDir, { recursive: true, force: true });
		},
	};
}

function listen(fetch: Parameters<typeof serve>[0]["fetch"], config: Config): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server as Server));
		server.once("error", reject);
	});
}
