import { message } from "../language/message.ts";

export const boxPlaceholder = message({
	en: "Videos, people, hashtags",
	de: "Videos, Personen, Hashtags",
	es: "Vídeos, personas, hashtags",
	ar: "فيديوهات وأشخاص ووسوم",
	ja: "動画、人、ハッシュタグ",
});

export const clearBox = message({
	en: "Clear the box",
	de: "Feld leeren",
	es: "Vaciar el cuadro",
	ar: "إفراغ الحقل",
	ja: "入力を消す",
});

export const recentSearches = message({
	en: "Recent searches",
	de: "Letzte Suchen",
	es: "Búsquedas recientes",
	ar: "عمليات البحث الأخيرة",
	ja: "最近の検索",
});

export const suggestions = message({
	en: "Suggestions",
	de: "Vorschläge",
	es: "Sugerencias",
	ar: "اقتراحات",
	ja: "候補",
});

export const forgetOne = message({
	en: "Forget {text}",
	de: "{text} vergessen",
	es: "Olvidar {text}",
	ar: "نسيان {text}",
	ja: "{text}を削除",
});

export const clearRecent = message({
	en: "Clear recent searches",
	de: "Letzte Suchen löschen",
	es: "Borrar búsquedas recientes",
	ar: "مسح عمليات البحث الأخيرة",
	ja: "最近の検索をすべて削除",
});

export const kinds = message({
	en: "Kinds of results",
	de: "Arten von Ergebnissen",
	es: "Tipos de resultados",
	ar: "أنواع النتائج",
	ja: "結果の種類",
});

export const all = message({
	en: "All",
	de: "Alles",
	es: "Todo",
	ar: "الكل",
	ja: "すべて",
});

export const videos = message({
	en: "Videos",
	de: "Videos",
	es: "Vídeos",
	ar: "فيديوهات",
	ja: "動画",
});

export const people = message({
	en: "People",
	de: "Personen",
	es: "Personas",
	ar: "أشخاص",
	ja: "人",
});

export const hashtags = message({
	en: "Hashtags",
	de: "Hashtags",
	es: "Hashtags",
	ar: "وسوم",
	ja: "ハッシュタグ",
});

export const sounds = message({
	en: "Sounds",
	de: "Sounds",
	es: "Sonidos",
	ar: "مقاطع صوتية",
	ja: "サウンド",
});

export const resultsHere = message({
	en: "Results are here",
	de: "Die Ergebnisse sind da",
	es: "Ya están los resultados",
	ar: "وصلت النتائج",
	ja: "結果が表示されました",
});

export const nothingFound = message({
	en: "Nothing found",
	de: "Nichts gefunden",
	es: "No hay resultados",
	ar: "لا توجد نتائج",
	ja: "見つかりませんでした",
});

export const nothingFoundFor = message({
	en: "Nothing found for “{q}”",
	de: "Nichts gefunden für „{q}“",
	es: "No hay resultados para «{q}»",
	ar: "لا توجد نتائج عن ⁨{q}⁩",
	ja: "「{q}」は見つかりませんでした",
});

export const didYouMean = message({
	en: "Did you mean {query}?",
	de: "Meintest du {query}?",
	es: "¿Querías decir {query}?",
	ar: "هل تقصد {query}؟",
	ja: "もしかして：{query}",
});

export const manyWatch = message({
	en: "Many watch these",
	de: "Das sehen viele",
	es: "Muchos ven estos",
	ar: "يشاهدها كثيرون",
	ja: "よく見られている動画",
});

export const showMore = message({
	en: "Show more",
	de: "Mehr zeigen",
	es: "Ver más",
	ar: "عرض المزيد",
	ja: "もっと見る",
});

export const seeAllOf = message({
	en: "See all: {kind}",
	de: "Alle ansehen: {kind}",
	es: "Ver todo: {kind}",
	ar: "عرض الكل: {kind}",
	ja: "すべて見る：{kind}",
});

export const seeAll = message({
	en: "See all",
	de: "Alle ansehen",
	es: "Ver todo",
	ar: "عرض الكل",
	ja: "すべて見る",
});

export const tryVideos = message({
	en: "Try another word, fewer words, or what it is about in your own words.",
	de: "Versuch ein anderes Wort, weniger Wörter, oder sag in eigenen Worten, worum es geht.",
	es: "Prueba con otra palabra, con menos palabras o di con las tuyas de qué trata.",
	ar: "جرّب كلمة أخرى أو كلمات أقل، أو صف موضوعه بكلماتك.",
	ja: "別の言葉や短い言葉、内容を表す言葉で試してみてください。",
});

