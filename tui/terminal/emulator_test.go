package terminal

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// screenText is the screen's rows, each without the spaces at its end, joined by "|"; blank rows at the end are left
// out.
func screenText(t *Terminal) string {
	var rows []string
	for _, r := range t.emu.lines {
		var b []byte
		for _, c := range r.cells {
			if c.attr&tail == 0 {
				b = t.emu.appendText(b, c)
			}
		}
		rows = append(rows, strings.TrimRight(string(b), " "))
	}
	return strings.TrimRight(strings.Join(rows, "|"), "|")
}

// TestControls plays sequences on a screen of 10 by 5. The expected results follow the VT520 and xterm manuals.
func TestControls(t *testing.T) {
	const fill = "aaa\r\nbbb\r\nccc\r\nddd\r\neee" // leaves the cursor at 3,4
	for _, test := range []struct {
		name, in, want string
		x, y           int
	}{
		{"text", "ab\r\ncd", "ab|cd", 2, 1},
		{"line feed keeps the column", "ab\ncd", "ab|  cd", 4, 1},
		{"new line mode", "\x1b[20hab\ncd", "ab|cd", 2, 1},
		{"scroll", "1\r\n2\r\n3\r\n4\r\n5\r\n6", "2|3|4|5|6", 1, 4},
		{"backspace stops", "a\b\b\bb", "b", 1, 0},
		{"wrap is pending", "0123456789", "0123456789", 9, 0},
		{"wrap", "0123456789a", "0123456789|a", 1, 1},
		{"CR while pending", "0123456789\ra", "a123456789", 1, 0},
		{"LF while pending", "0123456789\nb", "0123456789|         b", 9, 1},
		{"BS while pending", "0123456789\bX", "01234567X9", 9, 0},
		{"EL while pending erases nothing", "0123456789\x1b[K", "0123456789", 9, 0},
		{"no autowrap", "\x1b[?7l0123456789ab", "012345678b", 9, 0},
		{"wide", "日本", "日本", 4, 0},
		{"wide wraps at the edge", "012345678日", "012345678|日", 2, 1},
		{"wide without autowrap finds no room", "\x1b[?7l012345678日", "012345678", 9, 0},
		{"first half overwritten", "日本\x1b[1Gx", "x 本", 1, 0},
		{"second half overwritten", "日本\x1b[2Gx", " x本", 2, 0},
		{"wide over two halves", "日本\x1b[2G語", " 語", 3, 0},
		{"erase cuts a wide one", "日本\x1b[2G\x1b[K", "", 1, 0},
		{"delete cuts a wide one", "日本x\x1b[2G\x1b[P", " 本x", 1, 0},
		{"insert pushes a wide one out", "日本語日本\x1b[1G\x1b[@", " 日本語日", 0, 0},
		{"combining", "e\u0301x", "e\u0301x", 2, 0},
		{"combining at the edge", "012345678e\u0301x", "012345678e\u0301|x", 1, 1},
		{"combining on a wide one", "日\u0301", "日\u0301", 2, 0},
		{"combining on nothing", "\u0301x", "x", 1, 0},
		{"many combining", "e" + strings.Repeat("\u0301", 50), "e" + strings.Repeat("\u0301", 15), 1, 0},
		{"tabs", "\tx\ty", "        xy", 9, 0},
		{"tab stop set", "\x1b[4G\x1bH\r\tx", "   x", 4, 0},
		{"tab stops cleared", "\x1b[3g\tx", "         x", 9, 0},
		{"CBT", "\x1b[10G\x1b[Zx", "        x", 9, 0},
		{"CHT", "\x1b[Ix", "        x", 9, 0},
		{"CUP", "\x1b[3;4Hx", "||   x", 4, 2},
		{"CUP is bounded", "\x1b[99;99Hx", "||||         x", 9, 4},
		{"huge parameter", "\x1b[99999999999999999999;1Hx", "||||x", 1, 4},
		{"CUU CUD CUF CUB", "\x1b[3;3H\x1b[Aa\x1b[Bb\x1b[Cc\x1b[3Dd", "|  a|   d c", 4, 2},
		{"CNL CPL", "\x1b[3;3H\x1b[Ea\x1b[2Fb", "|b||a", 1, 1},
		{"CHA VPA", "\x1b[5G\x1b[3dx", "||    x", 5, 2},
		{"ED 0", fill + "\x1b[3;2H\x1b[J", "aaa|bbb|c", 1, 2},
		{"ED 1", fill + "\x1b[3;2H\x1b[1J", "||  c|ddd|eee", 1, 2},
		{"ED 2", fill + "\x1b[2J", "", 3, 4},
		{"EL 1", "abcdef\x1b[3G\x1b[1K", "   def", 2, 0},
		{"EL 2", "abcdef\x1b[3G\x1b[2K", "", 2, 0},
		{"ECH", "abcdef\x1b[2G\x1b[3X", "a   ef", 1, 0},
		{"ICH", "abcdef\x1b[2G\x1b[2@", "a  bcdef", 1, 0},
		{"ICH pushes out", "0123456789\x1b[2G\x1b[3@", "0   123456", 1, 0},
		{"DCH", "abcdef\x1b[2G\x1b[2P", "adef", 1, 0},
		{"insert mode", "abc\x1b[1G\x1b[4hXY\x1b[4lZ", "XYZbc", 3, 0},
		{"IL", fill + "\x1b[2;2H\x1b[2L", "aaa|||bbb|ccc", 0, 1},
		{"DL", fill + "\x1b[2;2H\x1b[2M", "aaa|ddd|eee", 0, 1},
		{"IL outside of the region", fill + "\x1b[3;4r\x1b[1;1H\x1b[L", "aaa|bbb|ccc|ddd|eee", 0, 0},
		{"SU", fill + "\x1b[2S", "ccc|ddd|eee", 3, 4},
		{"SD", fill + "\x1b[2T", "||aaa|bbb|ccc", 3, 4},
		{"region scrolls", fill + "\x1b[2;4r\x1b[4;1H\nX", "aaa|ccc|ddd|X|eee", 1, 3},
		{"region scrolls back", fill + "\x1b[2;4r\x1b[2;1H\x1bMX", "aaa|X|bbb|ccc|eee", 1, 1},
		{"below the region nothing scrolls", fill + "\x1b[2;4r\x1b[5;1H\nX", "aaa|bbb|ccc|ddd|Xee", 1, 4},
		{"origin mode", fill + "\x1b[2;4r\x1b[?6h\x1b[1;1HX\x1b[9;1HY", "aaa|Xbb|ccc|Ydd|eee", 1, 3},
		{"CUU stops at the region", fill + "\x1b[2;4r\x1b[4;1H\x1b[9AX", "aaa|Xbb|ccc|ddd|eee", 1, 1},
		{"bad region is ignored", fill + "\x1b[4;2rX", "aaa|bbb|ccc|ddd|eeeX", 4, 4},
		{"IND NEL RI", "a\x1bDb\x1bEc\x1bMd", "a| d|c", 2, 1},
		{"DECSC DECRC", "\x1b[2;3H\x1b7\x1b[Hx\x1b8y", "x|  y", 3, 1},
		{"SCOSC SCORC", "\x1b[2;3H\x1b[s\x1b[Hx\x1b[uy", "x|  y", 3, 1},
		{"SL", fill + "\x1b[2 @", "a|b|c|d|e", 3, 4},
		{"SR", fill + "\x1b[2 A", "  aaa|  bbb|  ccc|  ddd|  eee", 3, 4},
		{"SL cuts a wide one", "日本\x1b[ @", " 本", 4, 0},
		{"SR pushes out", "0123456789\x1b[9999 A", "", 9, 0},
		{"SR of a region", fill + "\x1b[2;3r\x1b[ A", "aaa| bbb| ccc|ddd|eee", 0, 0},
		{"DECIC", fill + "\x1b[2;4r\x1b[3;2H\x1b[2'}", "aaa|b  bb|c  cc|d  dd|eee", 1, 2},
		{"DECDC", fill + "\x1b[2;4r\x1b[3;2H\x1b[2'~", "aaa|b|c|d|eee", 1, 2},
		{"DECIC outside of the region", fill + "\x1b[2;4r\x1b[1;2H\x1b['}", "aaa|bbb|ccc|ddd|eee", 1, 0},
		{"DECDC between margins", "0123456789\x1b[?69h\x1b[3;6s\x1b[1;4H\x1b['~", "01245 6789", 3, 0},
		{"DECBI", "ab\x1b6\x1b6\x1b6X", "Xab", 1, 0},
		{"DECFI", "0123456789\x1b9X", "123456789X", 9, 0},
		{"DECFI moves", "ab\x1b9X", "ab X", 4, 0},
		{"DECBI left of the margin", "0123\x1b[?69h\x1b[3;6s\x1b[1;1H\x1b6X", "X123", 1, 0},
		{"REP", "ab\x1b[3b", "abbbb", 5, 0},
		{"REP is bounded", "x\x1b[65535b", strings.Repeat("xxxxxxxxxx|", 4) + "x", 1, 4},
		{"REP without a character", "\x1b[5b", "", 0, 0},
		{"DEC graphics", "\x1b(0lqk\x1b(Bx", "┌─┐x", 4, 0},
		{"SO and SI", "\x1b)0a\x0eq\x0fq", "a─q", 3, 0},
		{"SS2", "\x1b*0a\x1bNqq", "a─q", 3, 0},
		{"UK", "\x1b(A#", "£", 1, 0},
		{"DECALN", "\x1b#8", strings.TrimSuffix(strings.Repeat("EEEEEEEEEE|", 5), "|"), 0, 0},
		{"RIS", fill + "\x1b[31m\x1b[2;3r\x1bcx", "x", 1, 0},
		{"DECSTR keeps the screen", "ab\x1b[?7l\x1b[4h\x1b[!pcd", "abcd", 4, 0},
		{"C1 in 8 bits", "\u009b3Cx\u0085y", "   x|y", 1, 1},
		{"OSC in 8 bits", "\u009d2;t\u009cx", "x", 1, 0},
		{"a bare 0x9c is part of text", "\x1b]2;\xe6\x9c\xac\x07x", "x", 1, 0},
		{"broken UTF-8", "a\xffb\xe6\x97c\xf0\x9f\x99\x82", "a\ufffdb\ufffdc\U0001f642", 7, 0},
		{"overlong UTF-8", "\xc0\xaf\xe0\x80\x80", "\ufffd\ufffd\ufffd\ufffd\ufffd", 5, 0},
		{"surrogate", "\xed\xa0\x80x", "\ufffd\ufffd\ufffdx", 4, 0},
		{"cut by ESC", "\xe6\x97\x1b[1Cx", "\ufffd x", 3, 0},
		{"CAN", "\x1b[3\x18x", "x", 1, 0},
		{"control inside CSI", "\x1b[\r\n2Cx", "|  x", 3, 1},
		{"unknown CSI", "\x1b[?99;1zx\x1b[1;2;3\"~y", "xy", 2, 0},
		{"ESC starts over", "\x1b[1\x1b[2Cx", "  x", 3, 0},
		{"too many parameters", "\x1b[" + strings.Repeat("1;", 40) + "mx", "x", 1, 0},
		{"DCS, APC, PM, SOS swallowed", "\x1bPabc\x1b\\\x1b_def\x1b\\\x1b^ghi\x1b\\\x1bXjkl\x1b\\x", "x", 1, 0},
		{"endless OSC", "\x1b]2;" + strings.Repeat("x", 10000) + "\x07y", "y", 1, 0},
		{"DEL and NUL", "a\x7f\x00b", "ab", 2, 0},
		{"margins", "\x1b[?69h\x1b[3;6s\x1b[1;3Habcdef", "  abcd|  ef", 4, 1},
		{"margins scroll", fill + "\x1b[?69h\x1b[2;3s\x1b[5;2H\n", "abb|bcc|cdd|dee|e", 1, 4},
		{"margins insert", "abcdef\x1b[?69h\x1b[2;4s\x1b[1;2H\x1b[@", "a bcef", 1, 0},
		{"margins off", "\x1b[?69h\x1b[3;6s\x1b[?69l\x1b[1;3Habcdefgh", "  abcdefgh", 9, 0},
		{"margins stay when DECLRMM is set again", "\x1b[?69h\x1b[3;6s\x1b[?69h\x1b[1;3Habcdef", "  abcd|  ef", 4, 1},
		// HPR and VPR know no margins (xterm).
		{"HPR", "\x1b[?69h\x1b[3;6s\x1b[1;3H\x1b[5ax", "       x", 8, 0},
		{"VPR", "\x1b[2;3r\x1b[2;1H\x1b[3ex", "||||x", 1, 4},
		{"HPR and VPR in origin mode", "\x1b[?69h\x1b[3;6s\x1b[2;3r\x1b[?6h\x1b[9a\x1b[9ex", "||     x", 5, 2},
		// In origin mode the cursor cannot leave the margins (VT520, DECOM).
		{"CBT in origin mode", "\x1b[?69h\x1b[3;6s\x1b[?6h\x1b[1;3H\x1b[2Zx", "  x", 3, 0},
		{"DECRC in origin mode", "\x1b[?6h\x1b7\x1b[2;3r\x1b8x", "|x", 1, 1},
		// A wrap stays pending where nothing moves the cursor (xterm).
		{"DECAWM set again while pending", "0123456789\x1b[?7ha", "0123456789|a", 1, 1},
		{"DECAWM reset while pending", "0123456789\x1b[?7l\x1b[?7ha", "012345678a", 9, 0},
		{"DECSTR while pending", "0123456789\x1b[!pa", "0123456789|a", 1, 1},
		{"DECSED spares the protected", "a\x1b[1\"qb\x1b[0\"qc\x1b[?2J", " b", 3, 0},
		// A wide character has one protection: erasing one half erases it (xterm).
		{"DECSEL cuts a wide one", "日本\x1b[2G\x1b[?K", "", 1, 0},
		{"DECSED cuts a wide one", "日本\x1b[3G\x1b[?1J", "", 2, 0},
		{"DECSEL spares the protected half", "\x1b[1\"q日\x1b[0\"q本\x1b[2G\x1b[?K", "日", 1, 0},
		// A colon stands between sub-parameters (ECMA-48, 5.4.2), which only SGR has; xterm drops the others too.
		{"colons outside of SGR", "\x1b[1:3Hab\x1b[:C", "ab", 2, 0},
		{"alternate screen", "ab\x1b[?1049hxy\x1b[?1049lc", "abc", 3, 0},
		{"alternate screen is clear", "\x1b[?1049hxy\x1b[?1049l\x1b[?1049h", "", 0, 0},
		{"1049 clears the alternate screen anew", "ab\x1b[?1049hxy\x1b[?1049hz\x1b[?1049lc", "abc", 3, 0}, // xterm
		{"1049 on the alternate screen", "ab\x1b[?1049hxy\x1b[?1049hz", "    z", 5, 0},
		{"47 keeps the cursor", "ab\x1b[?47hxy\x1b[?47lc", "ab  c", 5, 0},
		{"1048", "ab\x1b[?1048h\x1b[3;1H\x1b[?1048lc", "abc", 3, 0},
		{"XTSAVE XTRESTORE", "\x1b[?7l\x1b[?7s\x1b[?7h\x1b[?7r0123456789ab", "012345678b", 9, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			// Once in one piece and once byte by byte: where a Write ends must make no difference.
			whole := New(Options{Cols: 10, Rows: 5})
			whole.Write([]byte(test.in))
			single := New(Options{Cols: 10, Rows: 5})
			for i := range len(test.in) {
				single.Write([]byte{test.in[i]})
			}
			for _, term := range []*Terminal{whole, single} {
				if got := screenText(term); got != test.want {
					t.Errorf("%q shows\n%q, want\n%q", test.in, got, test.want)
				}
				if c := term.Cursor(); c.X != test.x || c.Y != test.y {
					t.Errorf("%q leaves the cursor at %d,%d, want %d,%d", test.in, c.X, c.Y, test.x, test.y)
				}
			}
		})
	}
}

