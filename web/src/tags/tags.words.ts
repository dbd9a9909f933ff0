import { message } from "../language/message.ts";

export const relatedHashtags = message({
	en: "Related hashtags",
	de: "Verwandte Hashtags",
	es: "Hashtags relacionados",
	ar: "وسوم ذات صلة",
	ja: "関連するハッシュタグ",
});

export const orderOfVideos = message({
	en: "Order of the videos",
	de: "Reihenfolge der Videos",
	es: "Orden de los vídeos",
	ar: "ترتيب الفيديوهات",
	ja: "動画の並び順",
});

export const top = message({
	en: "Top",
	de: "Beliebteste",
	es: "Destacados",
	ar: "الأكثر مشاهدة",
	ja: "人気",
});

export const newest = message({
	en: "Newest",
	de: "Neueste",
	es: "Más recientes",
	ar: "الأحدث",
	ja: "新着",
});

export const nobodyUsedIt = message({
	en: "Nobody has used this hashtag yet, or nobody whose videos you can see. The first could be yours.",
	de: "Diesen Hashtag hat noch niemand benutzt, oder niemand, dessen Videos du sehen kannst. Das erste könnte deins sein.",
	es: "Nadie ha usado todavía este hashtag, o nadie cuyos vídeos puedas ver. El primero podría ser el tuyo.",
	ar: "لم يستخدم أحد هذا الوسم بعد، أو لا أحد ممن يمكنك رؤية فيديوهاتهم. قد يكون الأول لك.",
	ja: "このハッシュタグはまだ使われていないか、あなたが見られる動画では使われていません。最初の1本を投稿してみましょう。",
});

export const backToTag = message({
	en: "Back to #{tag}",
	de: "Zurück zu #{tag}",
	es: "Volver a #{tag}",
	ar: "العودة إلى ⁨#{tag}⁩",
	ja: "#{tag}に戻る",
});

export const followTag = message({
	en: "Follow #{tag}",
	de: "#{tag} folgen",
	es: "Seguir #{tag}",
	ar: "متابعة ⁨#{tag}⁩",
	ja: "#{tag}をフォロー",
});

export const followingTag = message({
	en: "Following #{tag}",
	de: "Du folgst #{tag}",
	es: "Siguiendo #{tag}",
	ar: "تتابع ⁨#{tag}⁩",
	ja: "#{tag}をフォロー中",
});

export const joinToFollowTags = message({
	en: "Join reelay to follow hashtags",
	de: "Komm zu reelay, um Hashtags zu folgen",
	es: "Únete a reelay para seguir hashtags",
	ar: "انضم إلى reelay لمتابعة الوسوم",
	ja: "reelayに参加してハッシュタグをフォローしよう",
});

export const followsNoMore = message({
	en: "You don't follow #{tag} any more",
	de: "Du folgst #{tag} nicht mehr",
	es: "Ya no sigues #{tag}",
	ar: "لم تعد تتابع ⁨#{tag}⁩",
	ja: "#{tag}のフォローをやめました",
});

export const followedHashtags = message({
	en: "Hashtags you follow",
	de: "Hashtags, denen du folgst",
	es: "Hashtags que sigues",
	ar: "الوسوم التي تتابعها",
	ja: "フォロー中のハッシュタグ",
});

export const followedLead = message({
	en: "Their newest videos come to Following, and some of them to For You.",
	de: "Ihre neuesten Videos kommen zu „Folge ich“, und einige davon in „Für dich“.",
	es: "Sus vídeos más recientes llegan a Siguiendo, y algunos a Para ti.",
	ar: "تظهر أحدث فيديوهاتها في «المتابَعون» وبعضها في «لك».",
	ja: "新着動画が「フォロー中」に、その一部が「おすすめ」に表示されます。",
});

export const followsNone = message({
	en: "You follow no hashtags yet. Open one, and follow it there.",
	de: "Du folgst noch keinem Hashtag. Öffne einen und folge ihm dort.",
	es: "Todavía no sigues ningún hashtag. Abre uno y síguelo allí.",
	ar: "لا تتابع أي وسم بعد. افتح وسمًا وتابعه من صفحته.",
	ja: "まだハッシュタグをフォローしていません。ハッシュタグを開いてフォローしてみましょう。",
});
