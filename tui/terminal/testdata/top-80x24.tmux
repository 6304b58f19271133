=== screen 1 at 1667 0 23
top - 12:09:42 up 57 min,  0 user,  load average: 14.78, 7.88, 3.80
Tasks:[1m   1 [0m[39m[49mtotal,[1m   1 [0m[39m[49mrunning,[1m   0 [0m[39m[49msleeping,[1m   0 [0m[39m[49mstopped,[1m   0 [0m[39m[49mzombie
%Cpu(s):[1m  0.0 [0m[39m[49mus,[1m  0.0 [0m[39m[49msy,[1m100.0 [0m[39m[49mni,[1m  0.0 [0m[39m[49mid,[1m  0.0 [0m[39m[49mwa,[1m  0.0 [0m[39m[49mhi,[1m  0.0 [0m[39m[49msi,[1m  0.0 [0m[39m[49mst 
MiB Mem :[1m  24105.6 [0m[39m[49mtotal,[1m  21314.8 [0m[39m[49mfree,[1m   1144.8 [0m[39m[49mused,[1m   1947.9 [0m[39m[49mbuff/cache     
MiB Swap:[1m      0.0 [0m[39m[49mtotal,[1m      0.0 [0m[39m[49mfree,[1m      0.0 [0m[39m[49mused.[1m  22960.8 [0m[39m[49mavail Mem 

[7m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[39m[49m      1 root      30  10    9060   5316   3204 R   0.0   0.0   0:00.00 top      
















=== screen 2 at 5259 0 23
top - 12:09:43 up 57 min,  0 user,  load average: 14.78, 7.88, 3.80
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mstopped,[1m[39m   0 [0m[31m[49mzombie
%Cpu(s):[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31mMiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21292.4 [0m[31m[49mfree,[1m[39m   1168.0 [0m[31m[49mused,[1m[39m   1947.0 [0m[31m[49mbuff/cache[39m     
[31mMiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mused.[1m[39m  22937.6 [0m[31m[49mavail Mem 

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[31m[49m      1 root      30  10    9060   5324   3204 R   0.0   0.0   0:00.00 top      
















=== screen 3 at 8851 0 23
top - 12:09:43 up 57 min,  0 user,  load average: 14.78, 7.88, 3.80
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mstopped,[1m[39m   0 [0m[31m[49mzombie
%Cpu(s):[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31mMiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21280.7 [0m[31m[49mfree,[1m[39m   1179.8 [0m[31m[49mused,[1m[39m   1946.8 [0m[31m[49mbuff/cache[39m     
[31mMiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mused.[1m[39m  22925.8 [0m[31m[49mavail Mem 

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[31m[49m      1 root      30  10    9060   5324   3204 R   0.0   0.0   0:00.00 top      
















=== screen 4 at 13293 0 23
top - 12:09:44 up 58 min,  0 user,  load average: 14.78, 7.88, 3.80
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mstopped,[1m[39m   0 [0m[31m[49mzombie
%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31m%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31mMiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21262.2 [0m[31m[49mfree,[1m[39m   1198.3 [0m[31m[49mused,[1m[39m   1946.8 [0m[31m[49mbuff/cache[39m     
[31mMiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mused.[1m[39m  22907.2 [0m[31m[49mavail Mem 

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[31m[49m      1 root      30  10    9060   5324   3204 R   0.0   0.0   0:00.00 top      















=== screen 5 at 17955 30 23
[1mHelp for Interactive Commands[0m[39m[49m - procps-ng 4.0.2
Window [7m[33m1:Def[0m[39m[49m: [31mCumulative mode [1m[39mOff[0m[39m[49m.  [7m[33mSystem[0m[39m[49m: [31mDelay [1m[39m100.0 secs[0m[39m[49m; [31mSecure mode [1m[39mOff[0m[39m[49m.

[1m[31m  Z[0m[39m[49m,[1m[31mB[0m[39m[49m,E,e   Global: '[1mZ[0m[39m[49m' colors; '[1mB[0m[39m[49m' bold; '[1mE[0m[39m[49m'/'[1me[0m[39m[49m' summary/task memory scale
  l,t,m,I   Toggle: '[1ml[0m[39m[49m' load avg; '[1mt[0m[39m[49m' task/cpu; '[1mm[0m[39m[49m' memory; '[1mI[0m[39m[49m' Irix mode
  0,1,2,3,4 Toggle: '[1m0[0m[39m[49m' zeros; '[1m1[0m[39m[49m/[1m2[0m[39m[49m/[1m3[0m[39m[49m' cpu/numa views; '[1m4[0m[39m[49m' cpus two abreast
  f,X       Fields: '[1mf[0m[39m[49m' add/remove/order/sort; '[1mX[0m[39m[49m' increase fixed-width fields

  L,&,<,> . Locate: '[1mL[0m[39m[49m'/'[1m&[0m[39m[49m' find/again; Move sort column: '[1m<[0m[39m[49m'/'[1m>[0m[39m[49m' left/right
  R,H,J,C . Toggle: '[1mR[0m[39m[49m' Sort; '[1mH[0m[39m[49m' Threads; '[1mJ[0m[39m[49m' Num justify; '[1mC[0m[39m[49m' Coordinates
  c,i,S,j . Toggle: '[1mc[0m[39m[49m' Cmd name/line; '[1mi[0m[39m[49m' Idle; '[1mS[0m[39m[49m' Time; '[1mj[0m[39m[49m' Str justify
[1m[31m  x[0m[39m[49m,[1m[31my[0m[39m[49m     . Toggle highlights: '[1mx[0m[39m[49m' sort field; '[1my[0m[39m[49m' running tasks
[1m[31m  z[0m[39m[49m,[1m[31mb[0m[39m[49m     . Toggle: '[1mz[0m[39m[49m' color/mono; '[1mb[0m[39m[49m' bold/reverse (only if 'x' or 'y')
  u,U,o,O . Filter by: '[1mu[0m[39m[49m'/'[1mU[0m[39m[49m' effective/any user; '[1mo[0m[39m[49m'/'[1mO[0m[39m[49m' other criteria
  n,#,^O  . Set: '[1mn[0m[39m[49m'/'[1m#[0m[39m[49m' max tasks displayed; Show: [1mCtrl[0m[39m[49m+'[1mO[0m[39m[49m' other filter(s)
  V,v,F   . Toggle: '[1mV[0m[39m[49m' forest view; '[1mv[0m[39m[49m' hide/show children; '[1mF[0m[39m[49m' keep focused

  d,k,r,^R '[1md[0m[39m[49m' set delay; '[1mk[0m[39m[49m' kill; '[1mr[0m[39m[49m' renice; [1mCtrl[0m[39m[49m+'[1mR[0m[39m[49m' renice autogroup
  ^G,K,N,U  View: ctl groups [1m^G[0m[39m[49m; cmdline [1m^K[0m[39m[49m; environment [1m^N[0m[39m[49m; supp groups [1m^U
[0m[39m[49m  W,Y,!,^E  Write cfg '[1mW[0m[39m[49m'; Inspect '[1mY[0m[39m[49m'; Combine Cpus '[1m![0m[39m[49m'; Scale time [1m^E[0m[39m[49m'
  q         Quit
          ( commands shown with '.' require a [1mvisible[0m[39m[49m task display [1mwindow[0m[39m[49m ) 
Press '[1mh[0m[39m[49m' or '[1m?[0m[39m[49m' for help with [1mWindows[0m[39m[49m,
Type 'q' or <Esc> to continue 
=== screen 6 at 22397 0 23
top - 12:09:45 up 58 min,  0 user,  load average: 14.78, 7.88, 3.80
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mstopped,[1m[39m   0 [0m[31m[49mzombie[39m          
[31m%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31m%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31mMiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21208.7 [0m[31m[49mfree,[1m[39m   1228.8 [0m[31m[49mused,[1m[39m   1969.8 [0m[31m[49mbuff/cache[39m     
[31mMiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mused.[1m[39m  22876.8 [0m[31m[49mavail Mem 

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[31m[49m      1 root      30  10    9060   5324   3204 R   0.0   0.0   0:00.00 top      















=== screen 7 at 26378 80 21
[1mFields Management[0m[39m[49m for window [7m[33m1:Def[0m[39m[49m, whose current sort field is [1m%CPU
[0m[39m[49m   Navigate with Up/Dn, Right selects for move then <Enter> or Left commits,
   'd' or <Space> toggles display, 's' sets sort.  Use 'q' or <Esc> to end!

*[1m PID      = Process[0m[39m[49m  PGRP     = Process  OOMs     = OOMEM S  RSS      = Res Mem
*[1m USER     = Effecti[0m[39m[49m  TTY      = Control  ENVIRON  = Environ  PSS      = Proport
*[1m PR       = Priorit[0m[39m[49m  TPGID    = Tty Pro  vMj      = Major F  PSan     = Proport
*[1m NI       = Nice Va[0m[39m[49m  SID      = Session  vMn      = Minor F  PSfd     = Proport
*[1m VIRT     = Virtual[0m[39m[49m  nTH      = Number   USED     = Res+Swa  PSsh     = Proport
*[1m RES      = Residen[0m[39m[49m  P        = Last Us  nsIPC    = IPC nam  USS      = Unique 
*[1m SHR      = Shared [0m[39m[49m  TIME     = CPU Tim  nsMNT    = MNT nam  ioR      = I/O Byt
*[1m S        = Process[0m[39m[49m  SWAP     = Swapped  nsNET    = NET nam  ioRop    = I/O Rea
*[1m [7m[33m%CPU    [0;1m[39m[49m = CPU Usa[0m[39m[49m  CODE     = Code Si  nsPID    = PID nam  ioW      = I/O Byt
*[1m %MEM     = Memory [0m[39m[49m  DATA     = Data+St  nsUSER   = USER na  ioWop    = I/O Wri
*[1m TIME+    = CPU Tim[0m[39m[49m  nMaj     = Major P  nsUTS    = UTS nam  AGID     = Autogro
*[1m COMMAND  = Command[0m[39m[49m  nMin     = Minor P  LXC      = LXC con  AGNI     = Autogro
  PPID     = Parent   nDRT     = Dirty P  RSan     = RES Ano  STARTED  = Start T
  UID      = Effecti  WCHAN    = Sleepin  RSfd     = RES Fil  ELAPSED  = Elapsed
  RUID     = Real Us  Flags    = Task Fl  RSlk     = RES Loc  %CUU     = CPU Uti
  RUSER    = Real Us  CGROUPS  = Control  RSsh     = RES Sha  %CUC     = Utiliza
  SUID     = Saved U  SUPGIDS  = Supp Gr  CGNAME   = Control  nsCGROUP = CGRP na
  SUSER    = Saved U  SUPGRPS  = Supp Gr  NU       = Last Us  nsTIME   = TIME na
  GID      = Group I  TGID     = Thread   LOGID    = Login U
  GROUP    = Group N  OOMa     = OOMEM A  EXE      = Executa
=== screen 8 at 30820 0 23
top - 12:09:46 up 58 min,  0 user,  load average: 14.78, 7.88, 3.80 
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mstopped,[1m[39m   0 [0m[31m[49mzombie[39m        
[31m%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31m%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31mMiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21297.3 [0m[31m[49mfree,[1m[39m   1138.9 [0m[31m[49mused,[1m[39m   1971.4 [0m[31m[49mbuff/cache[39m     
[31mMiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mused.[1m[39m  22966.7 [0m[31m[49mavail Mem [39m     

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[31m[49m      1 root      30  10    9060   5324   3204 R   0.0   0.0   0:00.00 top      















=== screen 9 at 30851 0 23
[31mTasks:[1m[39m   1 [0m[31m[49mtotal,[1m[39m   1 [0m[31m[49mrunning,[1m[39m   0 [0m[31m[49msleeping,[1m[39m   0 [0m[31m[49mstopped,[1m[39m   0 [0m[31m[49mzombie[39m        
[31m%Cpu0  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31m%Cpu1  :[1m[39m  0.0 [0m[31m[49mus,[1m[39m  0.0 [0m[31m[49msy,[1m[39m  0.0 [0m[31m[49mni,[1m[39m100.0 [0m[31m[49mid,[1m[39m  0.0 [0m[31m[49mwa,[1m[39m  0.0 [0m[31m[49mhi,[1m[39m  0.0 [0m[31m[49msi,[1m[39m  0.0 [0m[31m[49mst[39m 
[31mMiB Mem :[1m[39m  24105.6 [0m[31m[49mtotal,[1m[39m  21297.3 [0m[31m[49mfree,[1m[39m   1138.9 [0m[31m[49mused,[1m[39m   1971.4 [0m[31m[49mbuff/cache[39m     
[31mMiB Swap:[1m[39m      0.0 [0m[31m[49mtotal,[1m[39m      0.0 [0m[31m[49mfree,[1m[39m      0.0 [0m[31m[49mused.[1m[39m  22966.7 [0m[31m[49mavail Mem [39m     

[7m[33m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND  
[0;1m[31m[49m      1 root      30  10    9060   5324   3204 R   0.0   0.0   0:00.00 top      
















