=== screen 1 at 738 40 20


         VT100 test program, version 2.7 (20221229)
         Line speed 38400bd 
         Choose test type:

          0. Exit
          1. Test of cursor movements
          2. Test of screen features
          3. Test of character sets
          4. Test of double-sized characters
          5. Test of keyboard
          6. Test of terminal reports
          7. Test of VT52 mode
          8. Test of VT102 features (Insert/Delete Char/Line)
          9. Test of known bugs
          10. Test of reset and self-test
          11. Test non-VT100 (e.g., VT220, XTERM) terminals
          12. Modify test-parameters

          Enter choice number (0 - 12): 



=== screen 2 at 1271 13 7
********************************************************************************
********************************************************************************
********************************************************************************

This should be three identical lines of *'s completely filling
the top of the screen without any empty lines between.
(Test of WRAP AROUND mode setting.)
Push <RETURN>
















=== screen 3 at 1771 35 4
      *     *     *     *     *     *     *     *     *     *     *     *     *
      *     *     *     *     *     *     *     *     *     *     *     *     *

Test of TAB setting/resetting. These two lines
should look the same. Push <RETURN>



















=== screen 4 at 2933 74 19
12345678901234567890123456789012345678901234567890123456789012345678901234567890
123456789012345678901234567890123456789012345678901
  This is 132 column mode, light background.
   This is 132 column mode, light background.
    This is 132 column mode, light background.
     This is 132 column mode, light background.
      This is 132 column mode, light background.
       This is 132 column mode, light background.
        This is 132 column mode, light background.
         This is 132 column mode, light background.
          This is 132 column mode, light background.
           This is 132 column mode, light background.
            This is 132 column mode, light background.
             This is 132 column mode, light background.
              This is 132 column mode, light background.
               This is 132 column mode, light background.
                This is 132 column mode, light background.
                 This is 132 column mode, light background.
                  This is 132 column mode, light background.
                   This is 132 column mode, light background.Push <RETURN>




=== screen 5 at 3908 73 19
1234567890123456789012345678901234567890123456789012345678901234567890123456789

  This is 80 column mode, light background.
   This is 80 column mode, light background.
    This is 80 column mode, light background.
     This is 80 column mode, light background.
      This is 80 column mode, light background.
       This is 80 column mode, light background.
        This is 80 column mode, light background.
         This is 80 column mode, light background.
          This is 80 column mode, light background.
           This is 80 column mode, light background.
            This is 80 column mode, light background.
             This is 80 column mode, light background.
              This is 80 column mode, light background.
               This is 80 column mode, light background.
                This is 80 column mode, light background.
                 This is 80 column mode, light background.
                  This is 80 column mode, light background.
                   This is 80 column mode, light background.Push <RETURN>




=== screen 6 at 5052 73 19
12345678901234567890123456789012345678901234567890123456789012345678901234567890
123456789012345678901234567890123456789012345678901
  This is 132 column mode, dark background.
   This is 132 column mode, dark background.
    This is 132 column mode, dark background.
     This is 132 column mode, dark background.
      This is 132 column mode, dark background.
       This is 132 column mode, dark background.
        This is 132 column mode, dark background.
         This is 132 column mode, dark background.
          This is 132 column mode, dark background.
           This is 132 column mode, dark background.
            This is 132 column mode, dark background.
             This is 132 column mode, dark background.
              This is 132 column mode, dark background.
               This is 132 column mode, dark background.
                This is 132 column mode, dark background.
                 This is 132 column mode, dark background.
                  This is 132 column mode, dark background.
                   This is 132 column mode, dark background.Push <RETURN>




=== screen 7 at 6009 72 19
1234567890123456789012345678901234567890123456789012345678901234567890123456789

  This is 80 column mode, dark background.
   This is 80 column mode, dark background.
    This is 80 column mode, dark background.
     This is 80 column mode, dark background.
      This is 80 column mode, dark background.
       This is 80 column mode, dark background.
        This is 80 column mode, dark background.
         This is 80 column mode, dark background.
          This is 80 column mode, dark background.
           This is 80 column mode, dark background.
            This is 80 column mode, dark background.
             This is 80 column mode, dark background.
              This is 80 column mode, dark background.
               This is 80 column mode, dark background.
                This is 80 column mode, dark background.
                 This is 80 column mode, dark background.
                  This is 80 column mode, dark background.
                   This is 80 column mode, dark background.Push <RETURN>




=== screen 8 at 8940 13 11











Push <RETURN>
Soft scroll down region [12..13] size 2 Line 29











=== screen 9 at 11856 13 0
Push <RETURN>
Soft scroll down region [1..24] size 24 Line 29
Soft scroll down region [1..24] size 24 Line 28
Soft scroll down region [1..24] size 24 Line 27
Soft scroll down region [1..24] size 24 Line 26
Soft scroll down region [1..24] size 24 Line 25
Soft scroll down region [1..24] size 24 Line 24
Soft scroll down region [1..24] size 24 Line 23
Soft scroll down region [1..24] size 24 Line 22
Soft scroll down region [1..24] size 24 Line 21
Soft scroll down region [1..24] size 24 Line 20
Soft scroll down region [1..24] size 24 Line 19
Soft scroll down region [1..24] size 24 Line 18
Soft scroll down region [1..24] size 24 Line 17
Soft scroll down region [1..24] size 24 Line 16
Soft scroll down region [1..24] size 24 Line 15
Soft scroll down region [1..24] size 24 Line 14
Soft scroll down region [1..24] size 24 Line 13
Soft scroll down region [1..24] size 24 Line 12
Soft scroll down region [1..24] size 24 Line 11
Soft scroll down region [1..24] size 24 Line 10
Soft scroll down region [1..24] size 24 Line 9
Soft scroll down region [1..24] size 24 Line 8
Soft scroll down region [1..24] size 24 Line 7
=== screen 10 at 14778 13 11











