import { message } from "../language/message.ts";

export const settings = message({
	en: "Settings",
	de: "Einstellungen",
	es: "Ajustes",
	ar: "الإعدادات",
	ja: "設定",
});

export const linkCut = message({
	en: "Part of the link is missing",
	de: "Ein Teil des Links fehlt",
	es: "Falta parte del enlace",
	ar: "جزء من الرابط مفقود",
	ja: "リンクの一部が欠けています",
});

export const linkCutNote = message({
	en: "Copy the whole link from the mail into the address bar, or ask for a new one.",
	de: "Kopier den ganzen Link aus der Mail in die Adresszeile oder fordere einen neuen an.",
	es: "Copia el enlace completo del correo en la barra de direcciones o pide uno nuevo.",
	ar: "انسخ الرابط كاملًا من الرسالة إلى شريط العنوان، أو اطلب رابطًا جديدًا.",
	ja: "メールのリンク全体をアドレスバーに貼り付けるか、新しいリンクを請求してください。",
});

export const confirmed = message({
	en: "Confirmed",
	de: "Bestätigt",
	es: "Confirmado",
	ar: "تم التأكيد",
	ja: "確認しました",
});

export const confirmAddress = message({
	en: "Confirm your address",
	de: "Bestätige deine Adresse",
	es: "Confirma tu dirección",
	ar: "أكِّد بريدك",
	ja: "アドレスの確認",
});

export const becomesAddress = message({
	en: "It becomes the address of your account.",
	de: "Sie wird die Adresse deines Kontos.",
	es: "Será la dirección de tu cuenta.",
	ar: "سيصبح هذا بريد حسابك.",
	ja: "アカウントのアドレスになります。",
});

export const confirm = message({
	en: "Confirm",
	de: "Bestätigen",
	es: "Confirmar",
	ar: "تأكيد",
	ja: "確認する",
});

export const notAskedConfirm = message({
	en: "If you didn't ask for this, close the page: nothing changes.",
	de: "Wenn das nicht von dir kam, schließ die Seite: Es ändert sich nichts.",
	es: "Si no lo has pedido tú, cierra la página: no cambiará nada.",
	ar: "إن لم تطلب هذا فأغلق الصفحة، ولن يتغير شيء.",
	ja: "心当たりがない場合はこのページを閉じてください。何も変わりません。",
});

export const toAddress = message({
	en: "To your address",
	de: "Zu deiner Adresse",
	es: "A tu dirección",
	ar: "إلى بريدك",
	ja: "メール設定へ",
});

export const inDays = message({
	en: "In {deletionGraceDays} days",
	de: "In {deletionGraceDays} Tagen",
	es: "En {deletionGraceDays} días",
	ar: "بعد {deletionGraceDays} يومًا",
	ja: "{deletionGraceDays}日後",
});

export const inDaysNote = message({
	en: "Until then, logging in offers to come back.",
	de: "Bis dahin kannst du beim Anmelden zurückkommen.",
	es: "Hasta entonces podrás volver al iniciar sesión.",
	ar: "حتى ذلك الحين يمكنك العودة عند تسجيل الدخول.",
	ja: "それまではログインすれば元に戻せます。",
});

export const now = message({
	en: "Now",
	de: "Jetzt",
	es: "Ahora",
	ar: "الآن",
	ja: "今すぐ",
});

export const nowNote = message({
	en: "There is no way back.",
	de: "Es gibt kein Zurück.",
	es: "No hay vuelta atrás.",
	ar: "لا رجعة في ذلك.",
	ja: "元に戻せません。",
});

export const gone = message({
	en: "Your account is gone",
	de: "Dein Konto ist weg",
	es: "Tu cuenta ya no existe",
	ar: "تم حذف حسابك",
	ja: "アカウントを削除しました",
});

export const hiddenDays = message({
	en: "Your account is hidden. You have {deletionGraceDays} days to come back",
	de: "Dein Konto ist verborgen. Du hast {deletionGraceDays} Tage, um zurückzukommen",
	es: "Tu cuenta está oculta. Tienes {deletionGraceDays} días para volver",
	ar: "تم إخفاء حسابك. أمامك {deletionGraceDays} يومًا للعودة",
	ja: "アカウントを非表示にしました。{deletionGraceDays}日以内なら元に戻せます",
});

export const enterPassword = message({
	en: "Enter your password.",
	de: "Gib dein Passwort ein.",
	es: "Escribe tu contraseña.",
	ar: "أدخل كلمة المرور.",
	ja: "パスワードを入力してください。",
});

export const deleteAccount = message({
	en: "Delete account",
	de: "Konto löschen",
	es: "Eliminar la cuenta",
	ar: "حذف الحساب",
	ja: "アカウントを削除",
});

export const deleteMine = message({
	en: "Delete my account",
	de: "Mein Konto löschen",
	es: "Eliminar mi cuenta",
	ar: "احذف حسابي",
	ja: "アカウントを削除する",
});

export const deleteLead = message({
	en: "At once nobody sees you any more, and you are signed out everywhere. Then all of it is erased:",
	de: "Ab sofort sieht dich niemand mehr, und du wirst überall abgemeldet. Dann wird alles gelöscht:",
	es: "Desde ese momento nadie te ve y se cierran todas tus sesiones. Después se borra todo:",
	ar: "لن يراك أحد من الآن، وسيتم تسجيل خروجك من كل مكان. ثم يُحذف كل شيء:",
	ja: "すぐに誰からも見えなくなり、すべての端末からログアウトされます。その後、次のすべてが消去されます:",
});

export const deleteProfile = message({
	en: "your profile, and every video you posted, with its likes and comments,",
	de: "dein Profil und jedes Video, das du gepostet hast, samt Likes und Kommentaren,",
	es: "tu perfil y todos los vídeos que has publicado, con sus me gusta y comentarios,",
	ar: "ملفك الشخصي وكل فيديو نشرته مع إعجاباته وتعليقاته،",
	ja: "プロフィールと投稿したすべての動画(いいねとコメントを含む)、",
});

