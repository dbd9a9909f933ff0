import { EXPORT_KEPT_DAYS } from "../../../contracts/exports.ts";
import { RESET_LINK_LIFETIME_S, UNDO_LINK_LIFETIME_S } from "../../../contracts/limits.ts";
import type { Mail } from "../../../contracts/queues.ts";

/** What stands in a mail: paragraphs, and at most one thing to do. */
interface Letter {
	readonly kind: Mail["kind"];
	readonly subject: string;
	readonly before: readonly string[];
	readonly link?: { readonly label: string; readonly url: string };
	readonly after: readonly string[];
	/** For the mail program: takes the reader off the list. */
	readonly unsubscribe?: string;
}

/** Where a mail of a list leads: to the app, to the page that takes the reader off the list, and to what does so for a mail program. */
export interface ListLinks {
	readonly open: string;
	readonly leave: string;
	readonly oneClick: string;
}

const minutes = RESET_LINK_LIFETIME_S / 60;
const days = UNDO_LINK_LIFETIME_S / 86_400;

export const resetMail = (to: string, username: string, url: string): Mail =>
	write(to, {
		kind: "reset_password",
		subject: "Set a new password",
		before: [`Hello @${username},`, "Somebody, hopefully you, asked for a new password for your reelay account."],
		link: { label: "Set a new password", url },
		after: [
			`The link works once, within ${minutes} minutes. Everywhere you are signed in you will be signed out.`,
			"If this wasn't you, do nothing: your password stays as it is.",
		],
	});

export const confirmMail = (to: string, username: string, url: string): Mail =>
	write(to, {
		kind: "confirm_email",
		subject: "Confirm your new e-mail address",
		before: [`Hello @${username},`, "You asked that this becomes the e-mail address of your reelay account."],
		link: { label: "Confirm this address", url },
		after: ["The link works for a day. Nothing changes before you confirm.", "If this wasn't you, do nothing."],
	});

/** @param newEmail shown in part: whoever reads this may not be its owner */
export const changingMail = (to: string, username: string, newEmail: string, url: string): Mail =>
	write(to, {
		kind: "email_changing",
		subject: "Your e-mail address is about to change",
		before: [
			`Hello @${username},`,
			`Your reelay account is about to get another e-mail address: ${masked(newEmail)}. It changes when that one is confirmed.`,
			"If this was you, there is nothing to do.",
		],
		link: { label: "This wasn't me", url },
		after: [`The link keeps this address, or brings it back, and signs everybody out. It works for ${days} days.`],
	});

export const passwordChangedMail = (to: string, username: string, url: string): Mail =>
	write(to, {
		kind: "password_changed",
		subject: "Your password was changed",
		before: [`Hello @${username},`, "The password of your reelay account was changed just now. If this was you, there is nothing to do."],
		link: { label: "This wasn't me: set a new one", url },
		after: [],
	});

/** @param erasedAt milliseconds since 1970 */
export const leavingMail = (to: string, username: string, erasedAt: number, url: string): Mail => {
	const day = new Date(erasedAt).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
	return write(to, {
		kind: "account_leaving",
		subject: "Your account is being deleted",
		before: [
			`Hello @${username},`,
			`You asked us to delete your reelay account. It is hidden now, and everything in it is erased on ${day}.`,
			"Until then you can come back by logging in.",
		],
		link: { label: "Log in", url },
		after: ["If this wasn't you, log in and set a new password."],
	});
};

export const exportMail = (to: string, username: string, url: string): Mail =>
	write(to, {
		kind: "export_ready",
		subject: "The copy of your data is ready",
		before: [
			`Hello @${username},`,
			`The copy of your reelay data that you asked for is ready. It can be downloaded for ${EXPORT_KEPT_DAYS} days.`,
		],
		link: { label: "Download your data", url },
		after: ["If you didn't ask for it, set a new password and sign out everywhere in Settings."],
	});

/** @param text what happened in the week: "12 likes and 3 comments" */
export const digestMail = (to: string, username: string, text: string, { open, leave, oneClick }: ListLinks): Mail =>
	write(to, {
		kind: "digest",
		subject: "Your week on reelay",
		before: [`Hello @${username},`, `In the past seven days: ${text}.`],
		link: { label: "Open your inbox", url: open },
		after: [`You get this because you asked for the week in short. To get it no more: ${leave}`],
		unsubscribe: oneClick,
	});

/** @param text what happened to the video, in words */
export const videoFailedMail = (to: string, username: string, text: string, { open, leave, oneClick }: ListLinks): Mail =>
	write(to, {
		kind: "video_failed",
		subject: "A video could not be processed",
		before: [`Hello @${username},`, text],
		link: { label: "Look at your videos", url: open },
		after: [`To get no mails about videos that fail: ${leave}`],
		unsubscribe: oneClick,
	});

/** `a…z@example.com`: its owner knows it again, nobody else learns it. */
function masked(email: string): string {
	const at = email.lastIndexOf("@");
	const name = email.slice(0, at);
	return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ""}${email.slice(at)}`;
}

const SIGNATURE = "reelay";

function write(to: string, { kind, subject, before, link, after, unsubscribe }: Letter): Mail {
	const text = [...before, ...(link === undefined ? [] : [`${link.label}:\n${link.url}`]), ...after, SIGNATURE].join("\n\n");
	const html = [
		'<div style="font: 16px/1.5 system-ui, sans-serif; color: #15151d; max-width: 32em">',
		...before.map(paragraph),
		...(link === undefined ? [] : [button(link.label, link.url)]),
		...after.map(paragraph),
		paragraph(SIGNATURE),
		"</div>",
	].join("\n");
	return unsubscribe === undefined ? { to, subject, text, html, kind } : { to, subject, text, html, kind, unsubscribe };
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const button = (label: string, url: string): string =>
	`<p><a href="${escaped(url)}" style="display: inline-block; padding: 12px 20px; border-radius: 12px; background: #ff5a36; color: #0b0b10; font-weight: 600; text-decoration: none">${escaped(label)}</a></p><p style="font-size: 13px">${escaped(url)}</p>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