Push <RETURN>
Jump scroll down region [12..13] size 2 Line 29











=== screen 11 at 17694 13 0
Push <RETURN>
Jump scroll down region [1..24] size 24 Line 29
Jump scroll down region [1..24] size 24 Line 28
Jump scroll down region [1..24] size 24 Line 27
Jump scroll down region [1..24] size 24 Line 26
Jump scroll down region [1..24] size 24 Line 25
Jump scroll down region [1..24] size 24 Line 24
Jump scroll down region [1..24] size 24 Line 23
Jump scroll down region [1..24] size 24 Line 22
Jump scroll down region [1..24] size 24 Line 21
Jump scroll down region [1..24] size 24 Line 20
Jump scroll down region [1..24] size 24 Line 19
Jump scroll down region [1..24] size 24 Line 18
Jump scroll down region [1..24] size 24 Line 17
Jump scroll down region [1..24] size 24 Line 16
Jump scroll down region [1..24] size 24 Line 15
Jump scroll down region [1..24] size 24 Line 14
Jump scroll down region [1..24] size 24 Line 13
Jump scroll down region [1..24] size 24 Line 12
Jump scroll down region [1..24] size 24 Line 11
Jump scroll down region [1..24] size 24 Line 10
Jump scroll down region [1..24] size 24 Line 9
Jump scroll down region [1..24] size 24 Line 8
Jump scroll down region [1..24] size 24 Line 7
=== screen 12 at 17853 73 22

Origin mode test. This line should be at the bottom of the screen.




















This line should be the one above the bottom of the screen. Push <RETURN>

=== screen 13 at 18000 59 0
This line should be at the top of the screen. Push <RETURN>






















Origin mode test. This line should be at the bottom of the screen.
=== screen 14 at 18581 30 22
                   Graphic rendition test pattern:


vanilla                                [1mbold

[0m[39m[49m     [4munderline[0m[39m[49m                              [1;4mbold underline

[0;5m[39m[49mblink[0m[39m[49m                                  [1;5mbold blink

[0m[39m[49m     [4;5munderline blink[0m[39m[49m                        [1;4;5mbold underline blink

[0;7m[39m[49mnegative[0m[39m[49m                               [1;7mbold negative

[0m[39m[49m     [4;7munderline negative[0m[39m[49m                     [1;4;7mbold underline negative

[0;5;7m[39m[49mblink negative[0m[39m[49m                         [1;5;7mbold blink negative

[0m[39m[49m     [4;5;7munderline blink negative[0m[39m[49m               [1;4;5;7mbold underline blink negative




[0m[39m[49mDark background. Push <RETURN>

=== screen 15 at 18628 31 22
                   Graphic rendition test pattern:


vanilla                                [1mbold

[0m[39m[49m     [4munderline[0m[39m[49m                              [1;4mbold underline

[0;5m[39m[49mblink[0m[39m[49m                                  [1;5mbold blink

[0m[39m[49m     [4;5munderline blink[0m[39m[49m                        [1;4;5mbold underline blink

[0;7m[39m[49mnegative[0m[39m[49m                               [1;7mbold negative

[0m[39m[49m     [4;7munderline negative[0m[39m[49m                     [1;4;7mbold underline negative

[0;5;7m[39m[49mblink negative[0m[39m[49m                         [1;5;7mbold blink negative

[0m[39m[49m     [4;5;7munderline blink negative[0m[39m[49m               [1;4;5;7mbold underline blink negative




[0m[39m[49mLight background. Push <RETURN>

=== screen 16 at 19973 13 23
AAAAA
AAAAA
AAAAA
AAAAA



           normal      bold        underscored blinking    reversed

stars:     **********  [1m**********[0m[39m[49m  [4m**********[0m[39m[49m  [5m**********[0m[39m[49m  [7m**********

[0m[39m[49mline:      qqqqqqqqqq  [1mqqqqqqqqqq[0m[39m[49m  [4mqqqqqqqqqq[0m[39m[49m  [5mqqqqqqqqqq[0m[39m[49m  [7mqqqqqqqqqq

[0m[39m[49mx'es:      xxxxxxxxxx  [1mxxxxxxxxxx[0m[39m[49m  [4mxxxxxxxxxx[0m[39m[49m  [5mxxxxxxxxxx[0m[39m[49m  [7mxxxxxxxxxx

[0m[39m[49mdiamonds:  ``````````  [1m``````````[0m[39m[49m  [4m``````````[0m[39m[49m  [5m``````````[0m[39m[49m  [7m``````````




[0m[39m[49mTest of the SAVE/RESTORE CURSOR feature. There should
be ten characters of each flavour, and a rectangle
of 5 x 4 A's filling the top left of the screen.
Push <RETURN>
