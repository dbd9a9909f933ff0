import path from "node:path";
import { getUser } from "../../contracts/users.ts";
import { type Member, signIn } from "./accounts.ts";
import { CREATORS, DEMO_CLIPS, DEMO_LOGINS, type DemoClip, demoUuid } from "./catalogue.ts";
import { type Client, createClient, Refused } from "./client.ts";
import { Drawing } from "./drawing.ts";
import { makeFollows, makeHistory } from "./history.ts";
import { oneAtATime, workThrough } from "./pool.ts";
import { type DemoRecord, openRecord } from "./record.ts";
import { type RenderOptions, renderClip, type Shot } from "./render.ts";
import { type ClipUpload, ProcessingFailed, removeClip, untilReady, uploadClip } from "./upload.ts";

/** Clips on their way at the same time: one being uploaded while the one before it is transcoded. */
const CLIPS_AT_A_TIME = 2;

export interface SeedProgress {
	/** Clips that can be watched, of all. */
	readonly ready: number;
	readonly total: number;
	readonly message: string;
}

export interface SeedOptions {
	/** Where Reelay answers. */
	readonly baseUrl: string;
	/** Clips and the record of what is done are kept in its folder `demo`. */
	readonly stateDir: string;
	readonly ffmpegPath: string;
	readonly onProgress: (progress: SeedProgress) => void;
	readonly signal: AbortSignal;
	/** Begun earlier by `drawAhead`, with the same clips. */
	readonly drawing?: Drawing;
	/** For tests. */
	readonly clips?: readonly DemoClip[];
	readonly render?: (shot: Shot, outFile: string, options: RenderOptions) => Promise<void>;
	readonly client?: Client;
}

/**
 * Fills a Reelay with demo content through its public API: accounts, follows, clips, and for each its likes, comments and views. Run
 * again after an interruption it goes on where it was; run again after all is done it asks one question and returns.
 * @throws the signal's reason, or after all else is done an error that names the clips that failed
 */
export async function seedDemo({ baseUrl, stateDir, ffmpegPath, onProgress, signal, ...rest }: SeedOptions): Promise<void> {
	const { clips = DEMO_CLIPS, render = renderClip, client = createClient(baseUrl) } = rest;
	const folder = folderIn(stateDir);
	const record = await openRecord(folder);
	if (!(await isSameDatabase(client, record, signal))) await record.clear();
	let ready = clips.filter((clip) => record.isDone(`clip:${clip.id}`)).length;
	if (ready === clips.length && record.isDone("follows")) return;

	const tell = (message: string) => onProgress({ ready, total: clips.length, message });
	tell("Signing up the creators");
	const members = signInAll(client, record, signal);
	const { drawing = new Drawing({ folder, ffmpegPath, signal, render }) } = rest;
	drawing.expect(clips.filter((clip) => !record.isDone(`clip:${clip.id}`)));
	// Beside the clips that follow: what a newcomer waits for is the next clip, not the likes of the last.
	const inTurn = oneAtATime();
	const histories: Promise<void>[] = [];
	// Beside the first clips, so that the Following feed has something in it as soon as they are ready.
	const follows = befriend(client, members, record, signal);
	// A failure is met below, where it is awaited; until then it must not end the process.
	follows.catch(() => undefined);

	const failures: { item: DemoClip; error: unknown }[] = [];
	const unmade = await workThrough(clips, CLIPS_AT_A_TIME, signal, async (clip) => {
		if (record.isDone(`clip:${clip.id}`)) return;
		tell(`Drawing “${clip.title}”`);
		const file = await drawing.take(clip);
		const upload = nextUpload(clip, await members.of(clip.creator), record);
		tell(`Uploading “${clip.title}”`);
		await uploadClip(client, upload, file, signal);
		const videoId = await untilReady(client, upload, signal).catch(async (error: unknown) => {
			if (error instanceof ProcessingFailed) {
				await removeClip(client, upload, signal);
				await record.markDone(`failed:${upload.uuid}`);
			}
			throw error;
		});
		ready += 1;
		tell(`Ready: “${clip.title}”`);
		const viewers = await Promise.all(
			CREATORS.filter(({ username }) => username !== clip.creator).map(({ username }) => members.of(username)),
		);
		const history = inTurn(async () => {
			await makeHistory(client, { clip, videoId, viewers }, signal);
			await record.markDone(`clip:${clip.id}`);
		});
		history.catch((error: unknown) => failures.push({ item: clip, error }));
		histories.push(history);
	});

	await Promise.allSettled(histories);
	failures.push(...unmade);
	signal.throwIfAborted();
	await follows;
	if (failures.length > 0) {
		const reasons = failures.map(({ item, error }) => `${item.id}: ${error instanceof Error ? error.message : String(error)}`);
		throw new AggregateError(
			failures.map(({ error }) => error),
			`${failures.length} of ${clips.length} demo clips could not be made; start again to retry them.\n${reasons.join("\n")}`,
		);
	}
	tell("The demo content is complete");
}

