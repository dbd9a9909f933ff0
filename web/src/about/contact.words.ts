import { message } from "../language/message.ts";

export const account = message({
	en: "Trouble with your account",
	de: "Probleme mit deinem Konto",
	es: "Problemas con tu cuenta",
	ar: "مشكلة في حسابك",
	ja: "アカウントのお困りごと",
});

export const accountText = message({
	en: "Forgot the password? {link} sends you a way back. A mail you didn't expect can be undone by the link in it.",
	de: "Passwort vergessen? {link} schickt dir einen Weg zurück. Was in einer Mail steht, die du nicht erwartet hast, machst du mit dem Link darin rückgängig.",
	es: "¿Olvidaste la contraseña? {link} te envía una forma de volver. Lo que anuncia un correo inesperado se deshace con el enlace que trae.",
	ar: "نسيت كلمة المرور؟ {link} يرسل إليك طريق العودة. وما يخبرك به بريد لم تتوقعه يمكنك التراجع عنه بالرابط الذي فيه.",
	ja: "パスワードをお忘れですか?{link}から再設定できます。心当たりのないメールの内容は、メール内のリンクで取り消せます。",
});

export const forgotLink = message({
	en: "Forgot password",
	de: "Passwort vergessen",
	es: "Contraseña olvidada",
	ar: "نسيت كلمة المرور",
	ja: "パスワード再設定",
});

export const people = message({
	en: "Somebody bothers you",
	de: "Jemand belästigt dich",
	es: "Alguien te molesta",
	ar: "شخص يزعجك",
	ja: "嫌がらせを受けたとき",
});

export const peopleText = message({
	en: "Block them on their profile, and report what they wrote from its own menu. Our {link} say what has no place here.",
	de: "Blockiere die Person in ihrem Profil und melde, was sie geschrieben hat, über dessen Menü. Unsere {link} sagen, was hier keinen Platz hat.",
	es: "Bloquea a la persona en su perfil y denuncia lo que escribió desde su propio menú. Nuestras {link} dicen qué no tiene lugar aquí.",
	ar: "احظر الشخص من ملفه، وأبلغ عمّا كتبه من قائمته. وتوضح {link} ما لا مكان له هنا.",
	ja: "プロフィールからブロックし、投稿のメニューから報告してください。ここで認められないことは{link}にあります。",
});

export const rulesLink = message({
	en: "rules",
	de: "Regeln",
	es: "normas",
	ar: "قواعدنا",
	ja: "ルール",
});

export const otherwise = message({
	en: "Anything else",
	de: "Alles andere",
	es: "Cualquier otra cosa",
	ar: "أي شيء آخر",
	ja: "その他",
});

export const otherwiseText = message({
	en: "Whoever runs this reelay reads {address}: rights of yours, press, faults of the app, and what could be better. Say which video or person it is about, best by its link.",
	de: "Wer dieses reelay betreibt, liest {address}: deine Rechte, Presse, Fehler der App und was besser sein könnte. Sag dazu, um welches Video oder welche Person es geht, am besten mit dem Link.",
	es: "Quien gestiona este reelay lee {address}: tus derechos, prensa, fallos de la app y lo que podría mejorar. Di de qué vídeo o persona se trata, mejor con su enlace.",
	ar: "من يدير reelay هذا يقرأ {address}: حقوقك، والصحافة، وأعطال التطبيق، وما يمكن تحسينه. واذكر الفيديو أو الشخص المقصود، والأفضل برابطه.",
	ja: "このreelayの運営者宛て:{address}。権利に関すること、取材、アプリの不具合、ご要望など。対象の動画や人はリンクでお知らせください。",
});
