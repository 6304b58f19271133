=== screen 1 at 1334 3 1
[7m  GNU nano 7.2          sample.c                   
 1[0m[39m[49m [1m[36m#include[33m <stdio.h>
[0;7m[39m[49m 2
 3[0m[39m[49m [1m[34m/* A comment, with ümläuts and 日本語. */
[0;7m[39m[49m 4[0m[39m[49m [32mint[39m main([32mint[39m argc, [32mchar[39m **argv)
[7m 5[0m[39m[49m {
[7m 6[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m 7[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
 8[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m 9[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
10[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
[0m[39m[49m                 [7m[ Read 87 lines ]
^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste
=== screen 2 at 2422 3 1
[7m  GNU nano 7.2          sample.c                   
10[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)   
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
                 [7m[ Read 87 lines ]
^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste
=== screen 3 at 2587 19 1
[7m  GNU nano 7.2          sample.c *                 
10[0m[39m[49m typed here 日本         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < arg[7m>
11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)   
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
                 [7m[ Read 87 lines ]
^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste
=== screen 4 at 2620 3 3
[7m  GNU nano 7.2          sample.c *                 
10[0m[39m[49m typed here 日本         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < arg[7m>
11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)   
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          

[7m^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste
=== screen 5 at 3019 16 3
[7m  GNU nano 7.2          sample.c *                 
10[0m[39m[49m typed here 日本         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < arg[7m>
11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([30m[103mint[39m[49m i = 0; i < argc; i++)   
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          

[7m^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut  
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste
=== screen 6 at 3849 0 1
[7m                Main nano help text                

[0m[39m[49m The nano editor is designed to emulate the        
 functionality and ease-of-use of the UW Pico text
 editor.  There are four main sections of the      
 editor.  The top line shows the program version,
 the current filename being edited, and whether or 
 not the file has been modified.  Next is the main 
 editor window showing the file being edited.  The 
 status line is the third line from the bottom and 
 shows important messages.  The bottom two lines   
 show the most commonly used shortcuts in the      

[7m^L[0m[39m[49m Refresh  [7m^W[0m[39m[49m Where Is [7mM-Q[0m[39m[49m Previous[7m^P[0m[39m[49m Prev Line
[7m^X[0m[39m[49m Close    [7m^Q[0m[39m[49m Where Was[7mM-W[0m[39m[49m Next    [7m^N[0m[39m[49m Next Line
=== screen 7 at 5236 16 3
[7m  GNU nano 7.2          sample.c *                 
10[0m[39m[49m typed here 日本         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < arg[7m>
11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
12[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)         
[7m13[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
14[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)        
[7m15[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
16[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m17[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
18[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m19[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
20[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          

[7m^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut      
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste    
=== screen 8 at 6196 4 5
[7m  GNU nano 7.2          sample.c *                 
 1[0m[39m[49m [1m[36m#include[33m <stdio.h>[0m[39m[49m                              
[7m 2[0m[39m[49m                                                 
[7m 3[0m[39m[49m [1m[34m/* A comment, with ümläuts and 日本語. */[0m[39m[49m      
[7m 4[0m[39m[49m [32mint[39m main([32mint[39m argc, [32mchar[39m **argv)                 
[7m 5[0m[39m[49m {                                             
[7m 6[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m 7[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
 8[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m 9[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
10[0m[39m[49m typed here 日本         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < arg[7m>
11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>

^G[0m[39m[49m Help     [7m^O[0m[39m[49m Write Out[7m^W[0m[39m[49m Where Is [7m^K[0m[39m[49m Cut      
[7m^X[0m[39m[49m Exit     [7m^R[0m[39m[49m Read File[7m^\[0m[39m[49m Replace  [7m^U[0m[39m[49m Paste    
=== screen 9 at 6374 22 12
[7m  GNU nano 7.2          sample.c *                 
 1[0m[39m[49m [1m[36m#include[33m <stdio.h>[0m[39m[49m                              
[7m 2[0m[39m[49m                                                 
[7m 3[0m[39m[49m [1m[34m/* A comment, with ümläuts and 日本語. */[0m[39m[49m      
[7m 4[0m[39m[49m [32mint[39m main([32mint[39m argc, [32mchar[39m **argv)                 
[7m 5[0m[39m[49m {                                             
[7m 6[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m 7[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
 8[0m[39m[49m         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < argc; i++)          
[7m 9[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
10[0m[39m[49m typed here 日本         [1m[33mfor[0m[39m[49m ([32mint[39m i = 0; i < arg[7m>
11[0m[39m[49m                 printf([1m[33m"%s %d\n"[0m[39m[49m, argv[i], i); [7m>
Save modified buffer?                              
 Y[0m[39m[49m Yes                                          
[7m N[0m[39m[49m No           [7m^C[0m[39m[49m Cancel                       
=== screen 10 at 6441 0 0















