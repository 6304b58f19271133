=== screen 1 at 8596 4 0
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
[93m 23 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 24 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 25 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 26 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 27 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 28 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 29 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 30 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 31 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 32 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 33 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 34 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 35 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 36 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 37 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 38 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 39 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 40 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m 41 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[1;7m[39msample.c                                                                                                          1,1            Top
[0m[39m[49m"sample.c" 87L, 3394B
=== screen 2 at 9093 4 3
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
[93m 23 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 24 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 25 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 26 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 27 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 28 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 29 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 30 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 31 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 32 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 33 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 34 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 35 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 36 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 37 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 38 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 39 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 40 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 41 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[1;7m[39msample.c                                                                                                          4,1            Top
[0m[39m[49m/int
=== screen 3 at 10279 28 40
[93m 47 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 48 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 49 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 50 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 51 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 52 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 53 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 54 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 55 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 56 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 57 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 58 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 59 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 60 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 61 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 62 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 63 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 64 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 65 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
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
[1;7msample.c [+]                                                                                                      87,27-25       97%
[0;1m[39m[49m-- INSERT --
=== screen 4 at 12968 26 19
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
[1;7msample.c [+]                                                                                                      87,24-23       98%
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
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
[7msample.c [+]                                                                                                      87,24-23       98%
[0m[39m[49m:split
=== screen 5 at 16258 26 19
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                             [7m|[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m                                      [7m|[0m[93m[49m 87 [96m// added at the end 日本
[1;7m[39msample.c [+]                                    87,24-23       98% [0;7m[39m[49msample.c [+]                                   87,24-23       98%
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
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
[7msample.c [+]                                                                                                      87,24-23       98%
[0m[39m[49m:vsplit
=== screen 6 at 17925 79 0
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;                     
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 87 [96m// added at the end 日本[39m                                     
[93m    [96mt[39m                                                             [7m|[0m[93m[49m 88 [39m} 
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[94m[49m~                                                                
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[94m[49m~                                                                
[93m    [96mt[39m                                                             [7m|[0m[94m[49m~                                                                
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[94m[49m~                                                                
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[94m[49m~                                                                
[93m    [96mt[39m                                                             [7m|[0m[94m[49m~                                                                
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[94m[49m~                                                                
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[94m[49m~                                                                
[93m    [96mt[39m                                                             [7m|[0m[94m[49m~                                                                
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[94m[49m~                                                                
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[94m[49m~                                                                
[93m    [96mt[39m                                                             [7m|[0m[94m[49m~                                                                
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[94m[49m~                                                                
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[94m[49m~                                                                
[93m    [96mt[39m                                                             [7m|[0m[94m[49m~                                                                
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                             [7m|[0m[94m[49m~                                                                
[93m 87 [96m// added at the end 日本[39m                                      [7m|[0m[94m[49m~                                                                
[7m[39msample.c [+]                                    87,24-23       98% [1msample.c [+]                                   86,2-9         Bot
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
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
[7msample.c [+]                                                                                                      87,24-23       98%

=== screen 7 at 23158 87 5
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  1 [39m                                      
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  2 [96m/* A comment, with ümläuts and 日本語. */[39m                    
[93m    [96mt[39m                                                             [7m|[0m[93m[49m  3 [30m[103mint[39m[49m main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)          
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  4 [39m{                                                            
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  5 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                       
[93m    [96mt[39m                                                             [7m|[0m[93m[49m  6 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m    [96mnt[39m                                                           
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  7 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt[39m                                                           
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  8 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                       
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  9 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt[39m                                                           
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 10 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                       
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 11 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt[39m                                                           
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 12 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                       
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 13 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argume
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [96mnt[39m                                                           
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                             [7m|[0m[93m[49m 14 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                       
[93m 87 [96m// added at the end 日本[39m                                      [7m|[0m[93m[49m    [94m@                                                            
[7m[39msample.c [+]                                    87,24-23       98% [1msample.c [+]                                   6,3-17         Top
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
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
[7msample.c [+]                                                                                                      87,24-23       98%

=== screen 8 at 25949 75 5
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  1 [94m$[39m   [48;5;242m [49m                                 
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  2 [96m/* A[48;5;242m [49mcomment, with ümläuts and 日本語. */[94m$[39m                   
[93m    [96mt[39m                                                             [7m|[0m[93m[49m  3 [30m[103mint[39m[49m [48;5;242mm[49main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)[94m$[39m         
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  4 [39m{[94m$[39m  [48;5;242m [49m                                                        
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  5 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m    [96mt[39m                                                             [7m|[0;4m[93m[49m  6 [38;5;81m^I^I[39mpr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[0m[93m[49m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  7 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  8 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m    [96mt[39m                                                             [7m|[0m[93m[49m  9 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 10 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 11 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m    [96mt[39m                                                             [7m|[0m[93m[49m 12 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 13 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 14 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m    [96mt[39m                                                             [7m|[0m[93m[49m 15 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 16 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 17 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m    [96mt[39m                                                             [7m|[0m[93m[49m 18 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                             [7m|[0m[93m[49m 19 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 87 [96m// added at the end 日本[39m                                      [7m|[0m[93m[49m 20 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[7msample.c [+]                                    87,24-23       98% [1msample.c [+]                                   6,3-17         Top
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
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
[7msample.c [+]                                                                                                      87,24-23       98%
[0m[39m[49m:set list cursorline cursorcolumn
=== screen 9 at 30611 71 0
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0;4m[93m[49m  1 [39mline 1: the quick brown fox jumps over the lazy dog, 日本語 a
[0m[93m[49m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0;4m[93m[49m    [39mnd b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mx[94m$[39m                         
[0m[93m[49m    [96mt[39m                                                             [7m|[0m[93m[49m  2 [39m[48;5;242ml[49mine 2: the quick brown fox jumps over the lazy dog, 日本語 a
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m    [39mnd b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxx[94m$[39m                        
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  3 [39m[48;5;242ml[49mine 3: the quick brown fox jumps over the lazy dog, 日本語 a
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [39mnd b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxx[94m$[39m                       
[93m 74 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  4 [39m[48;5;242ml[49mine 4: the quick brown fox jumps over the lazy dog, 日本語 a
[93m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m    [39mnd b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxx[94m$[39m                      
[93m    [96mt[39m                                                             [7m|[0m[93m[49m  5 [39m[48;5;242ml[49mine 5: the quick brown fox jumps over the lazy dog, 日本語 a
[93m 76 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m    [39mnd b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxx[94m$[39m                     
[93m 77 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  6 [39m[48;5;242ml[49mine 6: the quick brown fox jumps over the lazy dog, 日本語 a
[93m    [96mt[39m                                                             [7m|[0m[93m[49m    [39mnd b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxx[94m$[39m                    
[93m 78 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m    [94m@                                                            
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[1msample.txt                                     1,1            Top
[0m[93m[49m    [96mt[39m                                                             [7m|[0m[93m[49m  3 [30m[103mint[39m[49m [48;5;242mm[49main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)[94m$[39m                             
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  4 [39m{[94m$[39m  [48;5;242m [49m                                                        
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  5 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m    [96mt[39m                                                             [7m|[0;4m[93m[49m  6 [38;5;81m^I^I[39mpr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[0m[93m[49m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m  7 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m  8 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$[39m                            
[93m    [96mt[39m                                                             [7m|[0m[93m[49m  9 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$[39m         
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                        [7m|[0m[93m[49m 10 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argumen[7m[39m|[0m[93m[49m 11 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$
[93m    [96mt[39m                                                             [7m|[0m[93m[49m 12 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$
[93m 86 [39m        [93mreturn[39m [95m0[39m;                                             [7m|[0m[93m[49m 13 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$
[93m 87 [96m// added at the end 日本[39m                                      [7m|[0m[93m[49m 14 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)[94m$
[93m 88 [39m}                                                             [7m|[0m[93m[49m 15 [38;5;81m^I^I[39m[48;5;242mp[49mr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[94m$
[7m[39msample.c [+]                                    87,24-23       Bot sample.c [+]                                   6,3-17          2%
[0m[93m[49m 75 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
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
[7msample.c [+]                                                                                                      87,24-23       98%
[0m[39m[49m"sample.txt" 200L, 26912B
=== screen 10 at 36631 4 0
[4m[93m  1 [39mline 1: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mx[94m$[39m                               
[0m[93m[49m  2 [39m[48;5;242ml[49mine 2: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxx[94m$[39m                              
[93m  3 [39m[48;5;242ml[49mine 3: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxx[94m$[39m                             
[93m  4 [39m[48;5;242ml[49mine 4: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxx[94m$[39m                            
[93m  5 [39m[48;5;242ml[49mine 5: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxx[94m$[39m                           
[93m  6 [39m[48;5;242ml[49mine 6: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxx[94m$[39m                          
[93m  7 [39m[48;5;242ml[49mine 7: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxx[94m$[39m                         
[93m  8 [39m[48;5;242ml[49mine 8: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxx[94m$[39m                        
[93m  9 [39m[48;5;242ml[49mine 9: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxx[94m$[39m                       
[93m 10 [39m[48;5;242ml[49mine 10: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxx[94m$[39m                     
[93m 11 [39m[48;5;242ml[49mine 11: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxx[94m$[39m                    
[93m 12 [39m[48;5;242ml[49mine 12: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxx[94m$[39m                   
[93m 13 [39m[48;5;242ml[49mine 13: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxx[94m$[39m                  
[93m 14 [39m[48;5;242ml[49mine 14: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxx[94m$[39m                 
[93m 15 [39m[48;5;242ml[49mine 15: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxx[94m$[39m                
[93m 16 [39m[48;5;242ml[49mine 16: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxx[94m$[39m               
[93m 17 [39m[48;5;242ml[49mine 17: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxx[94m$[39m              
[93m 18 [39m[48;5;242ml[49mine 18: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxx[94m$[39m             
[93m 19 [39m[48;5;242ml[49mine 19: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxx[94m$[39m            
[93m 20 [39m[48;5;242ml[49mine 20: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxx[94m$[39m           
[1;7msample.txt                                                                                                        1,1            Top
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 69 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
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
[7msample.c [+]                                                                                                      87,24-23       98%
[0m[97m[41mE445: Other window contains changes
=== screen 11 at 43962 4 0
[4m[93m 33 [39mline 33: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mx[94m$[39m                                                                                                                              
[0m[93m[49m 34 [39m[48;5;242ml[49mine 34: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxx[94m$
[93m 35 [39m[48;5;242ml[49mine 35: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxx[94m$
[93m 36 [39m[48;5;242ml[49mine 36: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxx[94m$
[93m 37 [39m[48;5;242ml[49mine 37: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxxx[94m$
[93m 38 [39m[48;5;242ml[49mine 38: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxxxx[94m$
[93m 39 [39m[48;5;242ml[49mine 39: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxxxxx[94m$
[93m 40 [39m[48;5;242ml[49mine 40: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxxxxxx[94m$
[93m 41 [39m[48;5;242ml[49mine 41: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxxxxxxx[94m$
[93m 42 [39m[48;5;242ml[49mine 42: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mxxxxxxxxxx[94m$
[1;7m[39msample.txt                                                                                                        33,1           16%
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 69 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
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
[7msample.c [+]                                                                                                      87,24-23       98%

=== screen 12 at 48236 4 17
[93m 17 [39m[48;5;242ml[49mine 17: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxx[94m$
[93m 18 [39m[48;5;242ml[49mine 18: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxx[94m$
[93m 19 [39m[48;5;242ml[49mine 19: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxx[94m$
[93m 20 [39m[48;5;242ml[49mine 20: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxx[94m$
[93m 21 [39m[48;5;242ml[49mine 21: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 22 [39m[48;5;242ml[49mine 22: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 23 [39m[48;5;242ml[49mine 23: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 24 [39m[48;5;242ml[49mine 24: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 25 [39m[48;5;242ml[49mine 25: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 26 [39m[48;5;242ml[49mine 26: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 27 [39m[48;5;242ml[49mine 27: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 28 [39m[48;5;242ml[49mine 28: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 29 [39m[48;5;242ml[49mine 29: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 30 [39m[48;5;242ml[49mine 30: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 31 [39m[48;5;242ml[49mine 31: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx[94m$
[93m 32 [39m[48;5;242ml[49mine 32: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [94m$
[4m[93m 33 [39mline 33: the quick brown fox jumps over the lazy dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^I[39mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
[93m    [39mx[94m$[39m                                                                                                                              
[0m[93m[49m    [94m@                                                                                                                               
[1;7m[39msample.txt                                                                                                        33,1            8%
[0m[93m[49m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 69 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
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
[7msample.c [+]                                                                                                      87,24-23       98%

=== screen 13 at 51210 26 40
[93m 47 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                   
[93m 48 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                             
[93m 49 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                     
[93m 50 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                               
[93m 51 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                       
[93m 52 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                 
[93m 53 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                         
[93m 54 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                   
[93m 55 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                           
[93m 56 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                     
[93m 57 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                             
[93m 58 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                       
[93m 59 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                               
[93m 60 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                         
[93m 61 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                                 
[93m 62 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                          
[93m 63 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument
[93m 64 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                          
[93m 65 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                                 
[93m 66 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                                                          
[93m 67 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                                 
[93m 68 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 69 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 70 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 71 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
[93m 72 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)                                                              
[93m 73 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); [96m// each argument[39m                                                        
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
[1;7msample.c [+]                                                                                                      87,24-23       97%
[0m[39m[49m:q!
