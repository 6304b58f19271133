=== screen 1 at 1073 50 14

  [36m  0[1m[39m[[0m[39m[49m              [1m[90m0.0%[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr
[0m[39m[49m  [36m  1[1m[39m[[0m[39m[49m              [1m[90m0.0%[39m][0m[39m[49m [36mLoad average: [1m[39m14.67 [36m7.7
[0m[39m[49m  [36mMem[1m[39m[[0m[32m[49m|[1m[34m|[0m[35m[49m|[33m||[1m[90m   802M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:54
[0m[39m[49m  [36mSwp[1m[39m[[90m             0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mMain[32m][39m[49m [34m[44m[[30mI/O[34m]
[30m[42m    PID USER       PRI  NI  VIRT   RES   SHR S [46m CPU
[39m     [30m 1 root        30  10  4976  3848  3328 R   0.





[39m[49mF1[30m[46mHelp  [39m[49mF2[30m[46mSetup [39m[49mF3[30m[46mSearch[39m[49mF4[30m[46mFilter[39m[49mF5[30m[46mTree  [39m[49mF6[30m[46mSortBy[39m[49mF7[30m[46mN
=== screen 2 at 1543 50 14

  [36m  0[1m[39m[[0m[39m[49m              [1m[90m0.0%[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr
[0m[39m[49m  [36m  1[1m[39m[[0m[39m[49m              [1m[90m0.0%[39m][0m[39m[49m [36mLoad average: [1m[39m14.67 [36m7.7
[0m[39m[49m  [36mMem[1m[39m[[0m[32m[49m|[1m[34m|[0m[35m[49m|[33m||[1m[90m   802M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:54
[0m[39m[49m  [36mSwp[1m[39m[[90m             0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mMain[32m][39m[49m [34m[44m[[30mI/O[34m]
[30m[42m    PID USER       PRI  NI  VIRT   RES   SHR S [46m CPU
[39m     [30m 1 root        30  12  4976  3848  3328 R   0.





[39m[49mF1[30m[46mHelp  [39m[49mF2[30m[46mSetup [39m[49mF3[30m[46mSearch[39m[49mF4[30m[46mFilter[39m[49mF5[30m[46mTree  [39m[49mF6[30m[46mSortBy[39m[49mF7[30m[46mN
=== screen 3 at 2538 17 13

  [36m  0[1m[39m[[34m||||||||||||10[0m[32m[49m0.0%[1m[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr
[0m[39m[49m  [36m  1[1m[39m[[34m||||[0m[32m[49m||||||||100.[31m0%[1m[39m][0m[39m[49m [36mLoad average: [1m[39m14.67 [36m7.7
[0m[39m[49m  [36mMem[1m[39m[[0m[32m[49m|[1m[34m|[0m[35m[49m|[33m||[1m[90m   817M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:55
[0m[39m[49m  [36mSwp[1m[39m[[90m             0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mSetup[32m][39m[49m     
[30m[42mCategories      [39m[49m [30m[42mDisplay options[39m                   
[30m[46mDisplay options [39m[49m [30m[47mFor current screen tab: Main[39m      
[49mHeader layout    [36m[[1m[39m [0m[36m[49m]    [39mTree view
Meters           [36m[[1m[39m [0m[36m[49m]    [39m- Tree view is always sorte
Screens          [36m[[1m[39m [0m[36m[49m]    [39m- Tree view is collapsed by
Colors           [1m[36mGlobal options:
[0m[39m[49m                 [36m[[1m[39mx[0m[36m[49m]    [39mShow tabs for screens
F1[30m[46m      [39m[49mF2[30m[46m      [39m[49mF3[30m[46m      [39m[49mF4[30m[46m      [39m[49mF5[30m[46m      [39m[49mF6[30m[46m      [39m[49mF7[46m 
=== screen 4 at 3094 50 14

  [36m  0[1m[39m[[34m||||||||||||10[0m[32m[49m0.0%[1m[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr
[0m[39m[49m  [36m  1[1m[39m[[34m||||[0m[32m[49m||||||||100.[31m0%[1m[39m][0m[39m[49m [36mLoad average: [1m[39m14.67 [36m7.7
[0m[39m[49m  [36mMem[1m[39m[[0m[32m[49m|[1m[34m|[0m[35m[49m|[33m||[1m[90m   817M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:55
[0m[39m[49m  [36mSwp[1m[39m[[90m             0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mMain[32m][39m[49m [34m[44m[[30mI/O[34m]
[30m[42m    PID USER       PRI  NI  VIRT   RES   SHR S [46m CPU
[39m     [30m 1 root        32  13  4976  3868  3328 R   0.





[39m[49mF1[30m[46mHelp  [39m[49mF2[30m[46mSetup [39m[49mF3[30m[46mSearch[39m[49mF4[30m[46mFilter[39m[49mF5[30m[46mTree  [39m[49mF6[30m[46mSortBy[39m[49mF7[30m[46mN
=== screen 5 at 3155 0 0















=== screen 6 at 3155 0 0















=== screen 7 at 3155 0 0















=== screen 8 at 3155 0 0















=== screen 9 at 3155 0 0