export const deleteLikes = message({
	en: "your likes, favourites, comments and follows,",
	de: "deine Likes, Favoriten, Kommentare und wem du folgst,",
	es: "tus me gusta, favoritos, comentarios y seguidos,",
	ar: "إعجاباتك ومفضلتك وتعليقاتك ومتابعاتك،",
	ja: "いいね、お気に入り、コメント、フォロー、",
});

export const deleteFeed = message({
	en: "what your feed learned, and your watch history,",
	de: "was dein Feed gelernt hat und dein Verlauf,",
	es: "lo que tu feed ha aprendido y tu historial,",
	ar: "ما تعلّمته صفحتك وسجل مشاهدتك،",
	ja: "フィードの学習内容と視聴履歴、",
});

export const deleteEmail = message({
	en: "your e-mail address and your inbox.",
	de: "deine E-Mail-Adresse und dein Postfach.",
	es: "tu correo y tu bandeja.",
	ar: "بريدك الإلكتروني ورسائلك الواردة.",
	ja: "メールアドレスと受信箱。",
});

export const whenErased = message({
	en: "When is it erased?",
	de: "Wann wird es gelöscht?",
	es: "¿Cuándo se borra?",
	ar: "متى يُحذف؟",
	ja: "いつ消去しますか?",
});

export const deleteAsk = message({
	en: "Delete your account?",
	de: "Dein Konto löschen?",
	es: "¿Eliminar tu cuenta?",
	ar: "هل تريد حذف حسابك؟",
	ja: "アカウントを削除しますか?",
});

export const deleteForGood = message({
	en: "Everything goes now, for good. Nobody can bring it back, we neither.",
	de: "Alles geht jetzt, für immer. Niemand kann es zurückholen, auch wir nicht.",
	es: "Todo se borra ahora y para siempre. Nadie puede recuperarlo, tampoco nosotros.",
	ar: "سيُحذف كل شيء الآن نهائيًا. لا يستطيع أحد استعادته، ولا حتى نحن.",
	ja: "すべてが今すぐ完全に削除されます。誰にも、私たちにも元に戻せません。",
});

export const deleteLater = message({
	en: "It is hidden now and erased in {deletionGraceDays} days.",
	de: "Es wird jetzt verborgen und in {deletionGraceDays} Tagen gelöscht.",
	es: "Se oculta ahora y se borra en {deletionGraceDays} días.",
	ar: "سيُخفى الآن ويُحذف بعد {deletionGraceDays} يومًا.",
	ja: "今すぐ非表示になり、{deletionGraceDays}日後に消去されます。",
});

export const deleteNow = message({
	en: "Delete it now",
	de: "Jetzt löschen",
	es: "Eliminarla ahora",
	ar: "احذفه الآن",
	ja: "今すぐ削除",
});

export const deleteIt = message({
	en: "Delete it",
	de: "Löschen",
	es: "Eliminarla",
	ar: "احذفه",
	ja: "削除する",
});

export const keepAccount = message({
	en: "Keep my account",
	de: "Mein Konto behalten",
	es: "Conservar mi cuenta",
	ar: "أبقِ حسابي",
	ja: "アカウントを残す",
});

export const lookIntoMail = message({
	en: "Look into your mail",
	de: "Schau in deine Mails",
	es: "Mira tu correo",
	ar: "تفقّد بريدك",
	ja: "メールをご確認ください",
});

export const email = message({
	en: "E-mail",
	de: "E-Mail",
	es: "Correo",
	ar: "البريد الإلكتروني",
	ja: "メール",
});

export const sendAnotherLink = message({
	en: "Send another link",
	de: "Neuen Link senden",
	es: "Enviar otro enlace",
	ar: "إرسال رابط آخر",
	ja: "別のリンクを送る",
});

export const sendLink = message({
	en: "Send the link",
	de: "Link senden",
	es: "Enviar el enlace",
	ar: "إرسال الرابط",
	ja: "リンクを送る",
});

export const noAddressYet = message({
	en: "You gave no address yet. With one you can set a new password when you forget yours.",
	de: "Du hast noch keine Adresse angegeben. Damit kannst du ein neues Passwort setzen, wenn du deins vergisst.",
	es: "Aún no has dado una dirección. Con ella puedes poner una contraseña nueva si olvidas la tuya.",
	ar: "لم تُضِف بريدًا بعد. به يمكنك تعيين كلمة مرور جديدة إذا نسيت كلمتك.",
	ja: "アドレスが未登録です。登録すると、パスワードを忘れたときに再設定できます。",
});

export const newAddress = message({
	en: "New e-mail address",
	de: "Neue E-Mail-Adresse",
	es: "Nuevo correo electrónico",
	ar: "بريد إلكتروني جديد",
	ja: "新しいメールアドレス",
});

export const backToLogIn = message({
	en: "Back to log in",
	de: "Zurück zum Anmelden",
	es: "Volver a iniciar sesión",
	ar: "العودة إلى تسجيل الدخول",
	ja: "ログインに戻る",
});

export const forgotPassword = message({
	en: "Forgot your password?",
	de: "Passwort vergessen?",
	es: "¿Olvidaste tu contraseña?",
	ar: "نسيت كلمة المرور؟",
	ja: "パスワードをお忘れですか?",
});

export const linkOnItsWay = message({
	en: "If this account exists and has an e-mail address, a link is on its way. It works once, within an hour. Look into the spam folder, too.",
	de: "Wenn es dieses Konto gibt und es eine E-Mail-Adresse hat, ist ein Link unterwegs. Er gilt einmal, eine Stunde lang. Schau auch in den Spam-Ordner.",
	es: "Si esta cuenta existe y tiene correo, un enlace va de camino. Sirve una vez, durante una hora. Mira también en la carpeta de spam.",
	ar: "إن كان الحساب موجودًا وله بريد إلكتروني، فالرابط في الطريق. يصلح مرة واحدة خلال ساعة. تفقّد أيضًا مجلد الرسائل غير المرغوب فيها.",
	ja: "アカウントが存在し、メールアドレスが登録されていれば、リンクをお送りしました。1時間以内に1回だけ使えます。迷惑メールフォルダもご確認ください。",
});

