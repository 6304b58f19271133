=== screen 1 at 1148 0 14
top - 12:09:55 up 58 min,  0 user,  load average: 1
Tasks:[1m   1 [0m[39m[49mtotal,[1m   1 [0m[39m[49mrunning,[1m   0 [0m[39m[49msleeping,[1m   0 [0m[39m[49mst
%Cpu(s):[1m  0.0 [0m[39m[49mus,[1m 50.0 [0m[39m[49msy,[1m 50.0 [0m[39m[49mni,[1m  0.0 [0m[39m[49mid,[1m  0.0 [0m[39m[49mw
MiB Mem :[1m  24105.6 [0m[39m[49mtotal,[1m  21312.2 [0m[39m[49mfree,[1m    982.2 [0m[39m[49mu
MiB Swap:[1m      0.0 [0m[39m[49mtotal,[1m      0.0 [0m[39m[49mfree,[1m      0.0 [0m[39m[49mu

[7m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[39m[49m      1 root      30  10    9080   5204   3120 R 







=== screen 2 at 3642 0 14
top - 12:09:55 up 58 min,  0 user,  load average: 1
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mst
%Cpu(s):[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
MiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21283.1 [0m[31m[49mfree,[1m[39m    991.5 [0m[31m[49mu
MiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mu

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[31m[49m      1 root      30  10    9080   5212   3120 R 







=== screen 3 at 6136 0 14
top - 12:09:56 up 58 min,  0 user,  load average: 1
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mst
%Cpu(s):[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
MiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21266.9 [0m[31m[49mfree,[1m[39m    987.4 [0m[31m[49mu
MiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mu

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[31m[49m      1 root      30  10    9080   5212   3120 R 







=== screen 4 at 9160 0 14
top - 12:09:56 up 58 min,  0 user,  load average: 1
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mst
%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
MiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21245.7 [0m[31m[49mfree,[1m[39m    989.7 [0m[31m[49mu
MiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mu

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[31m[49m      1 root      30  10    9080   5212   3120 R 






=== screen 5 at 12663 30 14
  R,H,J,C . Toggle: '[1mR[0m[39m[49m' Sort; '[1mH[0m[39m[49m' Threads; '[1mJ[0m[39m[49m' Num 
  c,i,S,j . Toggle: '[1mc[0m[39m[49m' Cmd name/line; '[1mi[0m[39m[49m' Idle; '[1mS
[31m  x[0m[39m[49m,[1m[31my[0m[39m[49m     . Toggle highlights: '[1mx[0m[39m[49m' sort field; '[1my[0m[39m[49m' 
[1m[31m  z[0m[39m[49m,[1m[31mb[0m[39m[49m     . Toggle: '[1mz[0m[39m[49m' color/mono; '[1mb[0m[39m[49m' bold/revers
  u,U,o,O . Filter by: '[1mu[0m[39m[49m'/'[1mU[0m[39m[49m' effective/any user; 
  n,#,^O  . Set: '[1mn[0m[39m[49m'/'[1m#[0m[39m[49m' max tasks displayed; Show:
  V,v,F   . Toggle: '[1mV[0m[39m[49m' forest view; '[1mv[0m[39m[49m' hide/show 

  d,k,r,^R '[1md[0m[39m[49m' set delay; '[1mk[0m[39m[49m' kill; '[1mr[0m[39m[49m' renice; [1mCtr
[0m[39m[49m  ^G,K,N,U  View: ctl groups [1m^G[0m[39m[49m; cmdline [1m^K[0m[39m[49m; enviro
  W,Y,!,^E  Write cfg '[1mW[0m[39m[49m'; Inspect '[1mY[0m[39m[49m'; Combine Cpu
  q         Quit
          ( commands shown with '.' require a [1mvisib
[0m[39m[49mPress '[1mh[0m[39m[49m' or '[1m?[0m[39m[49m' for help with [1mWindows[0m[39m[49m,
Type 'q' or <Esc> to continue 
=== screen 6 at 15687 0 14
top - 12:09:58 up 58 min,  0 user,  load average: 1
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mst
%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
MiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21205.4 [0m[31m[49mfree,[1m[39m    990.0 [0m[31m[49mu
MiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mu

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[31m[49m      1 root      30  10    9080   5212   3120 R [0m[39m[49m  






=== screen 7 at 16040 1 5
[1mFields Management[0m[39m[49m for window [7m[33m1:Def[0m[39m[49m, whose current s
   Navigate with Up/Dn, Right selects for move then
   'd' or <Space> toggles display, 's' sets sort.  

even using field names only, window is now too smal
l









=== screen 8 at 19064 0 14
top - 12:09:59 up 58 min,  0 user,  load average: 1
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mst
%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
MiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21162.4 [0m[31m[49mfree,[1m[39m   1001.6 [0m[31m[49mu
MiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mu

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[31m[49m      1 root      30  10    9080   5212   3120 R 






=== screen 9 at 19095 0 14
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mst
%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mw
MiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21162.4 [0m[31m[49mfree,[1m[39m   1001.6 [0m[31m[49mu
MiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mu

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S 
[0;1m[31m[49m      1 root      30  10    9080   5212   3120 R 







