=== screen 1 at 824 10 14
line 1: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        x
line 2: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xx
line 3: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxx
line 4: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxx
line 5: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxx
line 6: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxx
line 7: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxx
[7msample.txt
=== screen 2 at 1658 1 14
line 8: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxxx
line 9: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxxxx
line 10: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxx
line 11: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxx
line 12: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxx
line 13: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxx
line 14: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxx
:
=== screen 3 at 1719 1 14
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxxx
line 9: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxxxx
line 10: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxx
line 11: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxx
line 12: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxx
line 13: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxx
line 14: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxx
line 15: the quick brown fox jumps over the lazy do
:
=== screen 4 at 1996 1 14
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxx
line 11: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxx
line 12: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxx
line 13: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxx
line 14: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxx
line 15: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxx
line 16: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxxx
line 17: the quick brown fox jumps over the lazy do
:
=== screen 5 at 2158 1 14
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxxxx
line 10: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxx
line 11: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxx
line 12: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxx
line 13: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxx
line 14: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxx
line 15: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxx
line 16: the quick brown fox jumps over the lazy do
:
=== screen 6 at 4198 1 14
[7mline 1[0m[39m[49m0: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxx
[7mline 1[0m[39m[49m1: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxx
[7mline 1[0m[39m[49m2: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxx
[7mline 1[0m[39m[49m3: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxx
[7mline 1[0m[39m[49m4: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxx
[7mline 1[0m[39m[49m5: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m6: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxxx
:
=== screen 7 at 4344 1 14
[7mline 1[0m[39m[49m1: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxx
[7mline 1[0m[39m[49m2: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxx
[7mline 1[0m[39m[49m3: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxx
[7mline 1[0m[39m[49m4: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxx
[7mline 1[0m[39m[49m5: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m6: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m7: the quick brown fox jumps over the lazy do
g, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too       xxxxxxxxxxxxxxxxx
:
=== screen 8 at 5243 5 14
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxx
[7mline 1[0m[39m[49m95: the quick brown fox jumps over the lazy d
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m96: the quick brown fox jumps over the lazy d
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m97: the quick brown fox jumps over the lazy d
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m98: the quick brown fox jumps over the lazy d
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m99: the quick brown fox jumps over the lazy d
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxxxxxxx
line 200: the quick brown fox jumps over the lazy d
og, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too      xxxxxxxxxxxxxxxxxxx
x
[7m(END)
=== screen 9 at 6111 1 14
[7mline 1[0m[39m[49m: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        x
line 2: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xx
line 3: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxx
line 4: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxx
line 5: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxx
line 6: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxx
line 7: the quick brown fox jumps over the lazy dog
, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too        xxxxxxx
:
=== screen 10 at 7116 1 14
[7mline 1[0m[39m[49m: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 2: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 3: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 4: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 5: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 6: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 7: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 8: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 9: the quick brown fox jumps over the lazy do[7m>
line 1[0m[39m[49m0: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m1: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m2: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m3: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m4: the quick brown fox jumps over the lazy d[7m>
[0m[39m[49m:
=== screen 11 at 7154 1 14
[7mline 1[0m[39m[49m: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 2: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 3: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 4: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 5: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 6: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 7: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 8: the quick brown fox jumps over the lazy do[7m>
[0m[39m[49mline 9: the quick brown fox jumps over the lazy do[7m>
line 1[0m[39m[49m0: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m1: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m2: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m3: the quick brown fox jumps over the lazy d[7m>
line 1[0m[39m[49m4: the quick brown fox jumps over the lazy d[7m>
[0m[39m[49m:
=== screen 12 at 7753 45 14

                   [1mSUMMARY[0m[39m[49m [1mOF[0m[39m[49m [1mLESS[0m[39m[49m [1mCOMMANDS

[0m[39m[49m      Commands marked with * may be preceded by a [7m>
[0m[39m[49m      Notes in parentheses indicate the behavior i[7m>
[0m[39m[49m      A key preceded by a caret indicates the Ctrl[7m>

[0m[39m[49m  h  H                 Display this help.
  q  :q  Q  :Q  ZZ     Exit.
 -------------------------------------------------[7m>

[0m[39m[49m                           [1mMOVING

[0m[39m[49m  e  ^E  j  ^N  CR  *  Forward  one line   (or [4mN[0m[39m[49m l[7m>
HELP -- Press RETURN for more, or q when done
=== screen 13 at 8694 45 14
  y  ^Y  k  ^K  ^P  *  Backward one line   (or [4mN[0m[39m[49m l[7m>
[0m[39m[49m  f  ^F  ^V  SPACE  *  Forward  one window (or [4mN[0m[39m[49m l[7m>
[0m[39m[49m  b  ^B  ESC-v      *  Backward one window (or [4mN[0m[39m[49m l[7m>
[0m[39m[49m  z                 *  Forward  one window (and se[7m>
[0m[39m[49m  w                 *  Backward one window (and se[7m>
[0m[39m[49m  ESC-SPACE         *  Forward  one window, but do[7m>
[0m[39m[49m  d  ^D             *  Forward  one half-window (a[7m>
[0m[39m[49m  u  ^U             *  Backward one half-window (a[7m>
[0m[39m[49m  ESC-)  RightArrow *  Right one half screen width[7m>
[0m[39m[49m  ESC-(  LeftArrow  *  Left  one half screen width[7m>
[0m[39m[49m  ESC-}  ^RightArrow   Right to last column displa[7m>
[0m[39m[49m  ESC-{  ^LeftArrow    Left  to first column.
  F                    Forward forever; like "tail[7m>
[0m[39m[49m  ESC-F                Like F but stop when search[7m>
HELP -- Press RETURN for more, or q when done
=== screen 14 at 9682 0 0