export const mailsLink = message({
	en: "We mail you a link that sets a new one.",
	de: "Wir schicken dir einen Link, mit dem du ein neues setzt.",
	es: "Te enviamos un enlace para poner una nueva.",
	ar: "سنرسل إليك رابطًا لتعيين كلمة جديدة.",
	ja: "新しいパスワードを設定するリンクをメールで送ります。",
});

export const sendAgain = message({
	en: "Send it again",
	de: "Noch mal senden",
	es: "Enviar de nuevo",
	ar: "إرسال مجددًا",
	ja: "もう一度送る",
});

export const nameOrEmail = message({
	en: "User name or e-mail",
	de: "Nutzername oder E-Mail",
	es: "Usuario o correo",
	ar: "اسم المستخدم أو البريد",
	ja: "ユーザー名またはメール",
});

export const interests = message({
	en: "Interests",
	de: "Interessen",
	es: "Intereses",
	ar: "الاهتمامات",
	ja: "興味・関心",
});

export const whatDoYouLike = message({
	en: "What do you like?",
	de: "Was magst du?",
	es: "¿Qué te gusta?",
	ar: "ما الذي يعجبك؟",
	ja: "何が好きですか?",
});

export const pickOne = message({
	en: "Pick at least one",
	de: "Wähl mindestens eins",
	es: "Elige al menos uno",
	ar: "اختر واحدًا على الأقل",
	ja: "1つ以上選んでください",
});

export const startWatching = message({
	en: "Start watching",
	de: "Los geht's",
	es: "Empezar a ver",
	ar: "ابدأ المشاهدة",
	ja: "見はじめる",
});

export const skip = message({
	en: "Skip",
	de: "Überspringen",
	es: "Saltar",
	ar: "تخطٍّ",
	ja: "スキップ",
});

export const enterBoth = message({
	en: "Enter your user name and your password.",
	de: "Gib deinen Nutzernamen und dein Passwort ein.",
	es: "Escribe tu usuario y tu contraseña.",
	ar: "أدخل اسم المستخدم وكلمة المرور.",
	ja: "ユーザー名とパスワードを入力してください。",
});

export const comeBackAsk = message({
	en: "Come back?",
	de: "Zurückkommen?",
	es: "¿Volver?",
	ar: "هل تريد العودة؟",
	ja: "復帰しますか?",
});

export const comeBack = message({
	en: "Come back",
	de: "Zurückkommen",
	es: "Volver",
	ar: "العودة",
	ja: "復帰する",
});

export const letGo = message({
	en: "Let it go",
	de: "Nicht zurückkommen",
	es: "Dejarla ir",
	ar: "دعه يُحذف",
	ja: "復帰しない",
});

export const welcomeBack = message({
	en: "Welcome back",
	de: "Willkommen zurück",
	es: "Hola de nuevo",
	ar: "مرحبًا بعودتك",
	ja: "おかえりなさい",
});

export const feedWhereLeft = message({
	en: "Your feed is where you left it.",
	de: "Dein Feed ist da, wo du ihn gelassen hast.",
	es: "Tu feed está donde lo dejaste.",
	ar: "صفحتك كما تركتها.",
	ja: "フィードは前回のままです。",
});

export const feedWaits = message({
	en: "Your likes and your feed wait for you.",
	de: "Deine Likes und dein Feed warten auf dich.",
	es: "Tus me gusta y tu feed te esperan.",
	ar: "إعجاباتك وصفحتك بانتظارك.",
	ja: "いいねとフィードがお待ちしています。",
});

export const setUpFeed = message({
	en: "Set up your feed",
	de: "Stell deinen Feed ein",
	es: "Configura tu feed",
	ar: "اضبط صفحتك",
	ja: "フィードを設定する",
});

export const password = message({
	en: "Password",
	de: "Passwort",
	es: "Contraseña",
	ar: "كلمة المرور",
	ja: "パスワード",
});

export const yourPassword = message({
	en: "Your password",
	de: "Dein Passwort",
	es: "Tu contraseña",
	ar: "كلمة مرورك",
	ja: "現在のパスワード",
});

export const passwordChanged = message({
	en: "Password changed. Your other devices are signed out",
	de: "Passwort geändert. Deine anderen Geräte sind abgemeldet",
	es: "Contraseña cambiada. Se ha cerrado la sesión en tus otros dispositivos",
	ar: "تم تغيير كلمة المرور وتسجيل خروج أجهزتك الأخرى",
	ja: "パスワードを変更しました。他の端末はログアウトされました",
});

export const changePassword = message({
	en: "Change password",
	de: "Passwort ändern",
	es: "Cambiar contraseña",
	ar: "تغيير كلمة المرور",
	ja: "パスワードを変更",
});

export const currentPassword = message({
	en: "Current password",
	de: "Aktuelles Passwort",
	es: "Contraseña actual",
	ar: "كلمة المرور الحالية",
	ja: "現在のパスワード",
});

export const forgotIt = message({
	en: "Forgot it?",
	de: "Vergessen?",
	es: "¿La olvidaste?",
	ar: "نسيتها؟",
	ja: "お忘れですか?",
});

export const newPassword = message({
	en: "New password",
	de: "Neues Passwort",
	es: "Nueva contraseña",
	ar: "كلمة المرور الجديدة",
	ja: "新しいパスワード",
});

