import { message } from "../language/message.ts";

export const aNew = message({
	en: "A new collection",
	de: "Neue Sammlung",
	es: "Nueva colección",
	ar: "مجموعة جديدة",
	ja: "新しいコレクション",
});

export const nameOfNew = message({
	en: "Name of a new collection",
	de: "Name der neuen Sammlung",
	es: "Nombre de la nueva colección",
	ar: "اسم المجموعة الجديدة",
	ja: "新しいコレクションの名前",
});

export const begin = message({
	en: "Begin it",
	de: "Anlegen",
	es: "Crearla",
	ar: "أنشئها",
	ja: "作成",
});

export const collection = message({
	en: "Collection",
	de: "Sammlung",
	es: "Colección",
	ar: "مجموعة",
	ja: "コレクション",
});

export const linkCopied = message({
	en: "Link copied: who has it sees this collection",
	de: "Link kopiert: Wer ihn hat, sieht diese Sammlung",
	es: "Enlace copiado: quien lo tenga ve esta colección",
	ar: "تم نسخ الرابط: من لديه الرابط يرى هذه المجموعة",
	ja: "リンクをコピーしました。リンクを知っている人はこのコレクションを見られます",
});

export const deleted = message({
	en: "Collection deleted",
	de: "Sammlung gelöscht",
	es: "Colección eliminada",
	ar: "حُذفت المجموعة",
	ja: "コレクションを削除しました",
});

export const renamed = message({
	en: "Renamed",
	de: "Umbenannt",
	es: "Nombre cambiado",
	ar: "تمت إعادة التسمية",
	ja: "名前を変更しました",
});

export const takenOut = message({
	en: "Taken out",
	de: "Herausgenommen",
	es: "Quitado",
	ar: "تمت الإزالة",
	ja: "取り出しました",
});

export const copyItsLink = message({
	en: "Copy its link",
	de: "Link kopieren",
	es: "Copiar su enlace",
	ar: "نسخ رابطها",
	ja: "リンクをコピー",
});

export const shareByLink = message({
	en: "Share by link",
	de: "Per Link teilen",
	es: "Compartir con enlace",
	ar: "مشاركة برابط",
	ja: "リンクで共有",
});

export const linkOff = message({
	en: "The link shows nothing any more",
	de: "Der Link zeigt nichts mehr",
	es: "El enlace ya no muestra nada",
	ar: "لم يعد الرابط يعرض شيئًا",
	ja: "リンクを無効にしました",
});

export const takeLinkBack = message({
	en: "Take the link back",
	de: "Link zurücknehmen",
	es: "Retirar el enlace",
	ar: "إلغاء الرابط",
	ja: "リンクを取り消す",
});

export const rename = message({
	en: "Rename",
	de: "Umbenennen",
	es: "Cambiar nombre",
	ar: "إعادة التسمية",
	ja: "名前を変更",
});

export const nameOf = message({
	en: "Name of the collection",
	de: "Name der Sammlung",
	es: "Nombre de la colección",
	ar: "اسم المجموعة",
	ja: "コレクションの名前",
});

export const nothingIn = message({
	en: "Nothing in it yet",
	de: "Noch nichts drin",
	es: "Aún no hay nada",
	ar: "لا شيء فيها بعد",
	ja: "まだ何もありません",
});

export const nothingInNote = message({
	en: 'Share a video and choose "Save to a collection".',
	de: "Teil ein Video und wähl „In einer Sammlung sichern“.",
	es: "Comparte un vídeo y elige «Guardar en una colección».",
	ar: "شارك فيديو واختر «حفظ في مجموعة».",
	ja: "動画をシェアして「コレクションに保存」を選んでください。",
});

export const takeOut = message({
	en: "Take out",
	de: "Herausnehmen",
	es: "Quitar",
	ar: "إزالة",
	ja: "取り出す",
});

export const none = message({
	en: "No collections yet",
	de: "Noch keine Sammlungen",
	es: "Aún no hay colecciones",
	ar: "لا مجموعات بعد",
	ja: "コレクションはまだありません",
});

export const noneNote = message({
	en: 'Share a video and choose "Save to a collection". Only you see them, until you make a link.',
	de: "Teil ein Video und wähl „In einer Sammlung sichern“. Nur du siehst sie, bis du einen Link machst.",
	es: "Comparte un vídeo y elige «Guardar en una colección». Solo las ves tú hasta que crees un enlace.",
	ar: "شارك فيديو واختر «حفظ في مجموعة». لا يراها سواك حتى تنشئ رابطًا.",
	ja: "動画をシェアして「コレクションに保存」を選んでください。リンクを作るまで自分だけに表示されます。",
});

export const putFirst = message({
	en: "Put {name} first",
	de: "{name} nach vorn",
	es: "Poner {name} primero",
	ar: "تقديم {name} إلى الأول",
	ja: "{name}を先頭にする",
});

export const collectionBy = message({
	en: "A collection by {person}",
	de: "Eine Sammlung von {person}",
	es: "Una colección de {person}",
	ar: "مجموعة من {person}",
	ja: "{person}さんのコレクション",
});
