import { message } from "../language/message.ts";

export const report = message({
	en: "Report",
	de: "Melden",
	es: "Denunciar",
	ar: "إبلاغ",
	ja: "報告",
});

export const reportVideo = message({
	en: "Report video",
	de: "Video melden",
	es: "Denunciar vídeo",
	ar: "الإبلاغ عن الفيديو",
	ja: "動画を報告",
});

export const reportComment = message({
	en: "Report comment",
	de: "Kommentar melden",
	es: "Denunciar comentario",
	ar: "الإبلاغ عن التعليق",
	ja: "コメントを報告",
});

export const reportProfile = message({
	en: "Report profile",
	de: "Profil melden",
	es: "Denunciar perfil",
	ar: "الإبلاغ عن الحساب",
	ja: "プロフィールを報告",
});

export const reportSound = message({
	en: "Report sound",
	de: "Sound melden",
	es: "Denunciar sonido",
	ar: "الإبلاغ عن الصوت",
	ja: "楽曲を報告",
});

export const reportMessage = message({
	en: "Report message",
	de: "Nachricht melden",
	es: "Denunciar mensaje",
	ar: "الإبلاغ عن الرسالة",
	ja: "メッセージを報告",
});

export const reportConversation = message({
	en: "Report conversation",
	de: "Unterhaltung melden",
	es: "Denunciar conversación",
	ar: "الإبلاغ عن المحادثة",
	ja: "会話を報告",
});

export const whatsWrong = message({
	en: "What is wrong with it?",
	de: "Was stimmt damit nicht?",
	es: "¿Qué tiene de malo?",
	ar: "ما المشكلة فيه؟",
	ja: "何が問題ですか?",
});

export const note = message({
	en: "Anything we should know (optional)",
	de: "Was wir noch wissen sollten (freiwillig)",
	es: "Algo más que debamos saber (opcional)",
	ar: "ما ينبغي أن نعرفه (اختياري)",
	ja: "補足(任意)",
});

export const around = message({
	en: "The messages around it are sent along, so that it can be judged.",
	de: "Die Nachrichten drum herum werden mitgeschickt, damit wir urteilen können.",
	es: "Se envían también los mensajes de alrededor para poder juzgarlo.",
	ar: "تُرسل الرسائل المحيطة بها أيضًا ليمكن الحكم عليها.",
	ja: "判断のため、前後のメッセージも送信されます。",
});

export const untold = message({
	en: "Nobody is told who reported it.",
	de: "Niemand erfährt, wer es gemeldet hat.",
	es: "Nadie sabrá quién lo denunció.",
	ar: "لن يعرف أحد من أبلغ عنه.",
	ja: "誰が報告したかは知らされません。",
});

export const send = message({
	en: "Send report",
	de: "Meldung senden",
	es: "Enviar denuncia",
	ar: "إرسال البلاغ",
	ja: "報告を送信",
});

export const thanks = message({
	en: "Thank you",
	de: "Danke",
	es: "Gracias",
	ar: "شكرًا لك",
	ja: "ありがとうございます",
});

export const looked = message({
	en: "A person looks at it.",
	de: "Ein Mensch sieht es sich an.",
	es: "Una persona lo revisará.",
	ar: "سينظر فيه شخص.",
	ja: "担当者が確認します。",
});

export const lookedTold = message({
	en: "A person looks at it. You will be told what came of it, and find it under your reports.",
	de: "Ein Mensch sieht es sich an. Du erfährst, was daraus wurde, und findest es unter deinen Meldungen.",
	es: "Una persona lo revisará. Te diremos qué ha pasado y lo encontrarás en tus denuncias.",
	ar: "سينظر فيه شخص. سنخبرك بالنتيجة، وتجده ضمن بلاغاتك.",
	ja: "担当者が確認します。結果はお知らせし、「あなたの報告」でも確認できます。",
});

export const hidden = message({
	en: "We don't show it to you any more.",
	de: "Wir zeigen es dir nicht mehr.",
	es: "Ya no te lo mostramos.",
	ar: "لن نعرضه لك بعد الآن.",
	ja: "今後は表示しません。",
});

export const danger = message({
	en: "If somebody is in danger right now, call your local emergency number.",
	de: "Ist jemand gerade in Gefahr, wähle den Notruf.",
	es: "Si alguien está en peligro ahora, llama al número de emergencias.",
	ar: "إذا كان أحد في خطر الآن، فاتصل برقم الطوارئ المحلي.",
	ja: "今まさに危険な状況の人がいる場合は、緊急通報番号に電話してください。",
});

export const muteName = message({
	en: "Mute {name}",
	de: "{name} stummschalten",
	es: "Silenciar a {name}",
	ar: "كتم {name}",
	ja: "{name}さんをミュート",
});

export const blockName = message({
	en: "Block {name}",
	de: "{name} blockieren",
	es: "Bloquear a {name}",
	ar: "حظر {name}",
	ja: "{name}さんをブロック",
});

export const mutedName = message({
	en: "{name} is muted.",
	de: "{name} ist stummgeschaltet.",
	es: "Has silenciado a {name}.",
	ar: "تم كتم {name}.",
	ja: "{name}さんをミュートしました。",
});

export const blockedName = message({
	en: "{name} is blocked.",
	de: "{name} ist blockiert.",
	es: "Has bloqueado a {name}.",
	ar: "تم حظر {name}.",
	ja: "{name}さんをブロックしました。",
});

export const done = message({
	en: "Done",
	de: "Fertig",
	es: "Listo",
	ar: "تم",
	ja: "完了",
});

export const seeReports = message({
	en: "Your reports",
	de: "Deine Meldungen",
	es: "Tus denuncias",
	ar: "بلاغاتك",
	ja: "あなたの報告",
});

export const youReported = message({
	en: "You reported this comment.",
	de: "Du hast diesen Kommentar gemeldet.",
	es: "Denunciaste este comentario.",
	ar: "لقد أبلغت عن هذا التعليق.",
	ja: "このコメントを報告しました。",
});

export const show = message({
	en: "Show",
	de: "Zeigen",
	es: "Mostrar",
	ar: "عرض",
	ja: "表示",
});
