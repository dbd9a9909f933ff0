import { message } from "../language/message.ts";

export const title = message({
	en: "Download your data",
	de: "Deine Daten herunterladen",
	es: "Descargar tus datos",
	ar: "تنزيل بياناتك",
	ja: "データのダウンロード",
});

export const lead = message({
	en: "Get a copy of everything that is kept of you, as one ZIP file:",
	de: "Hol dir eine Kopie von allem, was über dich gespeichert ist, als eine ZIP-Datei:",
	es: "Consigue una copia de todo lo que se guarda de ti, en un archivo ZIP:",
	ar: "احصل على نسخة من كل ما يُحفظ عنك في ملف ZIP واحد:",
	ja: "保存されているあなたの情報すべてのコピーを1つのZIPファイルで受け取れます。",
});

export const videos = message({
	en: "your videos as you uploaded them, your picture and sounds",
	de: "deine Videos, wie du sie hochgeladen hast, dein Bild und deine Sounds",
	es: "tus vídeos tal como los subiste, tu foto y tus sonidos",
	ar: "فيديوهاتك كما رفعتها وصورتك وأصواتك",
	ja: "アップロードしたままの動画、写真、サウンド",
});

export const written = message({
	en: "your comments, your messages with photos and voice notes, and what you were told",
	de: "deine Kommentare, deine Nachrichten mit Fotos und Sprachnachrichten und was dir gemeldet wurde",
	es: "tus comentarios, tus mensajes con fotos y notas de voz, y tus notificaciones",
	ar: "تعليقاتك ورسائلك مع الصور والملاحظات الصوتية وإشعاراتك",
	ja: "コメント、写真や音声を含むメッセージ、通知",
});

export const liked = message({
	en: "what you liked, saved, followed and watched, and what your feed learned",
	de: "was du geliked, gespeichert, gefolgt und geschaut hast und was dein Feed gelernt hat",
	es: "lo que te gustó, guardaste, seguiste y viste, y lo que aprendió tu feed",
	ar: "ما أعجبك وحفظته وتابعته وشاهدته وما تعلمه موجزك",
	ja: "いいね、保存、フォロー、視聴の記録と、フィードが学んだこと",
});

export const settings = message({
	en: "your account, its settings, and what was decided about it",
	de: "dein Konto, seine Einstellungen und was darüber entschieden wurde",
	es: "tu cuenta, sus ajustes y lo que se decidió sobre ella",
	ar: "حسابك وإعداداته وما تقرر بشأنه",
	ja: "アカウント、設定、およびそれに関する決定",
});

export const ask = message({
	en: "Ask for a copy",
	de: "Kopie anfordern",
	es: "Pedir una copia",
	ar: "اطلب نسخة",
	ja: "コピーを依頼する",
});

export const preparing = message({
	en: "We're putting it together",
	de: "Wir stellen sie zusammen",
	es: "La estamos preparando",
	ar: "نجهّزها الآن",
	ja: "準備しています",
});

export const preparingNote = message({
	en: "This takes a few minutes. You can leave: we'll tell you here and by mail when it is ready.",
	de: "Das dauert ein paar Minuten. Du kannst gehen: Wir sagen dir hier und per E-Mail, wenn sie fertig ist.",
	es: "Tarda unos minutos. Puedes irte: te avisaremos aquí y por correo cuando esté lista.",
	ar: "يستغرق هذا بضع دقائق. يمكنك المغادرة: سنخبرك هنا وبالبريد عندما تصبح جاهزة.",
	ja: "数分かかります。画面を離れても大丈夫です。完了したらアプリとメールでお知らせします。",
});

export const ready = message({
	en: "Your copy is ready",
	de: "Deine Kopie ist fertig",
	es: "Tu copia está lista",
	ar: "نسختك جاهزة",
	ja: "コピーの準備ができました",
});

export const readyNote = message({
	en: "It is here until {day}. It holds messages others wrote to you: keep it where nobody else reads it.",
	de: "Sie ist bis {day} hier. Sie enthält Nachrichten anderer an dich: Bewahre sie auf, wo niemand sonst sie liest.",
	es: "Estará aquí hasta el {day}. Contiene mensajes que otros te escribieron: guárdala donde nadie más la lea.",
	ar: "تبقى هنا حتى {day}. تحتوي على رسائل كتبها لك آخرون: احفظها حيث لا يقرؤها غيرك.",
	ja: "{day}まで保存されます。他の人からのメッセージも含まれます。人に見られない場所に保管してください。",
});

export const download = message({
	en: "Download ({size})",
	de: "Herunterladen ({size})",
	es: "Descargar ({size})",
	ar: "تنزيل ({size})",
	ja: "ダウンロード（{size}）",
});

export const failed = message({
	en: "The copy could not be made",
	de: "Die Kopie konnte nicht erstellt werden",
	es: "No se pudo crear la copia",
	ar: "تعذّر إنشاء النسخة",
	ja: "コピーを作成できませんでした",
});

export const failedNote = message({
	en: "That was our fault. Ask for it again.",
	de: "Das lag an uns. Fordere sie noch einmal an.",
	es: "Fue culpa nuestra. Pídela otra vez.",
	ar: "الخطأ منا. اطلبها مرة أخرى.",
	ja: "こちらの問題です。もう一度依頼してください。",
});

export const nextFrom = message({
	en: "You can ask for another one from {when}.",
	de: "Eine neue kannst du ab {when} anfordern.",
	es: "Puedes pedir otra a partir del {when}.",
	ar: "يمكنك طلب نسخة أخرى من {when}.",
	ja: "次のコピーは{when}から依頼できます。",
});

export const loading = message({ en: "Loading", de: "Lädt", es: "Cargando", ar: "جارٍ التحميل", ja: "読み込み中" });
