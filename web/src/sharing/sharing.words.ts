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

export const copyFailed = message({
	en: "The copy couldn't be made.",
	de: "Die Kopie konnte nicht erstellt werden.",
	es: "No se ha podido crear la copia.",
	ar: "تعذّر إنشاء النسخة.",
	ja: "コピーを作成できませんでした。",
});

export const preparing = message({
	en: "Preparing your copy",
	de: "Deine Kopie wird vorbereitet",
	es: "Preparando tu copia",
	ar: "جارٍ تجهيز نسختك",
	ja: "コピーを準備中",
});

export const ready = message({
	en: "Your copy is ready",
	de: "Deine Kopie ist fertig",
	es: "Tu copia está lista",
	ar: "نسختك جاهزة",
	ja: "コピーができました",
});

export const readySave = message({
	en: "Your copy is ready: save it",
	de: "Deine Kopie ist fertig: speichern",
	es: "Tu copia está lista: guárdala",
	ar: "نسختك جاهزة: احفظها",
	ja: "コピーができました。保存する",
});

export const download = message({
	en: "Download",
	de: "Herunterladen",
	es: "Descargar",
	ar: "تنزيل",
	ja: "ダウンロード",
});

export const preparingDots = message({
	en: "Preparing your copy…",
	de: "Deine Kopie wird vorbereitet …",
	es: "Preparando tu copia…",
	ar: "جارٍ تجهيز نسختك…",
	ja: "コピーを準備中…",
});

export const reposted = message({
	en: "Reposted to your followers",
	de: "An deine Follower repostet",
	es: "Republicado para tus seguidores",
	ar: "أُعيد نشره لمتابعيك",
	ja: "フォロワーに再投稿しました",
});

export const repostBack = message({
	en: "Repost taken back",
	de: "Repost zurückgenommen",
	es: "Republicación retirada",
	ar: "سُحبت إعادة النشر",
	ja: "再投稿を取り消しました",
});

export const scan = message({
	en: "Scan to watch",
	de: "Scannen zum Ansehen",
	es: "Escanea para ver",
	ar: "امسح للمشاهدة",
	ja: "スキャンして見る",
});

export const saveToCollection = message({
	en: "Save to a collection",
	de: "In einer Sammlung sichern",
	es: "Guardar en una colección",
	ar: "حفظ في مجموعة",
	ja: "コレクションに保存",
});

export const takeRepostBack = message({
	en: "Take your repost back",
	de: "Deinen Repost zurücknehmen",
	es: "Retirar tu republicación",
	ar: "سحب إعادة النشر",
	ja: "再投稿を取り消す",
});

export const repost = message({
	en: "Repost to your followers",
	de: "An deine Follower reposten",
	es: "Republicar para tus seguidores",
	ar: "إعادة النشر لمتابعيك",
	ja: "フォロワーに再投稿",
});

export const sendTo = message({
	en: "Send to…",
	de: "Senden an …",
	es: "Enviar a…",
	ar: "إرسال إلى…",
	ja: "送信先…",
});

export const embedCopied = message({
	en: "Embed code copied",
	de: "Einbettungscode kopiert",
	es: "Código de inserción copiado",
	ar: "تم نسخ رمز التضمين",
	ja: "埋め込みコードをコピーしました",
});

export const copyEmbed = message({
	en: "Copy embed code",
	de: "Einbettungscode kopieren",
	es: "Copiar código de inserción",
	ar: "نسخ رمز التضمين",
	ja: "埋め込みコードをコピー",
});

export const moreWays = message({
	en: "More ways to share",
	de: "Mehr Wege zum Teilen",
	es: "Más formas de compartir",
	ar: "طرق أخرى للمشاركة",
	ja: "その他の共有方法",
});

export const codeOfLink = message({
	en: "Code of the link to {title}",
	de: "Code des Links zu {title}",
	es: "Código del enlace a {title}",
	ar: "رمز رابط {title}",
	ja: "{title}のリンクのコード",
});

export const thisVideo = message({
	en: "this video",
	de: "diesem Video",
	es: "este vídeo",
	ar: "هذا الفيديو",
	ja: "この動画",
});

export const copyLinkAt = message({
	en: "Copy link at {time}",
	de: "Link ab {time} kopieren",
	es: "Copiar enlace en {time}",
	ar: "نسخ الرابط عند {time}",
	ja: "{time}からのリンクをコピー",
});

export const tryDownload = message({
	en: "Try the download again {why}",
	de: "Noch einmal herunterladen {why}",
	es: "Vuelve a intentar la descarga {why}",
	ar: "أعد محاولة التنزيل {why}",
	ja: "もう一度ダウンロード {why}",
});
