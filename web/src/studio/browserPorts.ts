import { getUpload } from "../api/videos.ts";
import { onBackOnline, online } from "../shell/connection.ts";
import { PutError, type TransferPorts } from "./partTransfer.ts";

/** Sends by XMLHttpRequest: fetch can't tell how much went out. */
const put: TransferPorts["put"] = (url, bytes, signal, onSent) =>
	new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const request = new XMLHttpRequest();
		request.open("PUT", url);
		request.upload.addEventListener("progress", (event) => onSent(event.loaded));
		request.addEventListener("load", () => {
			if (request.status < 200 || request.status > 299) return reject(new PutError(request.status));
			resolve((request.getResponseHeader("ETag") ?? "").replaceAll('"', ""));
		});
		request.addEventListener("error", () => reject(new PutError(0)));
		request.addEventListener("abort", () => reject(signal.reason));
		signal.addEventListener("abort", () => request.abort(), { once: true });
		request.send(bytes);
	});

const sleep: TransferPorts["sleep"] = (ms, signal) =>
	new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener(
			"abort",
			() => {
				clearTimeout(timer);
				reject(signal.reason);
			},
			{ once: true },
		);
	});

const connected: TransferPorts["connected"] = (signal) =>
	new Promise((resolve, reject) => {
		if (online.value) return resolve();
		const stop = onBackOnline(() => {
			stop();
			resolve();
		});
		const onAbort = () => {
			stop();
			reject(signal.reason);
		};
		signal.addEventListener("abort", onAbort, { once: true });
	});

export const browserPorts = (videoId: string): TransferPorts => ({ put, sleep, connected, refresh: () => getUpload(videoId) });
