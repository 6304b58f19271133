=== screen 1 at 1301 81 42

  [36m  0[1m[39m[[0m[39m[49m                                                      [1m[90m0.0%[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr[0m[36m[49m; [1m[32m2[0m[36m[49m running
[39m  [36m  1[1m[39m[[0m[39m[49m                                                      [1m[90m0.0%[39m][0m[39m[49m [36mLoad average: [1m[39m14.90 [36m7.67 [0m[36m[49m3.68 
[39m  [36mMem[1m[39m[[0m[32m[49m||[1m[34m|[0m[35m[49m|[33m|||||[39m                                       [1m[90m777M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:50
[0m[39m[49m  [36mSwp[1m[39m[[0m[39m[49m                                                     [1m[90m0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mMain[32m][39m[49m [34m[44m[[30mI/O[34m]
[30m[42m    PID USER       PRI  NI  VIRT   RES   SHR S [46m CPU%▽[42mMEM%   TIME+  Command
[39m[46m     [30m 1 root        30  10  5372  4180  3240 R   0.0  0.0  0:00.00 htop -d 100

































[39m[49mF1[30m[46mHelp  [39m[49mF2[30m[46mSetup [39m[49mF3[30m[46mSearch[39m[49mF4[30m[46mFilter[39m[49mF5[30m[46mTree  [39m[49mF6[30m[46mSortBy[39m[49mF7[30m[46mNice -[39m[49mF8[30m[46mNice +[39m[49mF9[30m[46mKill  [39m[49mF10[30m[46mQuit  
=== screen 2 at 1891 81 42

  [36m  0[1m[39m[[0m[39m[49m                                                      [1m[90m0.0%[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr[0m[36m[49m; [1m[32m2[0m[36m[49m running
[39m  [36m  1[1m[39m[[0m[39m[49m                                                      [1m[90m0.0%[39m][0m[39m[49m [36mLoad average: [1m[39m14.90 [36m7.67 [0m[36m[49m3.68 
[39m  [36mMem[1m[39m[[0m[32m[49m||[1m[34m|[0m[35m[49m|[33m|||||[39m                                       [1m[90m777M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:50
[0m[39m[49m  [36mSwp[1m[39m[[0m[39m[49m                                                     [1m[90m0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mMain[32m][39m[49m [34m[44m[[30mI/O[34m]
[30m[42m    PID USER       PRI  NI  VIRT   RES   SHR S [46m CPU%▽[42mMEM%   TIME+  Command
[39m[46m     [30m 1 root        30  12  5372  4180  3240 R   0.0  0.0  0:00.00 htop -d 100

































[39m[49mF1[30m[46mHelp  [39m[49mF2[30m[46mSetup [39m[49mF3[30m[46mSearch[39m[49mF4[30m[46mFilter[39m[49mF5[30m[46mTree  [39m[49mF6[30m[46mSortBy[39m[49mF7[30m[46mNice -[39m[49mF8[30m[46mNice +[39m[49mF9[30m[46mKill  [39m[49mF10[30m[46mQuit  
=== screen 3 at 5764 17 41

  [36m  0[1m[39m[[34m|||||||||||||||||||||||||||||||||||||||||||||||[0m[32m[49m||||[31m|100.0%[1m[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr[0m[36m[49m; [1m[32m2[0m[36m[49m running
[39m  [36m  1[1m[39m[[34m|||||||||||[0m[32m[49m||||||||||||||||||||||||||||||||||||||||[31m|100.0%[1m[39m][0m[39m[49m [36mLoad average: [1m[39m14.90 [36m7.67 [0m[36m[49m3.68 
[39m  [36mMem[1m[39m[[0m[32m[49m||[1m[34m|[0m[35m[49m|[33m|||||[39m                                       [1m[90m778M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:51
[0m[39m[49m  [36mSwp[1m[39m[[0m[39m[49m                                                     [1m[90m0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mSetup[32m][39m[49m     
[30m[42mCategories      [39m[49m [30m[42mDisplay options[39m                                          
[30m[46mDisplay options [39m[49m [30m[47mFor current screen tab: Main[39m                                 
[49mHeader layout    [36m[[1m[39m [0m[36m[49m]    [39mTree view
Meters           [36m[[1m[39m [0m[36m[49m]    [39m- Tree view is always sorted by PID (htop 2 behavior)
Screens          [36m[[1m[39m [0m[36m[49m]    [39m- Tree view is collapsed by default
Colors           [1m[36mGlobal options:
[0m[39m[49m                 [36m[[1m[39mx[0m[36m[49m]    [39mShow tabs for screens
                 [36m[[1m[39m [0m[36m[49m]    [39mShadow other users' processes
                 [36m[[1m[39mx[0m[36m[49m]    [39mHide kernel threads
                 [36m[[1m[39m [0m[36m[49m]    [39mHide userland process threads
                 [36m[[1m[39m [0m[36m[49m]    [39mHide processes running in containers
                 [36m[[1m[39mx[0m[36m[49m]    [39mDisplay threads in a different color
                 [36m[[1m[39m [0m[36m[49m]    [39mShow custom thread names
                 [36m[[1m[39mx[0m[36m[49m]    [39mShow program path
                 [36m[[1m[39m [0m[36m[49m]    [39mHighlight program "basename"
                 [36m[[1m[39mx[0m[36m[49m]    [39mHighlight out-dated/removed programs (red) / libraries (yellow)
                 [36m[[1m[39m [0m[36m[49m]    [39mShadow distribution path prefixes
                 [36m[[1m[39m [0m[36m[49m]    [39mMerge exe, comm and cmdline in Command
                 [36m[[1m[39mx[0m[36m[49m]    [39m- Try to find comm in cmdline (when Command is merged)
                 [36m[[1m[39mx[0m[36m[49m]    [39m- Try to strip exe from cmdline (when Command is merged)
                 [36m[[1m[39mx[0m[36m[49m]    [39mHighlight large numbers in memory counters
                 [36m[[1m[39mx[0m[36m[49m]    [39mLeave a margin around header
                 [36m[[1m[39m [0m[36m[49m]    [39mDetailed CPU time (System/IO-Wait/Hard-IRQ/Soft-IRQ/Steal/Guest)
                 [36m[[1m[39m [0m[36m[49m]    [39mCount CPUs from 1 instead of 0
                 [36m[[1m[39m [0m[36m[49m]    [39mUpdate process names on every refresh
                 [36m[[1m[39m [0m[36m[49m]    [39mAdd guest time in CPU meter percentage
                 [36m[[1m[39mx[0m[36m[49m]    [39mAlso show CPU percentage numerically
                 [36m[[1m[39m [0m[36m[49m]    [39mAlso show CPU frequency
                 [36m[[1m[39m [0m[36m[49m]    [39mAlso show CPU temperature (requires libsensors)
                 [36m[[1m[39m [0m[36m[49m]    [39m- Show temperature in degree Fahrenheit instead of Celsius
                 [36m[[1m[39mx[0m[36m[49m]    [39mEnable the mouse
                 [36m[[1m[39m10.0[0m[36m[49m] [39mUpdate interval (in seconds)
                 [36m[[1m[39m [0m[36m[49m]    [39mHighlight new and old processes
                 [36m[[1m[39m5[0m[36m[49m]    [39m- Highlight time (in seconds)
                 [36m[[1m[39m0[0m[36m[49m]    [39mHide main function bar (0 - off, 1 - on ESC until next input, 2 - permanently)
F1[30m[46m      [39m[49mF2[30m[46m      [39m[49mF3[30m[46m      [39m[49mF4[30m[46m      [39m[49mF5[30m[46m      [39m[49mF6[30m[46m      [39m[49mF7[30m[46m      [39m[49mF8[30m[46m      [39m[49mF9[30m[46m      [39m[49mF10[30m[46mDone  
=== screen 4 at 6710 81 42

  [36m  0[1m[39m[[34m|||||||||||||||||||||||||||||||||||||||||||||||[0m[32m[49m||||[31m|100.0%[1m[39m][0m[39m[49m [36mTasks: [1m1[0m[36m[49m, [1m[32m0[0m[36m[49m thr[1m[90m, 0 kthr[0m[36m[49m; [1m[32m2[0m[36m[49m running
[39m  [36m  1[1m[39m[[34m|||||||||||[0m[32m[49m||||||||||||||||||||||||||||||||||||||||[31m|100.0%[1m[39m][0m[39m[49m [36mLoad average: [1m[39m14.90 [36m7.67 [0m[36m[49m3.68 
[39m  [36mMem[1m[39m[[0m[32m[49m||[1m[34m|[0m[35m[49m|[33m|||||[39m                                       [1m[90m778M/23.5G[39m][0m[39m[49m [36mUptime: [1m00:57:51
[0m[39m[49m  [36mSwp[1m[39m[[0m[39m[49m                                                     [1m[90m0K/0K[39m]

[0m[39m[49m  [32m[42m[[30mMain[32m][39m[49m [34m[44m[[30mI/O[34m]
[30m[42m    PID USER       PRI  NI  VIRT   RES   SHR S [46m CPU%▽[42mMEM%   TIME+  Command
[39m[46m     [30m 1 root        32  13  5372  4260  3304 R   0.0  0.0  0:00.00 htop -d 100

































[39m[49mF1[30m[46mHelp  [39m[49mF2[30m[46mSetup [39m[49mF3[30m[46mSearch[39m[49mF4[30m[46mFilter[39m[49mF5[30m[46mTree  [39m[49mF6[30m[46mSortBy[39m[49mF7[30m[46mNice -[39m[49mF8[30m[46mNice +[39m[49mF9[30m[46mKill  [39m[49mF10[30m[46mQuit  
=== screen 5 at 6771 0 0











































=== screen 6 at 6771 0 0











































=== screen 7 at 6771 0 0











































=== screen 8 at 6771 0 0











































=== screen 9 at 6771 0 0











