/** The logins first: someone may be waiting to sign in with them. */
const ACCOUNTS = [...DEMO_LOGINS, ...CREATORS];

/** Signs all accounts in, in the background, one after another since hashing a password keeps a core busy. */
function signInAll(client: Client, record: DemoRecord, signal: AbortSignal): { of(username: string): Promise<Member> } {
	const inTurn = oneAtATime();
	const members = new Map(ACCOUNTS.map((account) => [account.username, inTurn(() => signIn(client, account, record, signal))]));
	// Whoever needs a member meets the error there; until then it must not end the process.
	for (const member of members.values()) member.catch(() => undefined);
	return {
		async of(username) {
			const member = await members.get(username);
			if (member === undefined) throw new Error(`The catalogue has no account ${username}.`);
			return member;
		},
	};
}

/** The clip's upload under the first of its UUIDs that has not failed. */
function nextUpload(clip: DemoClip, member: Member, record: DemoRecord): ClipUpload {
	for (let attempt = 0; ; attempt++) {
		const uuid = demoUuid(attempt === 0 ? clip.id : `${clip.id}:${attempt}`);
		if (!record.isDone(`failed:${uuid}`)) return { clip, member, uuid };
	}
}

async function befriend(
	client: Client,
	members: { of(username: string): Promise<Member> },
	record: DemoRecord,
	signal: AbortSignal,
): Promise<void> {
	if (record.isDone("follows")) return;
	await makeFollows(client, await Promise.all(ACCOUNTS.map(({ username }) => members.of(username))), signal);
	await record.markDone("follows");
}

/** Whether the record speaks of the database behind the API: the first creator must be known there. */
async function isSameDatabase(client: Client, record: DemoRecord, signal: AbortSignal): Promise<boolean> {
	const [first] = CREATORS;
	if (first === undefined || record.session(first.username) === undefined) return false;
	try {
		await client.call(getUser, { signal, params: { userId: `@${first.username}` } });
		return true;
	} catch (error) {
		if (error instanceof Refused && error.status === 404) return false;
		throw error;
	}
}

const folderIn = (stateDir: string): string => path.join(stateDir, "demo");

/** Begins to draw the clips an earlier run has not made, before there is a Reelay to bring them to: the processor has time while that starts. */
export async function drawAhead(
	stateDir: string,
	options: Pick<SeedOptions, "ffmpegPath" | "signal" | "clips" | "render">,
): Promise<Drawing> {
	const { ffmpegPath, signal, clips = DEMO_CLIPS, render = renderClip } = options;
	const folder = folderIn(stateDir);
	const record = await openRecord(folder);
	const drawing = new Drawing({ folder, ffmpegPath, signal, render });
	drawing.expect(clips.filter((clip) => !record.isDone(`clip:${clip.id}`)));
	return drawing;
}
