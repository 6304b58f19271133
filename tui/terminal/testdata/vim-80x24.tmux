=== screen 1 at 4700 4 0
[93m  1 [38;5;81m#include [95m<stdio.h>
[93m  2 
  3 [96m/* A comment, with ümläuts and 日本語. */
[93m  4 [38;5;121mint[39m main([38;5;121mint[39m argc, [38;5;121mchar[39m **argv)
[93m  5 [39m{
[93m  6 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m  7 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m  8 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m  9 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 10 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 11 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 12 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 13 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 14 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 15 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 16 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 17 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 18 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 19 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 20 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 21 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 22 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[1;7msample.c                                                      1,1            Top
[0m[39m[49m"sample.c" 87L, 3394B
=== screen 2 at 4987 4 3
[93m  1 [38;5;81m#include [95m<stdio.h>
[93m  2 
  3 [96m/* A comment, with ümläuts and 日本語. */
[93m  4 [30m[103mint[39m[49m main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)
[93m  5 [39m{
[93m  6 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m  7 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m  8 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m  9 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 10 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 11 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 12 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 13 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 14 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 15 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 16 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 17 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 18 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 19 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 20 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 21 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 22 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[1;7msample.c                                                      4,1            Top
[0m[39m[49m/int
=== screen 3 at 7779 28 21
[93m 66 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 67 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)   
[93m 69 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[1;7msample.c [+]                                                  87,27-25       98%
[0;1m[39m[49m-- INSERT --
=== screen 4 at 9304 26 10
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m                                       
[1;7msample.c [+]                                                  87,24-23       98%
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%
[0m[39m[49m:split
=== screen 5 at 10832 26 9
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i
[93m    [39m+)                                  [7m|[0m[93m[49m    [39m++)                   
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, a
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m    [39mrgv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i
[93m    [39m+)                                  [7m|[0m[93m[49m    [39m++)                   
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, a
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m    [39mrgv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                   [7m|[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;     
[93m 87 [96m// added at the end 日本[39m            [7m|[0m[93m[49m 87 [96m// added at the end 日本
[93m 88 [39m}                                   [7m|[0m[93m[49m 88 [39m}                     
[1;7msample.c [+]          87,24-23       Bot [0;7m[39m[49msample.c [+]         87,24-23       Bot
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%
[0m[39m[49m:vsplit
=== screen 6 at 11544 45 0
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m 88 [39m}                                  
[93m    [39m+)                                  [7m|[0m[94m[49m~                                      
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[94m[49m~                                      
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[94m[49m~                                      
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[94m[49m~                                      
[93m    [39m+)                                  [7m|[0m[94m[49m~                                      
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[94m[49m~                                      
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[94m[49m~                                      
[93m 86 [39m        [93mreturn[39m [95m0[39m;                   [7m|[0m[94m[49m~                                      
[93m 87 [96m// added at the end 日本[39m            [7m|[0m[94m[49m~                                      
[93m 88 [39m}                                   [7m|[0m[94m[49m~                                      
[7m[39msample.c [+]          87,24-23       Bot [1msample.c [+]         88,1           Bot
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%

=== screen 7 at 13483 61 7
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m  1 [39m                                   
[93m    [39m+)                                  [7m|[0m[93m[49m  2 [96m/* A comment, with ümläuts and 日本
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m    [96m語. */[39m                             
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m  3 [30m[103mint[39m[49m main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)    
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m  4 [39m{                                  
[93m    [39m+)                                  [7m|[0m[93m[49m  5 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m    [39m++)                                
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m  6 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, a
[93m 86 [39m        [93mreturn[39m [95m0[39m;                   [7m|[0m[93m[49m    [39mrgv[i], i); [96m// each argument[39m       
[93m 87 [96m// added at the end 日本[39m            [7m|[0m[93m[49m  7 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, a
[93m 88 [39m}                                   [7m|[0m[93m[49m    [39mrgv[i], i); [96m// each argument[39m       
[7msample.c [+]          87,24-23       Bot [1msample.c [+]         6,3-17         Top
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%

=== screen 8 at 14412 49 6
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m  1 [94m$[39m   [48;5;242m [49m                              
[93m    [39m+)                                  [7m|[0m[93m[49m  2 [96m/* A[48;5;242m [49mcomment, with ümläuts and 日本
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m    [96m語. */[94m$[39m                            
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m  3 [30m[103mint[39m[49m [48;5;242mm[49main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)[94m$[39m   
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m  4 [39m{[94m$[39m  [48;5;242m [49m                              
[93m    [39m+)                                  [7m|[0m[93m[49m  5 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m  
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0;4m[93m[49m  6 [38;5;81m^I^I[39mpr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[0m[93m[49m    [39mgv[i], i); [96m// each argument[39m         [7m|[0;4m[93m[49m    [96m// each argument[94m$[39m                  
[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;                   [7m|[0m[93m[49m  7 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m 87 [96m// added at the end 日本[39m            [7m|[0m[93m[49m    [96m// each argument[94m$[39m                  
[93m 88 [39m}                                   [7m|[0m[93m[49m  8 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m  
[7msample.c [+]          87,24-23       Bot [1msample.c [+]         6,3-17         Top
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%
[0m[39m[49m:set list cursorline cursorcolumn
=== screen 9 at 17163 45 0
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0;4m[93m[49m  1 [39mline 1: the quick brown fox jumps o
[0m[93m[49m    [39mgv[i], i); [96m// each argument[39m         [7m|[0;4m[93m[49m    [39mver the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^
[0m[93m[49m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0;4m[93m[49m    [38;5;81mH[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mx[94m$[39m        
[0m[93m[49m    [39m+)                                  [7m|[0m[93m[49m  2 [39m[48;5;242ml[49mine 2: the quick brown fox jumps o
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m    [39mver the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m    [38;5;81mH[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxx[94m$[39m       
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i+[7m|[0m[93m[49m    [94m@                                  
[93m    [39m+)                                  [7m|[1msample.txt           1,1            Top
[0m[93m[49m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, ar[7m|[0m[93m[49m  3 [30m[103mint[39m[49m [48;5;242mm[49main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)[94m$[39m   
[93m    [39mgv[i], i); [96m// each argument[39m         [7m|[0m[93m[49m  4 [39m{[94m$[39m  [48;5;242m [49m                              
[93m 86 [39m        [93mreturn[39m [95m0[39m;                   [7m|[0m[93m[49m  5 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m  
[93m 87 [96m// added at the end 日本[39m            [7m|[0;4m[93m[49m  6 [38;5;81m^I^I[39mpr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[0m[93m[49m 88 [39m}                                   [7m|[0;4m[93m[49m    [96m// each argument[94m$[39m                  
[0m[94m[49m~                                       [7m[39m|[0m[93m[49m  7 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i);
[94m~                                       [7m[39m|[0m[93m[49m    [96m// each argument[94m$[39m     
[7msample.c [+]          87,24-23       Bot sample.c [+]         6,3-17          2%
[0m[93m[49m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%
[0m[39m[49m"sample.txt" 200L, 26912B
=== screen 10 at 19595 4 0
[4m[93m  1 [39mline 1: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mx[94m$[39m                                                       
[0m[93m[49m  2 [39m[48;5;242ml[49mine 2: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxx[94m$[39m                                                      
[93m  3 [39m[48;5;242ml[49mine 3: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxx[94m$[39m                                                     
[93m  4 [39m[48;5;242ml[49mine 4: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxx[94m$[39m                                                    
[93m  5 [39m[48;5;242ml[49mine 5: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxx[94m$[39m                                                   
[93m    [94m@                                                                           
[1;7m[39msample.txt                                                    1,1            Top
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m            
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%
[0m[97m[41mE445: Other window contains changes
=== screen 11 at 22575 4 0
[4m[93m  7 [39mline 7: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxx[94m$[39m                                                 
[0m[93m[49m  8 [39m[48;5;242ml[49mine 8: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxx[94m$
[93m  9 [39m[48;5;242ml[49mine 9: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxx[94m$
[93m 10 [39m[48;5;242ml[49mine 10: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H
[93m    [39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxx[94m$
[93m 11 [39m[48;5;242ml[49mine 11: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H
[93m    [39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxx[94m$
[93m    [94m@                                                                           
[1;7m[39msample.txt                                                    7,1             3%
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m            
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%

=== screen 12 at 24164 4 8
[93m  4 [39m[48;5;242ml[49mine 4: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxx[94m$
[93m  5 [39m[48;5;242ml[49mine 5: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxx[94m$
[93m  6 [39m[48;5;242ml[49mine 6: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxx[94m$
[93m  7 [39m[48;5;242ml[49mine 7: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxx[94m$[39m                                                 
[4m[93m  8 [39mline 8: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39ml
[93m    [39md[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxx[94m$[39m                                                
[0m[93m[49m    [94m@                                                                           
[1;7m[39msample.txt                                                    8,1             1%
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m            
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[7msample.c [+]                                                  87,24-23       98%

=== screen 13 at 25839 26 21
[93m 66 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 67 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 69 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                      
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m            
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m             
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                              
[93m 87 [96m// added at the end 日本[39m              
[1;7msample.c [+]                                                  87,24-23       98%
[0m[39m[49m:q!
