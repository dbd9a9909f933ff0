import { message } from "../language/message.ts";

export const music = message({
	en: "Music",
	de: "Musik",
	es: "Música",
	ar: "موسيقى",
	ja: "音楽",
});

export const dance = message({
	en: "Dance",
	de: "Tanz",
	es: "Baile",
	ar: "رقص",
	ja: "ダンス",
});

export const comedy = message({
	en: "Comedy",
	de: "Comedy",
	es: "Comedia",
	ar: "كوميديا",
	ja: "コメディ",
});

export const cooking = message({
	en: "Cooking",
	de: "Kochen",
	es: "Cocina",
	ar: "طبخ",
	ja: "料理",
});

export const travel = message({
	en: "Travel",
	de: "Reisen",
	es: "Viajes",
	ar: "سفر",
	ja: "旅行",
});

export const nature = message({
	en: "Nature",
	de: "Natur",
	es: "Naturaleza",
	ar: "طبيعة",
	ja: "自然",
});

export const animals = message({
	en: "Animals",
	de: "Tiere",
	es: "Animales",
	ar: "حيوانات",
	ja: "動物",
});

export const sports = message({
	en: "Sports",
	de: "Sport",
	es: "Deportes",
	ar: "رياضة",
	ja: "スポーツ",
});

export const gaming = message({
	en: "Gaming",
	de: "Gaming",
	es: "Videojuegos",
	ar: "ألعاب",
	ja: "ゲーム",
});

export const tech = message({
	en: "Tech",
	de: "Technik",
	es: "Tecnología",
	ar: "تقنية",
	ja: "テクノロジー",
});

export const art = message({
	en: "Art",
	de: "Kunst",
	es: "Arte",
	ar: "فن",
	ja: "アート",
});

export const fashion = message({
	en: "Fashion",
	de: "Mode",
	es: "Moda",
	ar: "أزياء",
	ja: "ファッション",
});

export const science = message({
	en: "Science",
	de: "Wissenschaft",
	es: "Ciencia",
	ar: "علوم",
	ja: "科学",
});

export const fitness = message({
	en: "Fitness",
	de: "Fitness",
	es: "Fitness",
	ar: "لياقة",
	ja: "フィットネス",
});

export const diy = message({
	en: "DIY",
	de: "DIY",
	es: "DIY",
	ar: "اصنع بنفسك",
	ja: "DIY",
});

export const space = message({
	en: "Space",
	de: "Weltraum",
	es: "Espacio",
	ar: "فضاء",
	ja: "宇宙",
});