export const newPasswordHint = message({
	en: "{passwordMin} characters or more. Everywhere else you'll be signed out.",
	de: "Mindestens {passwordMin} Zeichen. Überall sonst wirst du abgemeldet.",
	es: "{passwordMin} caracteres o más. En los demás sitios se cerrará tu sesión.",
	ar: "{passwordMin} أحرف أو أكثر. سيتم تسجيل خروجك من كل مكان آخر.",
	ja: "{passwordMin}文字以上。他の端末からはログアウトされます。",
});

export const newPasswordSet = message({
	en: "New password set. Log in with it",
	de: "Neues Passwort gesetzt. Melde dich damit an",
	es: "Contraseña nueva lista. Inicia sesión con ella",
	ar: "تم تعيين كلمة المرور الجديدة. سجّل الدخول بها",
	ja: "新しいパスワードを設定しました。ログインしてください",
});

export const askNewLink = message({
	en: "Ask for a new link",
	de: "Neuen Link anfordern",
	es: "Pedir un enlace nuevo",
	ar: "طلب رابط جديد",
	ja: "新しいリンクを請求",
});

export const setNewPassword = message({
	en: "Set a new password",
	de: "Neues Passwort setzen",
	es: "Poner una contraseña nueva",
	ar: "تعيين كلمة مرور جديدة",
	ja: "新しいパスワードを設定",
});

export const signedOutEverywhere = message({
	en: "Everywhere you are signed in you will be signed out.",
	de: "Überall, wo du angemeldet bist, wirst du abgemeldet.",
	es: "Se cerrará tu sesión en todas partes.",
	ar: "سيتم تسجيل خروجك من كل مكان.",
	ja: "ログイン中のすべての端末からログアウトされます。",
});

export const setPassword = message({
	en: "Set password",
	de: "Passwort setzen",
	es: "Guardar contraseña",
	ar: "تعيين كلمة المرور",
	ja: "設定する",
});

export const askAnotherLink = message({
	en: "Ask for another link",
	de: "Anderen Link anfordern",
	es: "Pedir otro enlace",
	ar: "طلب رابط آخر",
	ja: "別のリンクを請求",
});

export const passwordHint = message({
	en: "{passwordMin} characters or more.",
	de: "Mindestens {passwordMin} Zeichen.",
	es: "{passwordMin} caracteres o más.",
	ar: "{passwordMin} أحرف أو أكثر.",
	ja: "{passwordMin}文字以上。",
});

export const signedOutThere = message({
	en: "Signed out there",
	de: "Dort abgemeldet",
	es: "Sesión cerrada allí",
	ar: "تم تسجيل الخروج هناك",
	ja: "その端末からログアウトしました",
});

export const loadingSessions = message({
	en: "Loading sessions",
	de: "Sitzungen werden geladen",
	es: "Cargando sesiones",
	ar: "جارٍ تحميل الجلسات",
	ja: "セッションを読み込み中",
});

export const thisDevice = message({
	en: "This device",
	de: "Dieses Gerät",
	es: "Este dispositivo",
	ar: "هذا الجهاز",
	ja: "この端末",
});

export const lastSeen = message({
	en: "Last seen {lastSeenAt}",
	de: "Zuletzt {lastSeenAt}",
	es: "Última vez: {lastSeenAt}",
	ar: "آخر ظهور {lastSeenAt}",
	ja: "最終アクセス: {lastSeenAt}",
});

export const signOut = message({
	en: "Sign out",
	de: "Abmelden",
	es: "Cerrar sesión",
	ar: "تسجيل الخروج",
	ja: "ログアウト",
});

export const signOutEverywhere = message({
	en: "Sign out everywhere",
	de: "Überall abmelden",
	es: "Cerrar sesión en todas partes",
	ar: "تسجيل الخروج من كل مكان",
	ja: "すべての端末からログアウト",
});

export const logOut = message({
	en: "Log out",
	de: "Abmelden",
	es: "Cerrar sesión",
	ar: "تسجيل الخروج",
	ja: "ログアウト",
});

export const signOutEverywhereAsk = message({
	en: "Sign out everywhere?",
	de: "Überall abmelden?",
	es: "¿Cerrar sesión en todas partes?",
	ar: "تسجيل الخروج من كل مكان؟",
	ja: "すべての端末からログアウトしますか?",
});

export const signOutEverywhereNote = message({
	en: "Every device then asks for your password. If somebody else may know it, change it, too.",
	de: "Jedes Gerät fragt dann nach deinem Passwort. Wenn es jemand anderes kennen könnte, ändere es auch.",
	es: "Todos los dispositivos pedirán tu contraseña. Si alguien más puede conocerla, cámbiala también.",
	ar: "سيطلب كل جهاز كلمة مرورك بعدها. إن كان غيرك يعرفها فغيّرها أيضًا.",
	ja: "すべての端末で再度パスワードが必要になります。他の人に知られた可能性があれば、パスワードも変更してください。",
});

export const everywhereButHere = message({
	en: "Everywhere but here",
	de: "Überall außer hier",
	es: "En todas menos aquí",
	ar: "كل مكان عدا هنا",
	ja: "この端末以外",
});

export const hereToo = message({
	en: "Here, too",
	de: "Auch hier",
	es: "Aquí también",
	ar: "هنا أيضًا",
	ja: "この端末も",
});

export const logInFirst = message({
	en: "Log in first",
	de: "Melde dich erst an",
	es: "Inicia sesión primero",
	ar: "سجّل الدخول أولًا",
	ja: "ログインしてください",
});

export const logInFirstNote = message({
	en: "Your account is yours to change once you're logged in.",
	de: "Dein Konto kannst du ändern, sobald du angemeldet bist.",
	es: "Podrás cambiar tu cuenta cuando inicies sesión.",
	ar: "يمكنك تعديل حسابك بعد تسجيل الدخول.",
	ja: "ログインするとアカウントを変更できます。",
});

export const dark = message({
	en: "Dark",
	de: "Dunkel",
	es: "Oscuro",
	ar: "داكن",
	ja: "ダーク",
});

