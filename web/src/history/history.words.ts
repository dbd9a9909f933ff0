import { message } from "../language/message.ts";

export const backTo = message({
	en: "Back to your history",
	de: "Zurück zu deinem Verlauf",
	es: "Volver a tu historial",
	ar: "العودة إلى سجلك",
	ja: "履歴に戻る",
});

export const cleared = message({
	en: "History cleared",
	de: "Verlauf gelöscht",
	es: "Historial borrado",
	ar: "مُسح السجل",
	ja: "履歴を消去しました",
});

export const onlyYou = message({
	en: "Only you see this: the last thirty days, 500 videos at most.",
	de: "Nur du siehst das: die letzten dreißig Tage, höchstens 500 Videos.",
	es: "Solo tú ves esto: los últimos treinta días, 500 vídeos como mucho.",
	ar: "لا يرى هذا سواك: آخر ثلاثين يومًا، ٥٠٠ فيديو كحد أقصى.",
	ja: "自分だけに表示されます。過去30日間、最大500本です。",
});

export const nothingYet = message({
	en: "Nothing here yet",
	de: "Hier ist noch nichts",
	es: "Aún no hay nada",
	ar: "لا شيء هنا بعد",
	ja: "まだ何もありません",
});

export const listed = message({
	en: "What you watch is listed here, so that you find it again.",
	de: "Was du siehst, steht hier, damit du es wiederfindest.",
	es: "Lo que ves se apunta aquí para que lo encuentres.",
	ar: "ما تشاهده يُدرج هنا لتجده مجددًا.",
	ja: "視聴した動画がここに並びます。",
});

export const clearAsk = message({
	en: "Clear your history?",
	de: "Deinen Verlauf löschen?",
	es: "¿Borrar tu historial?",
	ar: "مسح سجلك؟",
	ja: "履歴を消去しますか?",
});

export const emptied = message({
	en: "The list is emptied, for good.",
	de: "Die Liste wird für immer geleert.",
	es: "La lista se vacía para siempre.",
	ar: "تُفرغ القائمة نهائيًا.",
	ja: "一覧が完全に消去されます。",
});

export const clearIt = message({
	en: "Clear it",
	de: "Löschen",
	es: "Borrarlo",
	ar: "مسحه",
	ja: "消去する",
});

export const keepIt = message({
	en: "Keep it",
	de: "Behalten",
	es: "Conservarlo",
	ar: "الإبقاء عليه",
	ja: "残す",
});

export const takeOut = message({
	en: "Take {title} out",
	de: "{title} herausnehmen",
	es: "Quitar {title}",
	ar: "إزالة {title}",
	ja: "{title}を取り出す",
});

export const feedKeeps = message({
	en: "Your feed keeps what it learned from it. To forget that too, there is “Begin anew” under {whatYouSee}.",
	de: "Dein Feed behält, was er daraus gelernt hat. Um auch das zu vergessen, gibt es „Neu anfangen“ unter {whatYouSee}.",
	es: "Tu feed conserva lo que aprendió. Para olvidarlo también, está «Empezar de cero» en {whatYouSee}.",
	ar: "تحتفظ صفحتك بما تعلمته منه. لنسيانه أيضًا استخدم «البدء من جديد» في {whatYouSee}.",
	ja: "フィードの学習内容は残ります。それも消すには{whatYouSee}の「リセット」を使ってください。",
});