export const tryUsers = message({
	en: "Try a part of the name, or the name after the @.",
	de: "Versuch einen Teil des Namens oder den Namen nach dem @.",
	es: "Prueba con una parte del nombre o con lo que va después de la @.",
	ar: "جرّب جزءًا من الاسم أو ما يأتي بعد علامة @.",
	ja: "名前の一部か、@の後の名前で試してみてください。",
});

export const tryHashtags = message({
	en: "Try the beginning of it, or one word of it.",
	de: "Versuch den Anfang davon oder ein Wort daraus.",
	es: "Prueba con el principio o con una de sus palabras.",
	ar: "جرّب بدايته أو كلمة واحدة منه.",
	ja: "最初の部分か、含まれる言葉で試してみてください。",
});

export const trySounds = message({
	en: "Try the title, or who made it.",
	de: "Versuch den Titel oder wer ihn gemacht hat.",
	es: "Prueba con el título o con quién lo hizo.",
	ar: "جرّب العنوان أو اسم صاحبه.",
	ja: "タイトルか作者の名前で試してみてください。",
});

export const lookAround = message({
	en: "Look around in Explore",
	de: "In Entdecken umsehen",
	es: "Echar un vistazo en Explorar",
	ar: "تصفّح صفحة الاستكشاف",
	ja: "「見つける」を見てみる",
});

export const searchEverything = message({
	en: "Search everything",
	de: "Überall suchen",
	es: "Buscar en todo",
	ar: "البحث في كل شيء",
	ja: "すべてから検索",
});

export const searching = message({
	en: "Searching",
	de: "Suche läuft",
	es: "Buscando",
	ar: "جارٍ البحث",
	ja: "検索中",
});

export const youFollow = message({
	en: "You follow them",
	de: "Du folgst ihnen",
	es: "Sigues esta cuenta",
	ar: "أنت تتابع هذا الحساب",
	ja: "フォロー中",
});

export const recent = message({
	en: "Recent",
	de: "Zuletzt",
	es: "Recientes",
	ar: "الأخيرة",
	ja: "最近",
});

export const clearAll = message({
	en: "Clear all",
	de: "Alle löschen",
	es: "Borrar todo",
	ar: "مسح الكل",
	ja: "すべて削除",
});

export const toBegin = message({
	en: "To begin with",
	de: "Für den Anfang",
	es: "Para empezar",
	ar: "للبداية",
	ja: "はじめに",
});

export const backToSearch = message({
	en: "Back to the search",
	de: "Zurück zur Suche",
	es: "Volver a la búsqueda",
	ar: "العودة إلى البحث",
	ja: "検索に戻る",
});

export const followers = message({
	en: { one: "{count} follower", other: "{count} followers" },
	de: { one: "{count} Follower", other: "{count} Follower" },
	es: { one: "{count} seguidor", other: "{count} seguidores" },
	ar: { zero: "لا متابعين", one: "متابع واحد", two: "متابعان", few: "{count} متابعين", many: "{count} متابعًا", other: "{count} متابع" },
	ja: { other: "フォロワー{count}人" },
});

export const begin1 = message({
	en: "ocean at sunset",
	de: "Meer bei Sonnenuntergang",
	es: "mar al atardecer",
	ar: "البحر عند الغروب",
	ja: "夕暮れの海",
});

export const begin2 = message({
	en: "northern lights",
	de: "Nordlichter",
	es: "aurora boreal",
	ar: "الشفق القطبي",
	ja: "オーロラ",
});

export const begin3 = message({
	en: "guitar",
	de: "Gitarre",
	es: "guitarra",
	ar: "غيتار",
	ja: "ギター",
});

export const begin4 = message({
	en: "funny cats",
	de: "lustige Katzen",
	es: "gatos graciosos",
	ar: "قطط مضحكة",
	ja: "面白い猫",
});

export const begin5 = message({
	en: "street food",
	de: "Streetfood",
	es: "comida callejera",
	ar: "طعام الشارع",
	ja: "屋台の料理",
});

export const begin6 = message({
	en: "rainy city",
	de: "Stadt im Regen",
	es: "ciudad con lluvia",
	ar: "مدينة ممطرة",
	ja: "雨の街",
});