export const light = message({
	en: "Light",
	de: "Hell",
	es: "Claro",
	ar: "فاتح",
	ja: "ライト",
});

export const device = message({
	en: "Device",
	de: "Gerät",
	es: "Sistema",
	ar: "الجهاز",
	ja: "端末に合わせる",
});

export const notConfirmed = message({
	en: "{pendingEmail}, not confirmed yet",
	de: "{pendingEmail}, noch nicht bestätigt",
	es: "{pendingEmail}, sin confirmar",
	ar: "{pendingEmail}، لم يؤكَّد بعد",
	ja: "{pendingEmail}(未確認)",
});

export const noEmail = message({
	en: "None yet: add one, for the day you forget your password",
	de: "Noch keine: Füg eine hinzu, falls du mal dein Passwort vergisst",
	es: "Ninguno: añade uno por si olvidas tu contraseña",
	ar: "لا يوجد: أضف بريدًا ليوم تنسى فيه كلمة المرور",
	ja: "未登録: パスワードを忘れたときのために追加しましょう",
});

export const privacyPrivate = message({
	en: "Private: people you accept",
	de: "Privat: Leute, die du annimmst",
	es: "Privada: quien tú aceptes",
	ar: "خاص: من تقبلهم فقط",
	ja: "非公開: 承認した人のみ",
});

export const privacyOpen = message({
	en: "Everybody; requests, mutes and blocks",
	de: "Alle; Anfragen, Stummgeschaltete und Blockierte",
	es: "Todo el mundo; solicitudes, silenciados y bloqueados",
	ar: "الجميع؛ الطلبات والمكتومون والمحظورون",
	ja: "全員。リクエスト、ミュート、ブロック",
});

export const account = message({
	en: "Account",
	de: "Konto",
	es: "Cuenta",
	ar: "الحساب",
	ja: "アカウント",
});

export const editProfile = message({
	en: "Edit profile",
	de: "Profil bearbeiten",
	es: "Editar perfil",
	ar: "تعديل الملف الشخصي",
	ja: "プロフィールを編集",
});

export const whoSeesYou = message({
	en: "Who sees you",
	de: "Wer dich sieht",
	es: "Quién te ve",
	ar: "من يراك",
	ja: "公開範囲",
});

export const notificationsNote = message({
	en: "What you hear of, push, quiet hours, mails",
	de: "Was du erfährst, Push, Ruhezeiten, Mails",
	es: "De qué te enteras, push, horas de silencio, correos",
	ar: "ما يصلك، الإشعارات الفورية، أوقات الهدوء، الرسائل البريدية",
	ja: "通知の種類、プッシュ、おやすみ時間、メール",
});

export const notifications = message({
	en: "Notifications",
	de: "Mitteilungen",
	es: "Notificaciones",
	ar: "الإشعارات",
	ja: "通知",
});

export const commentsNote = message({
	en: "Who can comment, filtered words, what waits for you",
	de: "Wer kommentieren darf, gefilterte Wörter, was auf dich wartet",
	es: "Quién puede comentar, palabras filtradas, lo que te espera",
	ar: "من يمكنه التعليق، الكلمات المحجوبة، ما ينتظرك",
	ja: "コメントできる人、フィルター、承認待ち",
});

export const logInOrSignUp = message({
	en: "Log in or sign up",
	de: "Anmelden oder registrieren",
	es: "Inicia sesión o regístrate",
	ar: "تسجيل الدخول أو إنشاء حساب",
	ja: "ログインまたは登録",
});

export const yourFeed = message({
	en: "Your feed",
	de: "Dein Feed",
	es: "Tu feed",
	ar: "صفحتك",
	ja: "フィード",
});

export const feedNote = message({
	en: "Topics, filtered words, mutes, begin anew",
	de: "Themen, gefilterte Wörter, Stummgeschaltetes, neu anfangen",
	es: "Temas, palabras filtradas, silenciados, empezar de cero",
	ar: "المواضيع، الكلمات المحجوبة، المكتومون، البدء من جديد",
	ja: "トピック、フィルター、ミュート、リセット",
});

export const whatYouSee = message({
	en: "What you see",
	de: "Was du siehst",
	es: "Lo que ves",
	ar: "ما تراه",
	ja: "表示する内容",
});

export const historyNote = message({
	en: "What you watched, and how to clear it",
	de: "Was du gesehen hast und wie du es löschst",
	es: "Lo que has visto y cómo borrarlo",
	ar: "ما شاهدته وكيف تمسحه",
	ja: "視聴した動画と消去方法",
});

export const history = message({
	en: "Watch history",
	de: "Verlauf",
	es: "Historial",
	ar: "سجل المشاهدة",
	ja: "視聴履歴",
});

export const messages = message({
	en: "Messages",
	de: "Nachrichten",
	es: "Mensajes",
	ar: "الرسائل",
	ja: "メッセージ",
});

export const messagesNote = message({
	en: "Who can write to you, who can ask you into groups",
	de: "Wer dir schreiben und dich in Gruppen einladen darf",
	es: "Quién puede escribirte e invitarte a grupos",
	ar: "من يمكنه مراسلتك ودعوتك إلى المجموعات",
	ja: "メッセージやグループ招待を送れる人",
});

export const looks = message({
	en: "Looks",
	de: "Aussehen",
	es: "Apariencia",
	ar: "المظهر",
	ja: "表示",
});

export const theme = message({
	en: "Theme",
	de: "Design",
	es: "Tema",
	ar: "السمة",
	ja: "テーマ",
});

export const whereSignedIn = message({
	en: "Where you're signed in",
	de: "Wo du angemeldet bist",
	es: "Dónde tienes la sesión abierta",
	ar: "أين سجّلت الدخول",
	ja: "ログイン中の端末",
});

export const about = message({
	en: "About reelay",
	de: "Über reelay",
	es: "Acerca de reelay",
	ar: "عن reelay",
	ja: "reelayについて",
});

