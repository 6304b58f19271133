=== screen 1 at 741 2 0
$ 






















[30m[42m[0] 0:bash*                                                                     
=== screen 2 at 2241 2 22
39
40
41
42
43
44
45
46
47
48
49
50
51
52
53
54
55
56
57
58
59
60
$ 
[30m[42m[0] 0:bash*                                                                     
=== screen 3 at 3094 43 0
39                                      │$ 
40                                      │
41                                      │
42                                      │
43                                      │
44                                      │
45                                      │
46                                      │
47                                      │
48                                      │
49                                      │
50                                      │
51                                      [32m│
[39m52                                      [32m│
[39m53                                      [32m│
[39m54                                      [32m│
[39m55                                      [32m│
[39m56                                      [32m│
[39m57                                      [32m│
[39m58                                      [32m│
[39m59                                      [32m│
[39m60                                      [32m│
[39m$                                       [32m│
[30m[42m[0] 0:bash*                                                                     
=== screen 4 at 3885 43 22
39                                      │[1m[32mblkid[0m[39m[49m                            
40                                      │[1m[32mblkzone
[0m[39m[49m41                                      │[1m[32mblockdev
[0m[39m[49m42                                      │[1m[32mbridge
[0m[39m[49m43                                      │[1m[32mcapsh
[0m[39m[49m44                                      │[1m[32mchcpu
[0m[39m[49m45                                      │[1m[32mchgpasswd
[0m[39m[49m46                                      │[1m[32mchmem
[0m[39m[49m47                                      │[1m[32mchpasswd
[0m[39m[49m48                                      │[1m[32mchroot
[0m[39m[49m49                                      │[1m[36mcpgr
[0m[39m[49m50                                      │[1m[32mcppw
[0m[39m[49m51                                      [32m│[1mctrlaltdel
[0m[39m[49m52                                      [32m│[1mdcb
[0m[39m[49m53                                      [32m│[1mdebugfs
[0m[39m[49m54                                      [32m│[1m[36mdelgroup
[0m[39m[49m55                                      [32m│[1mdeluser
[0m[39m[49m56                                      [32m│[1mdevlink
[0m[39m[49m57                                      [32m│[1mdmsetup
[0m[39m[49m58                                      [32m│[1m[36mdmstats
[0m[39m[49m59                                      [32m│[1mdocker-proxy
[0m[39m[49m60                                      [32m│[1mdockerd
[0m[39m[49m$                                       [32m│[39m$ 
[30m[42m[0] 0:bash*                                                                     
=== screen 5 at 5144 43 12
39                                      │[1m[32mctrlaltdel[0m[39m[49m                       
40                                      │[1m[32mdcb[0m[39m[49m    
41                                      │[1m[32mdebugfs[0m[39m[49m 
42                                      │[1m[36mdelgroup
[0m[39m[49m43                                      │[1m[32mdeluser
[0m[39m[49m44                                      │[1m[32mdevlink
[0m[39m[49m45                                      │[1m[32mdmsetup[0m[39m[49m  
46                                      │[1m[36mdmstats
[0m[39m[49m47                                      │[1m[32mdocker-proxy
[0m[39m[49m48                                      │[1m[32mdockerd
[0m[39m[49m49                                      │$   
50                                      [32m├───────────────────────────────────────
[39m51                                      [32m│[39m$         
52                                      [32m│[39m   
53                                      [32m│[39m       
54                                      [32m│[39m        
55                                      [32m│[39m       
56                                      [32m│[39m       
57                                      [32m│[39m       
58                                      [32m│[39m       
59                                      [32m│[39m            
60                                      [32m│[39m       
$                                       [32m│[39m  
[30m[42m[0] 0:bash*                                                                     
=== screen 6 at 6100 51 22
39                                      │[1m[32mctrlaltdel[0m[39m[49m                       
40                                      │[1m[32mdcb[0m[39m[49m    
41                                      │[1m[32mdebugfs[0m[39m[49m 
42                                      │[1m[36mdelgroup
[0m[39m[49m43                                      │[1m[32mdeluser
[0m[39m[49m44                                      │[1m[32mdevlink
[0m[39m[49m45                                      │[1m[32mdmsetup[0m[39m[49m  
46                                      │[1m[36mdmstats
[0m[39m[49m47                                      │[1m[32mdocker-proxy
[0m[39m[49m48                                      │[1m[32mdockerd
[0m[39m[49m49                                      │$   
50                                      [32m├───────────────────────────────────────
[39m51                                      [32m│[39mline 1: the quick brown fox jumps over 
52                                      [32m│[39mthe lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
53                                      [32m│[39m        x                              
54                                      [32m│[39mline 2: the quick brown fox jumps over 
55                                      [32m│[39mthe lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
56                                      [32m│[39m        xx                             
57                                      [32m│[39mline 3: the quick brown fox jumps over 
58                                      [32m│[39mthe lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
59                                      [32m│[39m        xxx         
60                                      [32m│[39mline 4: the quick brown fox jumps over 
$                                       [32m│[7m[39msample.txt
[0m[30m[42m[0] 0:bash*                                                                     
=== screen 7 at 7141 46 22
39                                      │[1m[32mctrlaltdel[0m[39m[49m                       
40                                      │[1m[32mdcb[0m[39m[49m    
41                                      │[1m[32mdebugfs[0m[39m[49m 
42                                      │[1m[36mdelgroup
[0m[39m[49m43                                      │[1m[32mdeluser
[0m[39m[49m44                                      │[1m[32mdevlink
[0m[39m[49m45                                      │[1m[32mdmsetup[0m[39m[49m  
46                                      │[1m[36mdmstats
[0m[39m[49m47                                      │[1m[32mdocker-proxy
[0m[39m[49m48                                      │[1m[32mdockerd
[0m[39m[49m49                                      │$   
50                                      [32m├───────────────────────────────────────
[39m51                                      [32m│[39m        xxxxxxxxxxxxxxxxx              
52                                      [32m│[39mline 198: the quick brown fox jumps ove
53                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
54                                      [32m│[39m        xxxxxxxxxxxxxxxxxx             
55                                      [32m│[39mline 199: the quick brown fox jumps ove
56                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
57                                      [32m│[39m        xxxxxxxxxxxxxxxxxxx            
58                                      [32m│[39mline 200: the quick brown fox jumps ove
59                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
60                                      [32m│[39m        xxxxxxxxxxxxxxxxxxxx           
$                                       [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:less*                                                                     
=== screen 8 at 7553 2 22
39                                      [32m│[1mctrlaltdel[0m[39m[49m                       
40                                      [32m│[1mdcb[0m[39m[49m    
41                                      [32m│[1mdebugfs[0m[39m[49m 
42                                      [32m│[1m[36mdelgroup
[0m[39m[49m43                                      [32m│[1mdeluser
[0m[39m[49m44                                      [32m│[1mdevlink
[0m[39m[49m45                                      [32m│[1mdmsetup[0m[39m[49m  
46                                      [32m│[1m[36mdmstats
[0m[39m[49m47                                      [32m│[1mdocker-proxy
[0m[39m[49m48                                      [32m│[1mdockerd
[0m[39m[49m49                                      [32m│[39m$   
50                                      [32m├[39m───────────────────────────────────────
51                                      [32m│[39m        xxxxxxxxxxxxxxxxx              
52                                      [32m│[39mline 198: the quick brown fox jumps ove
53                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
54                                      [32m│[39m        xxxxxxxxxxxxxxxxxx             
55                                      [32m│[39mline 199: the quick brown fox jumps ove
56                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
57                                      [32m│[39m        xxxxxxxxxxxxxxxxxxx            
58                                      [32m│[39mline 200: the quick brown fox jumps ove
59                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
60                                      [32m│[39m        xxxxxxxxxxxxxxxxxxxx           
$                                       [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:less*                                                                     
=== screen 9 at 9418 0 0
#include <stdio.h>                      [32m│[1mctrlaltdel[0m[39m[49m                       
                                        [32m│[1mdcb[0m[39m[49m    
/* A comment, with ümläuts and 日本語. *[32m│[1mdebugfs[0m[39m[49m 
/                                       [32m│[1m[36mdelgroup
[0m[39m[49mint main(int argc, char **argv)         [32m│[1mdeluser
[0m[39m[49m{                                       [32m│[1mdevlink
[0m[39m[49m        for (int i = 0; i < argc; i++)  [32m│[1mdmsetup[0m[39m[49m  
                printf("%s %d\n", argv[i[32m│[1m[36mdmstats
[0m[39m[49m], i); // each argument                 [32m│[1mdocker-proxy
[0m[39m[49m        for (int i = 0; i < argc; i++)  [32m│[1mdockerd
[0m[39m[49m                printf("%s %d\n", argv[i[32m│[39m$   
], i); // each argument                 [32m├[39m───────────────────────────────────────
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxx              
                printf("%s %d\n", argv[i[32m│[39mline 198: the quick brown fox jumps ove
], i); // each argument                 [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxxx             
                printf("%s %d\n", argv[i[32m│[39mline 199: the quick brown fox jumps ove
], i); // each argument                 [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxxxx            
                printf("%s %d\n", argv[i[32m│[39mline 200: the quick brown fox jumps ove
], i); // each argument                 [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxxxxx           
"sample.c" 87 lines, 3394 bytes         [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:bash*                                                                     
=== screen 10 at 11252 0 0
#include <stdio.h>

/* A comment, with ümläuts and 日本語. */
int main(int argc, char **argv)
{
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)
                printf("%s %d\n", argv[i], i); // each argument
        for (int i = 0; i < argc; i++)

[30m[42m[0] 0:vim*Z                                                                     
=== screen 11 at 14272 0 0
#include <stdio.h>                      [32m│[1mctrlaltdel
[0m[39m[49m                                        [32m│[1mdcb
[0m[39m[49m/* A comment, with ümläuts and 日本語. *[32m│[1mdebugfs
[0m[39m[49m/                                       [32m│[1m[36mdelgroup
[0m[39m[49mint main(int argc, char **argv)         [32m│[1mdeluser
[0m[39m[49m{                                       [32m│[1mdevlink
[0m[39m[49m        for (int i = 0; i < argc; i++)  [32m│[1mdmsetup[0m[39m[49m               
                printf("%s %d\n", argv[i[32m│[1m[36mdmstats
[0m[39m[49m], i); // each argument                 [32m│[1mdocker-proxy[0m[39m[49m          
        for (int i = 0; i < argc; i++)  [32m│[1mdockerd
[0m[39m[49m                printf("%s %d\n", argv[i[32m│[39m$                     
], i); // each argument                 [32m├[39m───────────────────────────────────────
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxx
                printf("%s %d\n", argv[i[32m│[39mline 198: the quick brown fox jumps ove
], i); // each argument                 [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxxx
                printf("%s %d\n", argv[i[32m│[39mline 199: the quick brown fox jumps ove
], i); // each argument                 [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxxxx
                printf("%s %d\n", argv[i[32m│[39mline 200: the quick brown fox jumps ove
], i); // each argument                 [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [32m│[39m        xxxxxxxxxxxxxxxxxxxx
                                        [32m│[7m[39m(END)
[0m[30m[42m[0] 0:vim*                                                                      
=== screen 12 at 16060 0 0
#include <stdio.h>                [30m[43m[0/40][33m[49m│[1m[32mctrlaltdel
[0m[39m[49m                                        [33m│[1m[32mdcb
[0m[39m[49m/* A comment, with ümläuts and 日本語. *[33m│[1m[32mdebugfs
[0m[39m[49m/                                       [33m│[1m[36mdelgroup
[0m[39m[49mint main(int argc, char **argv)         [33m│[1m[32mdeluser
[0m[39m[49m{                                       [33m│[1m[32mdevlink
[0m[39m[49m        for (int i = 0; i < argc; i++)  [33m│[1m[32mdmsetup[0m[39m[49m               
                printf("%s %d\n", argv[i[33m│[1m[36mdmstats
[0m[39m[49m], i); // each argument                 [33m│[1m[32mdocker-proxy[0m[39m[49m          
        for (int i = 0; i < argc; i++)  [33m│[1m[32mdockerd
[0m[39m[49m                printf("%s %d\n", argv[i[33m│[39m$                     
], i); // each argument                 [33m├[39m───────────────────────────────────────
        for (int i = 0; i < argc; i++)  [33m│[39m        xxxxxxxxxxxxxxxxx
                printf("%s %d\n", argv[i[33m│[39mline 198: the quick brown fox jumps ove
], i); // each argument                 [33m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [33m│[39m        xxxxxxxxxxxxxxxxxx
                printf("%s %d\n", argv[i[33m│[39mline 199: the quick brown fox jumps ove
], i); // each argument                 [33m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [33m│[39m        xxxxxxxxxxxxxxxxxxx
                printf("%s %d\n", argv[i[33m│[39mline 200: the quick brown fox jumps ove
], i); // each argument                 [33m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
        for (int i = 0; i < argc; i++)  [33m│[39m        xxxxxxxxxxxxxxxxxxxx
                                        [33m│[7m[39m(END)
[0m[30m[42m[0] 0:[tmux]*                                                                   
=== screen 13 at 18146 2 22
40                                      [32m│[1mctrlaltdel
[0m[39m[49m41                                      [32m│[1mdcb
[0m[39m[49m42                                      [32m│[1mdebugfs
[0m[39m[49m43                                      [32m│[1m[36mdelgroup
[0m[39m[49m44                                      [32m│[1mdeluser
[0m[39m[49m45                                      [32m│[1mdevlink
[0m[39m[49m46                                      [32m│[1mdmsetup[0m[39m[49m               
47                                      [32m│[1m[36mdmstats
[0m[39m[49m48                                      [32m│[1mdocker-proxy[0m[39m[49m          
49                                      [32m│[1mdockerd
[0m[39m[49m50                                      [32m│[39m$                     
51                                      [32m├[39m───────────────────────────────────────
52                                      [32m│[39m        xxxxxxxxxxxxxxxxx
53                                      [32m│[39mline 198: the quick brown fox jumps ove
54                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
55                                      [32m│[39m        xxxxxxxxxxxxxxxxxx
56                                      [32m│[39mline 199: the quick brown fox jumps ove
57                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
58                                      [32m│[39m        xxxxxxxxxxxxxxxxxxx
59                                      [32m│[39mline 200: the quick brown fox jumps ove
60                                      [32m│[39mr the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too 
$ vim -u NONE sample.c                  [32m│[39m        xxxxxxxxxxxxxxxxxxxx
$                                       [32m│[7m[39m(END)
[0m[30m[42m[0] 0:vim*                                                                      
=== screen 14 at 18402 2 0
$ 






















[30m[42m[0] 0:bash- 1:PS1=\*                                                            
=== screen 15 at 19611 0 2
(0) - 0: 2 windows (attached)
(1) ├─> + 0: bash-
[30m[43m(2) └─>   1: bash*








[39m[49m┌ 1 (sort: index) ─────────────────────────────────────────────────────────────┐
│ $ [7m [0m[39m[49m                                                                          │
│                                                                              │
│                                                                              │
│                                                                              │
│                                     ┌───┐                                    │
│                                     │[31m 0 [39m│                                    │
│                                     └───┘                                    │
│                                                                              │
│                                                                              │
│                                                                              │
└──────────────────────────────────────────────────────────────────────────────┘
[30m[42m[0] 0:bash- 1:bash*                                                             
=== screen 16 at 19855 4 0
$ &y                         






















[30m[42m[0] 0:bash- 1:[tmux]*                                                           
=== screen 17 at 19987 5 0
$ &&yy                       






















[30m[42m[0] 0:bash- 1:bash*                                                             