// TestStyles looks at the ANSI text of a row of 4 columns.
func TestStyles(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"ab", "ab  "},
		{"\x1b[1mab", "\x1b[1mab\x1b[m  "},
		{"\x1b[1;3ma\x1b[22mb", "\x1b[1;3ma\x1b[0;3mb\x1b[m  "},
		{"\x1b[31;42ma\x1b[39;49mb", "\x1b[31;42ma\x1b[mb  "},
		{"\x1b[91;102mx", "\x1b[91;102mx\x1b[m   "},
		{"\x1b[38;5;200;48;5;16mx", "\x1b[38;5;200;48;5;16mx\x1b[m   "},
		{"\x1b[38;2;1;2;3mx", "\x1b[38;2;1;2;3mx\x1b[m   "},
		{"\x1b[38:2::1:2:3mx", "\x1b[38;2;1;2;3mx\x1b[m   "},
		{"\x1b[38:2:1:2:3mx", "\x1b[38;2;1;2;3mx\x1b[m   "},
		{"\x1b[38:5:9;1mx", "\x1b[1;91mx\x1b[m   "},
		{"\x1b[38;2;300;0;0;1mx", "\x1b[1mx\x1b[m   "},
		{"\x1b[4mx\x1b[4:3my\x1b[21mz\x1b[24mw", "\x1b[4mx\x1b[0;4:3my\x1b[0;4:2mz\x1b[mw"},
		{"\x1b[4;58:2::9:8:7mx\x1b[59my", "\x1b[4;58;2;9;8;7mx\x1b[0;4my\x1b[m  "},
		{"\x1b[58;5;3;4mx", "\x1b[4;58;5;3mx\x1b[m   "},
		{"\x1b[2;5;7;8;9;53mx", "\x1b[2;5;7;8;9;53mx\x1b[m   "},
		{"\x1b[7mx\x1b[27my", "\x1b[7mx\x1b[my  "},
		{"\x1b[44m\x1b[K", "\x1b[44m    \x1b[m"},
		{"\x1b[44mab\x1b[1G\x1b[X", "\x1b[44m b\x1b[m  "},
		{"\x1b[?5hx", "\x1b[7mx   \x1b[m"},
		{"\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\y", "\x1b]8;;https://example.org\x1b\\\x1b[mx\x1b]8;;\x1b\\\x1b[my  "},
		{"\x1b]8;id=7;https://example.org\ax", "\x1b]8;id=7;https://example.org\x1b\\\x1b[mx\x1b]8;;\x1b\\\x1b[m   "},
		{"\x1b]8;;file:///etc/passwd\x1b\\x", "x   "},
		{"\x1b]8;;https://a\u0080b\x1b\\x", "x   "},
		{"\x1b]4;1;#010203\x1b\\\x1b[31mx", "\x1b[38;2;1;2;3mx\x1b[m   "},
		{"\x1b]11;rgb:ff/80/00\x1b\\x", "\x1b[48;2;255;128;0mx   \x1b[m"},
		{"\x1b[>4;2mx", "x   "}, // XTMODKEYS is not SGR
		{"\x1b[?1mx", "x   "},
		// Graphemes that terminals would join: each keeps the cells that programs count for it.
		{"👍🏽", "👍  "},
		{"🇩🇪", "    "},
		{"👩\u200d🚀", "👩🚀"},
		{"❤\ufe0fx", "❤x  "},
		{"a\u00adb", "a b "},
		{"का", "क   "},
	} {
		term := New(Options{Cols: 4, Rows: 1})
		term.Write([]byte(test.in))
		if got := term.Lines(nil)[0]; got != test.want {
			t.Errorf("%q is shown as\n%q, want\n%q", test.in, got, test.want)
		}
	}
}