export const enterBirthdate = message({
	en: "Enter your date of birth.",
	de: "Gib dein Geburtsdatum ein.",
	es: "Escribe tu fecha de nacimiento.",
	ar: "أدخل تاريخ ميلادك.",
	ja: "生年月日を入力してください。",
});

export const makeItYours = message({
	en: "Make it yours",
	de: "Mach es zu deinem",
	es: "Hazlo tuyo",
	ar: "اجعله لك",
	ja: "あなた専用に",
});

export const signUpLead = message({
	en: "An account keeps what you like, and lets you post.",
	de: "Ein Konto merkt sich, was du magst, und lässt dich posten.",
	es: "Una cuenta guarda lo que te gusta y te deja publicar.",
	ar: "الحساب يحفظ ما يعجبك ويتيح لك النشر.",
	ja: "アカウントがあれば、好みを保存して投稿できます。",
});

export const username = message({
	en: "User name",
	de: "Nutzername",
	es: "Usuario",
	ar: "اسم المستخدم",
	ja: "ユーザー名",
});

export const usernameHint = message({
	en: "Letters, digits, dots and underscores.",
	de: "Buchstaben, Ziffern, Punkte und Unterstriche.",
	es: "Letras, números, puntos y guiones bajos.",
	ar: "أحرف لاتينية وأرقام ونقاط وشرطات سفلية.",
	ja: "英字、数字、ピリオド、アンダースコア。",
});

export const birthdate = message({
	en: "Date of birth",
	de: "Geburtsdatum",
	es: "Fecha de nacimiento",
	ar: "تاريخ الميلاد",
	ja: "生年月日",
});

export const birthdateHint = message({
	en: "You need to be {minAgeYears} or older. Nobody else sees it.",
	de: "Du musst mindestens {minAgeYears} sein. Niemand sonst sieht es.",
	es: "Debes tener {minAgeYears} años o más. Nadie más la ve.",
	ar: "يجب أن يكون عمرك {minAgeYears} عامًا أو أكثر. لن يراه غيرك.",
	ja: "{minAgeYears}歳以上の方が対象です。他の人には表示されません。",
});

export const emailOptional = message({
	en: "E-mail (optional)",
	de: "E-Mail (freiwillig)",
	es: "Correo (opcional)",
	ar: "البريد الإلكتروني (اختياري)",
	ja: "メール(任意)",
});

export const emailHint = message({
	en: "For the day you forget your password. Nothing else is sent to it.",
	de: "Für den Fall, dass du dein Passwort vergisst. Sonst kommt nichts.",
	es: "Por si olvidas tu contraseña. No enviamos nada más.",
	ar: "ليوم تنسى فيه كلمة المرور. لن نرسل إليه شيئًا آخر.",
	ja: "パスワードを忘れたときのため。それ以外のメールは送りません。",
});

export const termsLink = message({
	en: "terms",
	de: "Nutzungsbedingungen",
	es: "condiciones",
	ar: "الشروط",
	ja: "利用規約",
});

export const rulesLink = message({
	en: "rules",
	de: "Regeln",
	es: "normas",
	ar: "القواعد",
	ja: "ルール",
});

export const privacyLink = message({
	en: "privacy",
	de: "Datenschutz",
	es: "privacidad",
	ar: "الخصوصية",
	ja: "プライバシー",
});

export const notYou = message({
	en: "This wasn't you?",
	de: "Das warst nicht du?",
	es: "¿No has sido tú?",
	ar: "ألم تكن أنت؟",
	ja: "お心当たりがありませんか?",
});

export const notYouNote = message({
	en: "Your old address stays, or comes back. Everybody is signed out, and you set a new password.",
	de: "Deine alte Adresse bleibt oder kommt zurück. Alle werden abgemeldet, und du setzt ein neues Passwort.",
	es: "Tu dirección anterior se queda o vuelve. Se cierran todas las sesiones y pones una contraseña nueva.",
	ar: "سيبقى بريدك القديم أو يعود. سيُسجَّل خروج الجميع، وستعيّن كلمة مرور جديدة.",
	ja: "以前のアドレスのまま、または元に戻ります。全員がログアウトされ、新しいパスワードを設定します。",
});

export const keepAddress = message({
	en: "Keep my address",
	de: "Meine Adresse behalten",
	es: "Conservar mi dirección",
	ar: "أبقِ بريدي",
	ja: "アドレスを変更しない",
});

export const wasYou = message({
	en: "If it was you, close the page: nothing changes.",
	de: "Wenn du es warst, schließ die Seite: Es ändert sich nichts.",
	es: "Si has sido tú, cierra la página: no cambiará nada.",
	ar: "إن كنت أنت فأغلق الصفحة، ولن يتغير شيء.",
	ja: "ご自身の操作であればページを閉じてください。何も変わりません。",
});

export const staysAddress = message({
	en: "{email} stays your address",
	de: "{email} bleibt deine Adresse",
	es: "{email} sigue siendo tu dirección",
	ar: "سيبقى {email} بريدك",
	ja: "{email}は引き続きあなたのアドレスです",
});

export const unknownDevice = message({
	en: "Unknown device",
	de: "Unbekanntes Gerät",
	es: "Dispositivo desconocido",
	ar: "جهاز غير معروف",
	ja: "不明な端末",
});

export const browser = message({
	en: "Browser",
	de: "Browser",
	es: "Navegador",
	ar: "متصفح",
	ja: "ブラウザ",
});

export const browserOn = message({
	en: "{browser} on {system}",
	de: "{browser} auf {system}",
	es: "{browser} en {system}",
	ar: "{browser} على {system}",
	ja: "{system}の{browser}",
});

export const isAddress = message({
	en: "{email} is your address now.",
	de: "{email} ist jetzt deine Adresse.",
	es: "{email} es ahora tu dirección.",
	ar: "أصبح {email} بريدك الآن.",
	ja: "{email}がアドレスになりました。",
});

