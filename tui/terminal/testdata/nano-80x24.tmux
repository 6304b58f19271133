=== screen 1 at 2540 3 1
[7m  GNU nano 7.2                        sample.c                                  
 1[0m[39m[49m [1m[36m#include[33m <stdio.h>
[0;7m[39m[49m 2
 3[0m[39m[49m [1m[34m/* A comment, with ümläuts and 日本語. */
[0;7m[39m[49m 4[0m[39m[49m [32mint[39m main([32mint[39m argc, [32mchar[39m **argv)
[7m 5[0m[39m[49m {
[7m 6[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m 7[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m 8[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m 9[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m10[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
                               [7m[ Read 87 lines ]
^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 2 at 3260 3 1
[7m  GNU nano 7.2                        sample.c                                  
19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m21[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m22[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m23[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m24[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m25[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m26[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m27[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m28[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m29[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m30[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m31[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m32[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m33[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m34[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m35[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m36[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m37[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m38[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
                               [7m[ Read 87 lines ]
^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 3 at 3452 19 1
[7m  GNU nano 7.2                        sample.c *                                
19[0m[39m[49m typed here 日本                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argum[0;7m[39m[49m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m21[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m22[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m23[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m24[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m25[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m26[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m27[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m28[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m29[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m30[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m31[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m32[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m33[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m34[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m35[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m36[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m37[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m38[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
                               [7m[ Read 87 lines ]
^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 4 at 3485 3 3
[7m  GNU nano 7.2                        sample.c *                                
19[0m[39m[49m typed here 日本                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argum[0;7m[39m[49m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m21[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m22[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m23[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m24[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m25[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m26[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m27[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m28[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m29[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m30[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m31[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m32[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m33[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m34[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m35[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m36[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m37[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m38[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)

[7m^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 5 at 4117 21 3
[7m  GNU nano 7.2                        sample.c *                                
19[0m[39m[49m typed here 日本                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argum[0;7m[39m[49m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m21[0m[39m[49m                 pr[30m[103mint[39m[49mf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m22[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m23[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m24[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m25[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m26[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m27[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m28[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m29[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m30[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m31[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m32[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m33[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m34[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m35[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m36[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m37[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m38[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)

[7m^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location 
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 6 at 5880 0 1
[7m                               Main nano help text                              

[0m[39m[49m The nano editor is designed to emulate the functionality and ease-of-use
 of the UW Pico text editor.  There are four main sections of the editor.
 The top line shows the program version, the current filename being
 edited, and whether or not the file has been modified.  Next is the main
 editor window showing the file being edited.  The status line is the
 third line from the bottom and shows important messages.  The bottom two
 lines show the most commonly used shortcuts in the editor.

 Shortcuts are written as follows: Control-key sequences are notated with
 a [1m[31m'^'[0m[39m[49m and can be entered either by using the Ctrl key or pressing the Esc
 key twice.  Meta-key sequences are notated with [1m[31m'M-'[0m[39m[49m and can be entered
 using either the Alt, Cmd, or Esc key, depending on your keyboard setup.
 Also, pressing Esc twice and then typing a three-digit decimal number
 from 000 to 255 will enter the character with the corresponding value.
 The following keystrokes are available in the main editor window.
 Alternative keys are shown in parentheses:                       

[36m^G[39m     ([36mF1[39m)      Display this help text                           
[36m^X[39m     ([36mF2[39m)      Close the current buffer / Exit from nano

[7m^L[0m[39m[49m Refresh   [7m^W[0m[39m[49m Where Is  [7mM-Q[0m[39m[49m Previous [7m^P[0m[39m[49m Prev Line [7m^Y[0m[39m[49m Prev Page [7mM-\[0m[39m[49m First Line
[7m^X[0m[39m[49m Close     [7m^Q[0m[39m[49m Where Was [7mM-W[0m[39m[49m Next     [7m^N[0m[39m[49m Next Line [7m^V[0m[39m[49m Next Page [7mM-/[0m[39m[49m Last Line
=== screen 7 at 8663 21 3
[7m  GNU nano 7.2                        sample.c *                                
19[0m[39m[49m typed here 日本                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argum[0;7m[39m[49m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                                
[7m21[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m22[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                          
[7m23[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m24[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                            
[7m25[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m26[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                  
[7m27[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m28[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                                
[7m29[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m        
[7m30[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                               
[7m31[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m32[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                             
[7m33[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m     
[7m34[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                         
[7m35[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m36[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m37[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m38[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                 

[7m^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location   
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 8 at 9290 4 5
[7m  GNU nano 7.2                        sample.c *                                
 1[0m[39m[49m [1m[36m#include[33m <stdio.h>[0m[39m[49m                                                           
[7m 2[0m[39m[49m                                                                       
[7m 3[0m[39m[49m [1m[34m/* A comment, with ümläuts and 日本語. */[0m[39m[49m                             
[7m 4[0m[39m[49m [32mint[39m main([32mint[39m argc, [32mchar[39m **argv)                                 
[7m 5[0m[39m[49m {                                                                     
[7m 6[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                            
[7m 7[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m 8[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                  
[7m 9[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m10[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                                
[7m11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m        
[7m12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                               
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                             
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m     
[7m16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                         
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m19[0m[39m[49m typed here 日本                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argum[0;7m[39m[49m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                 

[7m^G[0m[39m[49m Help      [7m^O[0m[39m[49m Write Out [7m^W[0m[39m[49m Where Is  [7m^K[0m[39m[49m Cut       [7m^T[0m[39m[49m Execute   [7m^C[0m[39m[49m Location   
[7m^X[0m[39m[49m Exit      [7m^R[0m[39m[49m Read File [7m^\[0m[39m[49m Replace   [7m^U[0m[39m[49m Paste     [7m^J[0m[39m[49m Justify   [7m^/[0m[39m[49m Go To Line
=== screen 9 at 9496 22 21
[7m  GNU nano 7.2                        sample.c *                                
 1[0m[39m[49m [1m[36m#include[33m <stdio.h>[0m[39m[49m                                                           
[7m 2[0m[39m[49m                                                                       
[7m 3[0m[39m[49m [1m[34m/* A comment, with ümläuts and 日本語. */[0m[39m[49m                             
[7m 4[0m[39m[49m [32mint[39m main([32mint[39m argc, [32mchar[39m **argv)                                 
[7m 5[0m[39m[49m {                                                                     
[7m 6[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                            
[7m 7[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m 8[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                  
[7m 9[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m10[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                                
[7m11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m        
[7m12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                               
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m       
[7m14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                             
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument[0m[39m[49m     
[7m16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                         
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argument
[0;7m[39m[49m18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m19[0m[39m[49m typed here 日本                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [1m[34m// each argum[0;7m[39m[49m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)                 
[7mSave modified buffer?                                                           
 Y[0m[39m[49m Yes                                                                         
[7m N[0m[39m[49m No           [7m^C[0m[39m[49m Cancel                                                     
=== screen 10 at 9563 0 0
