// TestReplies asks what programs ask.
func TestReplies(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"\x1b[c", "\x1b[?62;22c"},
		{"\x1b[0c", "\x1b[?62;22c"},
		{"\x1bZ", "\x1b[?62;22c"},
		{"\x1b[>c", "\x1b[>1;380;0c"},
		{"\x1b[=c", "\x1bP!|00000000\x1b\\"},
		{"\x1b[>q", "\x1bP>|floorplan\x1b\\"},
		{"\x1b[5n", "\x1b[0n"},
		{"\x1b[3;4H\x1b[6n", "\x1b[3;4R"},
		{"\x1b[2;4r\x1b[?6h\x1b[2;2H\x1b[6n", "\x1b[2;2R"},
		{"\x1b[?69h\x1b[3;6s\x1b[?6h\x1b[9Z\x1b[6n", "\x1b[1;1R"}, // never less than 1
		{"\x1b[?6n", "\x1b[?1;1;1R"},
		{"\x1b[18t", "\x1b[8;5;10t"},
		{"\x1b]2;evil\a\x1b[21t", ""}, // the title is not given back
		{"\x1b[?2026$p", "\x1b[?2026;2$y"},
		{"\x1b[?25$p\x1b[?7777$p", "\x1b[?25;1$y\x1b[?7777;0$y"},
		{"\x1b[?2004h\x1b[?2004$p", "\x1b[?2004;1$y"},
		{"\x1b[4h\x1b[4$p", "\x1b[4;1$y"},
		{"\x1bP$qm\x1b\\", "\x1bP1$r0m\x1b\\"},
		{"\x1b[1;31m\x1bP$qm\x1b\\", "\x1bP1$r0;1;31m\x1b\\"},
		{"\x1b[2;3r\x1bP$qr\x1b\\", "\x1bP1$r2;3r\x1b\\"},
		{"\x1b[4 q\x1bP$q q\x1b\\", "\x1bP1$r4 q\x1b\\"},
		{"\x1bP$qz\x1b\\", "\x1bP0$r\x1b\\"},
		{"\x1bP+q544e\x1b\\", "\x1bP0+r\x1b\\"},
		{"\x1b]10;?\a", "\x1b]10;rgb:1010/2020/3030\a"},
		{"\x1b]11;?\a", "\x1b]11;rgb:4040/5050/6060\a"},
		{"\x1b]11;#ff0000\a\x1b]11;?\a\x1b]111\a\x1b]11;?\a", "\x1b]11;rgb:ffff/0000/0000\a\x1b]11;rgb:4040/5050/6060\a"},
		{"\x1b]4;1;?\a", "\x1b]4;1;rgb:cdcd/0000/0000\a"},
		{"\x1b]4;231;?;232;?\a", "\x1b]4;231;rgb:ffff/ffff/ffff\a\x1b]4;232;rgb:0808/0808/0808\a"},
		// OSC 104 with numbers resets those entries only (xterm's ctlseqs).
		{"\x1b]4;1;#010203;2;#040506\a\x1b]104;1\a\x1b]4;1;?;2;?\a",
			"\x1b]4;1;rgb:cdcd/0000/0000\a\x1b]4;2;rgb:0404/0505/0606\a"},
		{"\x1b]4;1;#010203\a\x1b]104\a\x1b]4;1;?\a", "\x1b]4;1;rgb:cdcd/0000/0000\a"},
		// The answer ends as the question did, and a second colour is the next one's (xterm's ctlseqs).
		{"\x1b]11;?\x1b\\", "\x1b]11;rgb:4040/5050/6060\x1b\\"},
		{"\u009d10;?\u009c", "\x1b]10;rgb:1010/2020/3030\x1b\\"},
		{"\x1b]10;?;?\a", "\x1b]10;rgb:1010/2020/3030\a\x1b]11;rgb:4040/5050/6060\a"},
		{"\x1b]11;?;?\a", "\x1b]11;rgb:4040/5050/6060\a"}, // 12, the cursor's colour, is not known
		{"\x1b]52;c;?\a", ""},
		{"\x1b[?1049h\x1b[?1049$p", "\x1b[?1049;1$y"},
	} {
		var got strings.Builder
		term := New(Options{Cols: 10, Rows: 5, Foreground: RGB{0x10, 0x20, 0x30}, Background: RGB{0x40, 0x50, 0x60},
			Reply: func(b []byte) { got.Write(b) }})
		term.Write([]byte(test.in))
		if got.String() != test.want {
			t.Errorf("%q is answered with %q, want %q", test.in, got.String(), test.want)
		}
	}
}