export const addressIs = message({
	en: "Your address is {email}.",
	de: "Deine Adresse ist {email}.",
	es: "Tu dirección es {email}.",
	ar: "بريدك هو {email}.",
	ja: "現在のアドレスは{email}です。",
});

export const sentLink = message({
	en: "We sent a link to {email}. Open it within a day to confirm. Until then nothing changes.",
	de: "Wir haben einen Link an {email} geschickt. Öffne ihn innerhalb eines Tages zum Bestätigen. Bis dahin ändert sich nichts.",
	es: "Hemos enviado un enlace a {email}. Ábrelo en el plazo de un día para confirmar. Hasta entonces no cambia nada.",
	ar: "أرسلنا رابطًا إلى {email}. افتحه خلال يوم للتأكيد. لن يتغير شيء حتى ذلك الحين.",
	ja: "{email}にリンクを送りました。1日以内に開いて確認してください。それまでは何も変わりません。",
});

export const noOtherWay = message({
	en: "No e-mail address in your account? Then there is no other way in: see {help}.",
	de: "Keine E-Mail-Adresse im Konto? Dann gibt es keinen anderen Weg hinein: siehe {help}.",
	es: "¿Tu cuenta no tiene correo? Entonces no hay otra forma de entrar: mira la {help}.",
	ar: "لا بريد إلكتروني في حسابك؟ لا سبيل آخر للدخول: انظر {help}.",
	ja: "アカウントにメールアドレスがない場合、他にログインする方法はありません。{help}をご覧ください。",
});

export const interestsLater = message({
	en: "Take some away, add others. From there your swipes decide.",
	de: "Nimm welche weg, füg andere hinzu. Ab da entscheiden deine Wischer.",
	es: "Quita unos, añade otros. A partir de ahí deciden tus vídeos.",
	ar: "احذف بعضها وأضف غيرها. بعد ذلك تقرر تمريراتك.",
	ja: "外したり追加したりできます。あとはスワイプで決まります。",
});

export const interestsFirst = message({
	en: "Pick a few to begin with. From there your swipes decide.",
	de: "Wähl ein paar für den Anfang. Ab da entscheiden deine Wischer.",
	es: "Elige algunos para empezar. A partir de ahí deciden tus vídeos.",
	ar: "اختر بعضها للبداية. بعد ذلك تقرر تمريراتك.",
	ja: "まずはいくつか選んでください。あとはスワイプで決まります。",
});

export const newHere = message({
	en: "New here? {signUp}",
	de: "Neu hier? {signUp}",
	es: "¿Es tu primera vez? {signUp}",
	ar: "جديد هنا؟ {signUp}",
	ja: "はじめての方: {signUp}",
});

export const justLooking = message({
	en: "Just looking around? {setUp}",
	de: "Nur mal schauen? {setUp}",
	es: "¿Solo miras? {setUp}",
	ar: "مجرد تصفح؟ {setUp}",
	ja: "見るだけの方: {setUp}",
});

export const haveAccount = message({
	en: "Have an account? {logIn}",
	de: "Schon ein Konto? {logIn}",
	es: "¿Ya tienes cuenta? {logIn}",
	ar: "لديك حساب؟ {logIn}",
	ja: "アカウントをお持ちの方: {logIn}",
});

export const agree = message({
	en: "By signing up you agree to the {terms} and {rules}; see also {privacy}.",
	de: "Mit der Registrierung stimmst du den {terms} und {rules} zu; siehe auch {privacy}.",
	es: "Al registrarte aceptas las {terms} y las {rules}; mira también la {privacy}.",
	ar: "بإنشاء حساب فإنك توافق على {terms} و{rules}؛ انظر أيضًا {privacy}.",
	ja: "登録すると{terms}と{rules}に同意したことになります。{privacy}もご覧ください。",
});

export const signedOutOthers = message({
	en: { one: "Signed out on one other device", other: "Signed out on {count} other devices" },
	de: { one: "Auf einem anderen Gerät abgemeldet", other: "Auf {count} anderen Geräten abgemeldet" },
	es: { one: "Sesión cerrada en otro dispositivo", other: "Sesión cerrada en otros {count} dispositivos" },
	ar: {
		zero: "لم تكن هناك أجهزة أخرى",
		one: "تم تسجيل الخروج من جهاز آخر",
		two: "تم تسجيل الخروج من جهازين آخرين",
		few: "تم تسجيل الخروج من {count} أجهزة أخرى",
		many: "تم تسجيل الخروج من {count} جهازًا آخر",
		other: "تم تسجيل الخروج من {count} جهاز آخر",
	},
	ja: { other: "他の{count}台の端末からログアウトしました" },
});

export const language = message({
	en: "Language",
	de: "Sprache",
	es: "Idioma",
	ar: "اللغة",
	ja: "言語",
});

export const languageBrowser = message({
	en: "As the browser ({name})",
	de: "Wie der Browser ({name})",
	es: "Como el navegador ({name})",
	ar: "لغة المتصفح ({name})",
	ja: "ブラウザに合わせる({name})",
});

export const languageNotLoaded = message({
	en: "This language can't be loaded right now. Try again when you're connected.",
	de: "Diese Sprache lässt sich gerade nicht laden. Versuch es noch einmal, wenn du verbunden bist.",
	es: "Este idioma no se puede cargar ahora. Inténtalo cuando tengas conexión.",
	ar: "تعذّر تحميل هذه اللغة الآن. حاول مجددًا عند الاتصال.",
	ja: "この言語を読み込めません。接続後にもう一度お試しください。",
});

export const playback = message({
	en: "Playback",
	de: "Wiedergabe",
	es: "Reproducción",
	ar: "التشغيل",
	ja: "再生",
});

export const installApp = message({
	en: "Install reelay",
	de: "reelay installieren",
	es: "Instalar reelay",
	ar: "تثبيت reelay",
	ja: "reelayをインストール",
});

