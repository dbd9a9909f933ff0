import { message } from "../language/message.ts";

export const joinToRepost = message({
	en: "Join reelay to repost",
	de: "Komm zu reelay, um zu reposten",
	es: "Únete a reelay para republicar",
	ar: "انضم إلى reelay لإعادة النشر",
	ja: "reelayに参加して再投稿しよう",
});

export const joinToSend = message({
	en: "Join reelay to send videos",
	de: "Komm zu reelay, um Videos zu senden",
	es: "Únete a reelay para enviar vídeos",
	ar: "انضم إلى reelay لإرسال الفيديوهات",
	ja: "reelayに参加して動画を送ろう",
});

export const joinToCollect = message({
	en: "Join reelay to keep collections",
	de: "Komm zu reelay, um Sammlungen anzulegen",
	es: "Únete a reelay para crear colecciones",
	ar: "انضم إلى reelay لإنشاء المجموعات",
	ja: "reelayに参加してコレクションを作ろう",
});