func TestPrintableASCII(t *testing.T) {
	for b := range 256 {
		for length := range 20 {
			for at := range length {
				p := []byte(strings.Repeat("~ ", 10))[:length]
				p[at] = byte(b)
				want := length
				if b < 0x20 || b >= 0x7f {
					want = at
				}
				if got := printableASCII(p); got != want {
					t.Fatalf("%q begins with %d printable bytes, want %d", p, got, want)
				}
			}
		}
	}
}

func TestRepliesAreLimited(t *testing.T) {
	now := time.Unix(0, 0)
	n := 0
	term := New(Options{Reply: func([]byte) { n++ }, now: func() time.Time { return now }})
	term.Write([]byte(strings.Repeat("\x1b[c", 10000)))
	if n != burst {
		t.Errorf("%d answers at once, want %d", n, burst)
	}
	now = now.Add(time.Second)
	n = 0
	term.Write([]byte(strings.Repeat("\x1b[c", 10000)))
	if n != burst {
		t.Errorf("%d answers after a second, want %d", n, burst)
	}
}

func TestEvents(t *testing.T) {
	var log []string
	note := func(format string, args ...any) { log = append(log, fmt.Sprintf(format, args...)) }
	term := New(Options{
		OnBell:      func() { note("bell") },
		OnClipboard: func(s string) { note("clipboard %s", s) },
		OnMark:      func(m Mark) { note("%c %d", m.Kind, m.Status) },
	})
	term.Write([]byte("\a\x1b]52;c;aGVsbG8=\a\x1b]133;A\a\x1b]133;B\a\x1b]133;C\a\x1b]133;D;3\a\x1b]133;D\a\x1b]133;Z\a"))
	want := "bell, clipboard hello, A -1, B -1, C -1, D 3, D -1"
	if got := strings.Join(log, ", "); got != want {
		t.Errorf("events: %s, want %s", got, want)
	}
}

