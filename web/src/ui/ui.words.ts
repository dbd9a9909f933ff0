import { message } from "../language/message.ts";

export const hide = message({
	en: "Hide",
	de: "Verbergen",
	es: "Ocultar",
	ar: "إخفاء",
	ja: "隠す",
});

export const show = message({
	en: "Show",
	de: "Anzeigen",
	es: "Mostrar",
	ar: "إظهار",
	ja: "表示",
});

export const didNotLoad = message({
	en: "This didn't load",
	de: "Das hat nicht geladen",
	es: "No se ha podido cargar",
	ar: "تعذّر التحميل",
	ja: "読み込めませんでした",
});

export const tryAgain = message({
	en: "Try again",
	de: "Nochmal versuchen",
	es: "Reintentar",
	ar: "إعادة المحاولة",
	ja: "再試行",
});

export const verified = message({
	en: "Verified",
	de: "Verifiziert",
	es: "Cuenta verificada",
	ar: "حساب موثَّق",
	ja: "認証済み",
});

export const loadingAnew = message({
	en: "Loading anew",
	de: "Wird neu geladen",
	es: "Actualizando",
	ar: "جارٍ التحديث",
	ja: "更新中",
});

export const letGo = message({
	en: "Let go to load anew",
	de: "Loslassen zum Neuladen",
	es: "Suelta para actualizar",
	ar: "اترك للتحديث",
	ja: "離すと更新",
});

export const close = message({
	en: "Close",
	de: "Schließen",
	es: "Cerrar",
	ar: "إغلاق",
	ja: "閉じる",
});

export const showPassword = message({
	en: "Show password",
	de: "Passwort anzeigen",
	es: "Mostrar contraseña",
	ar: "إظهار كلمة المرور",
	ja: "パスワードを表示",
});

export const hidePassword = message({
	en: "Hide password",
	de: "Passwort verbergen",
	es: "Ocultar contraseña",
	ar: "إخفاء كلمة المرور",
	ja: "パスワードを非表示",
});

export const views = message({
	en: { one: "{count} view", other: "{count} views" },
	de: { one: "{count} Aufruf", other: "{count} Aufrufe" },
	es: { one: "{count} visualización", other: "{count} visualizaciones" },
	ar: { zero: "لا مشاهدات", one: "مشاهدة واحدة", two: "مشاهدتان", few: "{count} مشاهدات", many: "{count} مشاهدة", other: "{count} مشاهدة" },
	ja: { other: "{count}回再生" },
});

export const likes = message({
	en: { one: "{count} like", other: "{count} likes" },
	de: { one: "{count} Like", other: "{count} Likes" },
	es: { one: "{count} me gusta", other: "{count} me gusta" },
	ar: { zero: "لا إعجابات", one: "إعجاب واحد", two: "إعجابان", few: "{count} إعجابات", many: "{count} إعجابًا", other: "{count} إعجاب" },
	ja: { other: "いいね{count}件" },
});

export const videos = message({
	en: { one: "{count} video", other: "{count} videos" },
	de: { one: "{count} Video", other: "{count} Videos" },
	es: { one: "{count} vídeo", other: "{count} vídeos" },
	ar: { zero: "لا فيديوهات", one: "فيديو واحد", two: "فيديوهان", few: "{count} فيديوهات", many: "{count} فيديو", other: "{count} فيديو" },
	ja: { other: "動画{count}本" },
});

export const undo = message({
	en: "Undo",
	de: "Rückgängig",
	es: "Deshacer",
	ar: "تراجع",
	ja: "元に戻す",
});

export const cancel = message({
	en: "Cancel",
	de: "Abbrechen",
	es: "Cancelar",
	ar: "إلغاء",
	ja: "キャンセル",
});

export const save = message({
	en: "Save",
	de: "Speichern",
	es: "Guardar",
	ar: "حفظ",
	ja: "保存",
});

export const share = message({
	en: "Share",
	de: "Teilen",
	es: "Compartir",
	ar: "مشاركة",
	ja: "シェア",
});

export const copyLink = message({
	en: "Copy link",
	de: "Link kopieren",
	es: "Copiar enlace",
	ar: "نسخ الرابط",
	ja: "リンクをコピー",
});
