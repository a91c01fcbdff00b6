/** The passwords that every guesser tries first, as leaked lists of many years agree. Lower case, four to twelve letters. */
export const COMMON: ReadonlySet<string> = new Set(
  `123456 password 12345678 1234 12345 123456789 1234567 1234567890 111111 000000 123123 654321 666666 121212 112233
  qwerty qwertz qwertyuiop qwerty123 asdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm 1q2w3e4r 1qaz2wsx q1w2e3r4 abc123 abcd abcdef
  passwort kennwort geheim secret letmein welcome willkommen login admin administrator root master guest test user
  iloveyou ichliebedich liebe love schatz schatzi princess prinzessin sunshine sonnenschein monkey dragon shadow
  football fussball baseball soccer hockey superman batman starwars pokemon matrix hunter ranger killer trustno1
  hallo hello whatever freedom summer winter spring autumn sommer herbst flower cookie chocolate banana cheese pepper
  michael jordan daniel thomas andrea jennifer jessica charlie george maggie ashley nicole bailey buster tigger ginger
  computer internet samsung google facebook amazon apple dell lenovo android windows linux changeme default
  january february march april june july august september october november december januar februar maerz juni juli
  monday friday sunday montag freitag sonntag berlin hamburg muenchen london bayern schalke arsenal chelsea liverpool
  correct horse battery staple access pass pass123 p4ssw0rd hello123 angel lovely jesus ninja mustang corvette porsche
  ferrari harley mercedes butterfly schmetterling tinkle snoopy mickey donald garfield family forever mother father`.split(
    /\s+/
  )
)

export const KEYBOARD_ROWS = '1234567890 qwertyuiop qwertzuiop asdfghjkl zxcvbnm yxcvbnm'

/** Pairs of letters that are frequent in English or German words. */
export const PAIRS: ReadonlySet<string> = new Set(
  `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne
  ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa
  ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp
  fe bl ab gh ty op wo sa ay ex ke ui fr oo ag bo do pi fa sc ei ck te rd au nk ba bu cl cr cu da dr du eb ef eg ep ew ff
  fl ft fu ga gi gl go gr gu hu ib if ip ke ki kl kn ko kr ku lu lt ls lk mm mu nn nu ob od og ok ov oy pp pu qu rc rf
  rg rk rl rm rn rr ru sk sl sm sn sp sw tt ub uc ud ue uf ug um up va vo ye ze zu rz tz wu bi gs hr hn ht ih eh ah`.split(
    /\s+/
  )
)