// TestBellsHideNoMark rings as often as fits beside a mark: whoever waits for a command's end must see it.
func TestBellsHideNoMark(t *testing.T) {
	bells, marks := 0, 0
	term := New(Options{OnBell: func() { bells++ }, OnMark: func(Mark) { marks++ }})
	term.Write([]byte(strings.Repeat("\a", 1000) + "\x1b]133;D;0\a"))
	if bells != 1000 || marks != 1 {
		t.Errorf("%d bells and %d marks, want 1000 and 1", bells, marks)
	}
}

func TestTitle(t *testing.T) {
	term := New(Options{})
	for _, test := range []struct{ in, want string }{
		{"\x1b]0;one\a", "one"},
		{"\x1b]2;two; and 日本\x1b\\", "two; and 日本"},
		{"\x1b[22;0t\x1b]2;inner\a", "inner"},
		{"\x1b[23;0t", "two; and 日本"},
		{"\x1b]2;a\u0085b\u202ec\a", "abc"},
		{"\x1b]2;" + strings.Repeat("x", 1000) + "\a", strings.Repeat("x", 256)},
		{"\x1b]2;never ended\x1b[m", strings.Repeat("x", 256)},
	} {
		term.Write([]byte(test.in))
		if got := term.Title(); got != test.want {
			t.Errorf("after %.40q the title is %q, want %q", test.in, got, test.want)
		}
	}
}

