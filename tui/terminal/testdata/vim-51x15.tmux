=== screen 1 at 2726 4 0
[93m  1 [38;5;81m#include [95m<stdio.h>
[93m  2 
  3 [96m/* A comment, with ümläuts and 日本語. */
[93m  4 [38;5;121mint[39m main([38;5;121mint[39m argc, [38;5;121mchar[39m **argv)
[93m  5 [39m{
[93m  6 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m  7 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m  8 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m  9 [39m                printf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m 10 [39m        [93mfor[39m ([38;5;121mint[39m i = [95m0[39m; i < argc; i++)
[93m    [94m@                                              
[1;7m[39msample.c                         1,1            Top
[0m[39m[49m"sample.c" 87L, 3394B
=== screen 2 at 2955 4 3
[93m  1 [38;5;81m#include [95m<stdio.h>
[93m  2 
  3 [96m/* A comment, with ümläuts and 日本語. */
[93m  4 [30m[103mint[39m[49m main([30m[103mint[39m[49m argc, [38;5;121mchar[39m **argv)
[93m  5 [39m{
[93m  6 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m  7 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m  8 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m  9 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m 10 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m    [94m@                                              
[1;7m[39msample.c                         4,1            Top
[0m[39m[49m/int
=== screen 3 at 3858 28 12
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)   
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;                     
[93m 87 [96m// added at the end 日本[39m                       
[1;7msample.c [+]                     87,27-25       98%
[0;1m[39m[49m-- INSERT --
=== screen 4 at 4918 26 4
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                         
[93m 86 [39m        [93mreturn[39m [95m0[39m;                              
[93m 87 [96m// added at the end 日本
[93m 88 [39m}                                     
[1;7msample.c [+]                     87,24-23       Bot
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[39m[49m:split
=== screen 5 at 5670 6 5
[93m 85 [39m                pr[30m[103mint[7m[39m[49m|[0m[93m[49m 85 [39m                pr[30m[103mint
[93m[49m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],[7m|[0m[93m[49m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],
[93m    [39m i); [96m// each argument[7m[39m|[0m[93m[49m    [39m i); [96m// each argument
[93m 86 [39m        [93mreturn[39m [95m0[39m;    [7m|[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;    
[93m 87 [96m// added at the end [94m>[7m[39m|[0m[93m[49m 87 [96m// added at the end [94m>
[93m    [96m日本[39m                 [7m|[0m[93m[49m    [96m日本[39m        
[1;7m<ample.c [+] 87,24    98% [0;7m[39m[49m<ample.c [+] 87,24    98%
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[39m[49m:vsplit
=== screen 6 at 6073 30 0
[93m 85 [39m                pr[30m[103mint[7m[39m[49m|[0m[93m[49m 87 [96m// added at the end [94m>
[93m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],[7m|[0m[93m[49m    [96m日本[39m                 
[93m    [39m i); [96m// each argument[7m[39m|[0m[93m[49m 88 [39m}                    
[93m 86 [39m        [93mreturn[39m [95m0[39m;    [7m|[0m[94m[49m~                        
[93m 87 [96m// added at the end [94m>[7m[39m|[0m[94m[49m~                        
[93m    [96m日本[39m                 [7m|[0m[94m[49m~                        
[7m[39m<ample.c [+] 87,24    98% [1m<ample.c [+] 87,1     Bot
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot

=== screen 7 at 7538 46 2
[93m 85 [39m                pr[30m[103mint[7m[39m[49m|[0m[93m[49m  5 [39m        [93mfor[39m ([30m[103mint[39m[49m i = 
[93m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],[7m|[0m[93m[49m    [95m0[39m; i < argc; i++)    
[93m    [39m i); [96m// each argument[7m[39m|[0m[93m[49m  6 [39m                pr[30m[103mint
[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;    [7m|[0m[93m[49m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],
[93m 87 [96m// added at the end [94m>[7m[39m|[0m[93m[49m    [39m i); [96m// each argument
[93m    [96m日本[39m                 [7m|[0m[93m[49m    [94m@                    
[7m[39m<ample.c [+] 87,24    98% [1m<ample.c [+] 6,3-17    4%
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot

=== screen 8 at 8215 34 2
[93m 85 [39m                pr[30m[103mint[7m[39m[49m|[0m[93m[49m  5 [38;5;81m^I[93mfo[48;5;242mr[39m[49m ([30m[103mint[39m[49m i = [95m0[39m; i <
[93m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],[7m|[0m[93m[49m    [39m argc; i++)[94m$[39m         
[93m    [39m i); [96m// each argument[7m[39m|[0;4m[93m[49m  6 [38;5;81m^I^I[39mpr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m,
[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;    [7m|[0;4m[93m[49m    [39m argv[i], i); [96m// each
[0m[93m[49m 87 [96m// added at the end [94m>[7m[39m|[0;4m[93m[49m    [96m argument[94m$[39m           
[0m[93m[49m    [96m日本[39m                 [7m|[0m[93m[49m    [94m@                    
[7m[39m<ample.c [+] 87,24    98% [1m<ample.c [+] 6,3-17    4%
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[39m[49m:set list cursorline cursorcolumn
=== screen 9 at 9704 30 0
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [7m|[0;4m[93m[49m  1 [39mline 1: the quick bro
[0m[93m[49m    [95m0[39m; i < argc; i++)    [7m|[0;4m[93m[49m    [39mwn fox jumps over the
[0m[93m[49m 85 [39m                pr[30m[103mint[7m[39m[49m|[0;4m[93m[49m    [39m lazy dog, 日本語 and
[0m[93m[49m    [39mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i],[7m|[0;4m[93m[49m    [39m b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H
[0m[93m[49m    [39m i); [96m// each argument[7m[39m|[1msample.txt   1,1      Top
[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;    [7m|[0;4m[93m[49m  6 [38;5;81m^I^I[39mpr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m,
[0m[93m[49m 87 [96m// added at the end [94m>[7m[39m|[0;4m[93m[49m    [39m argv[i], i); [96m// each
[0m[93m[49m    [96m日本[39m                 [7m|[0;4m[93m[49m    [96m argument[94m$[39m           
[0m[93m[49m 88 [39m}                    [7m|[0m[93m[49m    [94m@                    
[7m[39m<ample.c [+] 87,24    Bot <ample.c [+] 6,3-17    5%
[0m[93m[49m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[39m[49m"sample.txt" 200L, 26912B
=== screen 10 at 10866 4 0
[4m[93m  1 [39mline 1: the quick brown fox jumps over the lazy
[93m    [39m dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^
[93m    [38;5;81mI[39mx[94m$[39m                                            
[0m[93m[49m  2 [39m[48;5;242ml[49mine 2: the quick brown fox jumps over the lazy
[93m    [39m dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^
[93m    [38;5;81mI[39mxx[94m$[39m                                           
[1;7msample.txt                       1,1            Top
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[97m[41mE445: Other window contains changes
=== screen 11 at 11382 4 0
[4m[93m  5 [39mline 5: the quick brown fox jumps over the lazy
[93m    [39m dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^
[93m    [38;5;81mI[39mxxxxx[94m$[39m                                        
[0m[93m[49m  6 [39m[48;5;242ml[49mine 6: the quick brown fox jumps over the lazy
[93m    [39m dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^
[93m    [38;5;81mI[39mxxxxxx[94m$[39m                                       
[1;7msample.txt                       5,1             2%
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[97m[41mE445: Other window contains changes
=== screen 12 at 12146 4 3
[93m  3 [39m[48;5;242ml[49mine 3: the quick brown fox jumps over the lazy
[93m    [39m dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^
[93m    [38;5;81mI[39mxxx[94m$[39m                                          
[4m[93m  4 [39mline 4: the quick brown fox jumps over the lazy
[93m    [39m dog, 日本語 and b[38;5;81m^H[39mbo[38;5;81m^H[39mol[38;5;81m^H[39mld[38;5;81m^H[39md _[38;5;81m^H[39mu_[38;5;81m^H[39mn too[38;5;81m^
[93m    [38;5;81mI[39mxxxx[94m$[39m                                         
[0;1;7m[39m[49msample.txt                       4,1             1%
[0m[93m[49m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 86 [39m        [93mreturn[39m [95m0[39m;
[93m 87 [96m// added at the end 日本[39m              
[93m 88 [39m}                                              
[7msample.c [+]                     87,24-23       Bot
[0m[97m[41mE445: Other window contains changes
=== screen 13 at 13388 26 12
[93m 79 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 80 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 81 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 82 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 83 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m                               
[93m 84 [39m        [93mfor[39m ([30m[103mint[39m[49m i = [95m0[39m; i < argc; i++)         
[93m 85 [39m                pr[30m[103mint[39m[49mf([95m"[38;5;224m%s[95m [38;5;224m%d\n[95m"[39m, argv[i], i); 
[93m    [96m// each argument[39m 
[93m 86 [39m        [93mreturn[39m [95m0[39m;                     
[93m 87 [96m// added at the end 日本[39m                       
[1;7msample.c [+]                     87,24-23       98%
[0m[39m[49m:q!
