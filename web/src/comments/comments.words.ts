import { message } from "../language/message.ts";

export const joinToLikeComments = message({
	en: "Join reelay to like comments",
	de: "Komm zu reelay, um Kommentare zu liken",
	es: "Únete a reelay para dar me gusta a comentarios",
	ar: "انضم إلى reelay لتسجيل إعجابك بالتعليقات",
	ja: "reelayに参加してコメントに「いいね」しよう",
});

export const joinToComment = message({
	en: "Join reelay to comment",
	de: "Komm zu reelay, um zu kommentieren",
	es: "Únete a reelay para comentar",
	ar: "انضم إلى reelay لتكتب تعليقًا",
	ja: "reelayに参加してコメントしよう",
});
