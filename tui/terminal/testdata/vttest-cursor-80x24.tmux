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



=== screen 2 at 5797 67 13
********************************************************************************
*++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+        EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE        +*
*+        E                                                          E        +*
*+        E The screen should be cleared,  and have an unbroken bor- E        +*
*+        E der of *'s and +'s around the edge,   and exactly in the E        +*
*+        E middle  there should be a frame of E's around this  text E        +*
*+        E with  one (1) free position around it.    Push <RETURN>  E        +*
*+        E                                                          E        +*
*+        EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE        +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*+                                                                            +*
*++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++*
********************************************************************************
=== screen 3 at 13227 13 14
********************************************************************************
*++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++*
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                  EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE*
*+                                  E                                           
                                    EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE*
 The screen should be cleared,  and hader of *'s and +'s around the edge,   and 
exactly in the                        middle  there should be a frame of E's aro
und this  text                        with  one (1) free position around it.    
Push <RETURN>                                             EEEEEEEEEEEEEEEEEEEEE*
                                                          EEEEEEEEEEEEEEEEEEEEE*
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                                                             *
*+                                                                             *
++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++ *
********************************************************************************
=== screen 4 at 14002 13 21
Test of autowrap, mixing control and print characters.
The left/right margins should have letters in order:
M                                                                              m
N                                                                               
n
O                                                                              o
P                                                                              p
Q                                                                              q
R                                                                               
r
S                                                                              s
T                                                                              t
U                                                                              u
V                                                                               
v
W                                                                              w
X                                                                              x
Y                                                                              y
Z                                                                               
z

Push <RETURN>


=== screen 5 at 14811 13 21
Test of autowrap, mixing control and print characters.
The left/right margins should have letters in order:
M                                                                              m
N                                                                               
n
O                                                                              o
P                                                                              p
Q                                                                              q
R                                                                               
r
S                                                                              s
T                                                                              t
U                                                                              u
V                                                                               
v
W                                                                              w
X                                                                              x
Y                                                                              y
Z                                                                               
z

Push <RETURN>


=== screen 6 at 15148 13 8
Test of cursor-control characters inside ESC sequences.
Below should be four identical lines:

A B C D E F G H I
A B C D E F G H I
A B C D E F G H I
A B C D E F G H I 

Push <RETURN>















=== screen 7 at 15960 13 19
Test of leading zeros in ESC sequences.
Two lines below you should see the sentence "This is a correct sentence".

This is a correct sentence















Push <RETURN>




=== screen 8 at 16643 40 20


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