export const installNote = message({
	en: "On the home screen, in full, and without a connection",
	de: "Auf dem Startbildschirm, im Vollbild und ohne Verbindung",
	es: "En la pantalla de inicio, completa y sin conexión",
	ar: "على الشاشة الرئيسية، بملء الشاشة وبلا اتصال",
	ja: "ホーム画面から全画面で、オフラインでも",
});

export const installByHand = message({
	en: "Tap Share in Safari, then “Add to Home Screen”",
	de: "Tippe in Safari auf Teilen, dann auf „Zum Home-Bildschirm“",
	es: "En Safari toca Compartir y luego «Añadir a pantalla de inicio»",
	ar: "في Safari اضغط على مشاركة ثم «إضافة إلى الشاشة الرئيسية»",
	ja: "Safariの共有から「ホーム画面に追加」",
});

export const accounts = message({
	en: "Accounts",
	de: "Konten",
	es: "Cuentas",
	ar: "الحسابات",
	ja: "アカウント",
});

export const switchAccount = message({
	en: "Switch account",
	de: "Konto wechseln",
	es: "Cambiar de cuenta",
	ar: "تبديل الحساب",
	ja: "アカウントを切り替える",
});

export const addAccount = message({
	en: "Add an account",
	de: "Konto hinzufügen",
	es: "Añadir una cuenta",
	ar: "إضافة حساب",
	ja: "アカウントを追加",
});

export const addAccountLead = message({
	en: "The one you use stays signed in: you switch with one tap.",
	de: "Das jetzige bleibt angemeldet: Du wechselst mit einem Tippen.",
	es: "La que usas sigue abierta: cambias con un toque.",
	ar: "يبقى حسابك الحالي مفتوحًا: تبدّل بلمسة واحدة.",
	ja: "今のアカウントはログインしたまま。ワンタップで切り替えられます。",
});

export const loadingAccounts = message({
	en: "Loading your accounts",
	de: "Deine Konten werden geladen",
	es: "Cargando tus cuentas",
	ar: "يجري تحميل حساباتك",
	ja: "アカウントを読み込み中",
});

export const goOnAs = message({
	en: "Go on as",
	de: "Weiter als",
	es: "Continuar como",
	ar: "المتابعة باسم",
	ja: "次のアカウントで続ける",
});

export const uploadFirst = message({
	en: "An upload is on its way. Switch once it is done.",
	de: "Ein Upload läuft. Wechsle, sobald er fertig ist.",
	es: "Hay una subida en curso. Cambia cuando termine.",
	ar: "هناك رفع جارٍ. بدّل بعد اكتماله.",
	ja: "アップロード中です。終わってから切り替えてください。",
});

export const signOutOf = message({
	en: "Sign @{username} out on this device",
	de: "@{username} auf diesem Gerät abmelden",
	es: "Cerrar la sesión de @{username} en este dispositivo",
	ar: "تسجيل خروج @{username} من هذا الجهاز",
	ja: "この端末で@{username}からログアウト",
});

export const signedOutOf = message({
	en: "@{username} is signed out on this device",
	de: "@{username} ist auf diesem Gerät abgemeldet",
	es: "Sesión de @{username} cerrada en este dispositivo",
	ar: "سُجّل خروج @{username} من هذا الجهاز",
	ja: "この端末で@{username}からログアウトしました",
});

export const standing = message({
	en: "Account standing",
	de: "Stand deines Kontos",
	es: "Estado de la cuenta",
	ar: "حالة الحساب",
	ja: "アカウントの状態",
});

export const reports = message({
	en: "Your reports",
	de: "Deine Meldungen",
	es: "Tus denuncias",
	ar: "بلاغاتك",
	ja: "あなたの報告",
});

export const teenAccount = message({
	en: "Your account until 18",
	de: "Dein Konto bis 18",
	es: "Tu cuenta hasta los 18",
	ar: "حسابك حتى سن 18",
	ja: "18歳までのアカウント",
});

export const teenNote = message({
	en: "What keeps you safe here",
	de: "Was dich hier schützt",
	es: "Lo que te protege aquí",
	ar: "ما يحميك هنا",
	ja: "あなたを守る仕組み",
});

export const ofAgeNote = message({
	en: "You're 18: it's yours to change",
	de: "Du bist 18: Du kannst es ändern",
	es: "Ya tienes 18: puedes cambiarla",
	ar: "بلغت 18: يمكنك تغييره",
	ja: "18歳になりました。変更できます",
});

export const screenTime = message({
	en: "Screen time",
	de: "Bildschirmzeit",
	es: "Tiempo de pantalla",
	ar: "وقت الشاشة",
	ja: "視聴時間",
});

export const screenTimeNote = message({
	en: "How long you watched, limits, breaks",
	de: "Wie lange du geschaut hast, Limits, Pausen",
	es: "Cuánto has visto, límites, pausas",
	ar: "مدة المشاهدة والحدود والاستراحات",
	ja: "視聴時間、上限、休憩",
});

export const downloadData = message({
	en: "Download your data",
	de: "Deine Daten herunterladen",
	es: "Descargar tus datos",
	ar: "تنزيل بياناتك",
	ja: "データのダウンロード",
});

export const downloadDataNote = message({
	en: "A copy of everything that is kept of you",
	de: "Eine Kopie von allem, was über dich gespeichert ist",
	es: "Una copia de todo lo que se guarda de ti",
	ar: "نسخة من كل ما يُحفظ عنك",
	ja: "保存されている情報すべてのコピー",
});

export const copyFirst = message({
	en: "Download a copy of your data first",
	de: "Lade zuerst eine Kopie deiner Daten herunter",
	es: "Descarga antes una copia de tus datos",
	ar: "نزّل أولاً نسخة من بياناتك",
	ja: "先にデータのコピーをダウンロード",
});