func TestCursorShape(t *testing.T) {
	term := New(Options{})
	for n, want := range []Cursor{
		{Shape: Block, Blink: true}, {Shape: Block, Blink: true}, {Shape: Block}, {Shape: Underline, Blink: true},
		{Shape: Underline}, {Shape: Bar, Blink: true}, {Shape: Bar},
	} {
		fmt.Fprintf(term, "\x1b[%d q", n)
		want.Visible = true
		if got := term.Cursor(); got != want {
			t.Errorf("DECSCUSR %d gives %+v, want %+v", n, got, want)
		}
	}
	term.Write([]byte("\x1b[?25l"))
	if term.Cursor().Visible {
		t.Error("DECTCEM does not hide the cursor")
	}
}

// TestTablesAreBounded fills the tables of clusters and links with values that do not last, and then with ones that do.
func TestTablesAreBounded(t *testing.T) {
	term := New(Options{Cols: 80, Rows: 24, Scrollback: 100})
	for i := range 200000 {
		fmt.Fprintf(term, "e%c%c%c\r", 0x300+rune(i%64), 0x300+rune(i/64%64), 0x300+rune(i/4096))
		fmt.Fprintf(term, "\x1b]8;;https://example.org/%d\ax", i)
	}
	e := term.emu
	if n := len(e.clusters.values); n > e.clusters.limit+1 {
		t.Errorf("%d clusters are kept", n)
	}
	if n := len(e.extras.values); n > e.extras.limit+1 {
		t.Errorf("%d links are kept", n)
	}
	term.Write([]byte("\x1b]8;;\a\r\x1b[Knew e\u0308 \x1b]8;;https://example.net\alink"))
	if got := screenText(term); !strings.HasSuffix(got, "new e\u0308 link") {
		t.Errorf("the screen shows %q", got)
	}
	if line := strings.Join(term.Lines(nil), ""); !strings.Contains(line, "https://example.net") {
		t.Error("a link is lost although the others are gone")
	}
}

// TestWrappedLines looks at which rows are one line when it is copied, on a screen of 4 by 4.
func TestWrappedLines(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"wrapped", "abcdef\r\nx", "abcdef\nx\n"},
		{"scrolled away", "abcdef\r\n\n\n\nx", "abcdef\n\n\n\nx\n"},
		{"a line inserted between", "abcdef\x1b[2;1H\x1b[Lx", "abcd\nx\nef\n"},
		{"the rest deleted", "abcdef\r\nx\x1b[2;1H\x1b[M", "abcd\nx\n"},
		{"the rest pushed out", "1\r\n2\r\nabcdef\x1b[H\x1b[L\x1b[4;1H\r\n\nx", "\n1\n2\nabcd\n\nx\n"},
		{"the rest scrolled out of a region", "abcdef\r\nx\x1b[2;3r\x1b[S", "abcd\nx\n"},
		{"wrapped at a region's bottom", "\x1b[1;2r\x1b[2;1Habcdef", "\nabcdef\n"},
	} {
		term := New(Options{Cols: 4, Rows: 4})
		term.Write([]byte(test.in))
		if got := term.Text(); got != test.want {
			t.Errorf("%s: the text of %q is %q, want %q", test.name, test.in, got, test.want)
		}
	}
}
