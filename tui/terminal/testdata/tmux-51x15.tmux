=== screen 1 at 601 2 0
$ 













[30m[42m[0] 0:bash*                                        
=== screen 2 at 856 2 13
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
=== screen 3 at 1410 28 0
48                       │$ 
49                       │
50                       │
51                       │
52                       │
53                       │
54                       │
55                       │
56                       [32m│
[39m57                       [32m│
[39m58                       [32m│
[39m59                       [32m│
[39m60                       [32m│
[39m$                        [32m│
[30m[42m[0] 0:bash*                                        
=== screen 4 at 1917 28 13
48                       │[1m[32mchroot[0m[39m[49m                   
49                       │[1m[36mcpgr[0m[39m[49m    
50                       │[1m[32mcppw
[0m[39m[49m51                       │[1m[32mctrlaltdel
[0m[39m[49m52                       │[1m[32mdcb
[0m[39m[49m53                       │[1m[32mdebugfs
[0m[39m[49m54                       │[1m[36mdelgroup
[0m[39m[49m55                       │[1m[32mdeluser
[0m[39m[49m56                       [32m│[1mdevlink
[0m[39m[49m57                       [32m│[1mdmsetup
[0m[39m[49m58                       [32m│[1m[36mdmstats
[0m[39m[49m59                       [32m│[1mdocker-proxy
[0m[39m[49m60                       [32m│[1mdockerd
[0m[39m[49m$                        [32m│[39m$ 
[30m[42m[0] 0:bash*                                        
=== screen 5 at 2718 28 8
48                       │[1m[32mdeluser[0m[39m[49m                  
49                       │[1m[32mdevlink[0m[39m[49m 
50                       │[1m[32mdmsetup
[0m[39m[49m51                       │[1m[36mdmstats[0m[39m[49m   
52                       │[1m[32mdocker-proxy
[0m[39m[49m53                       │[1m[32mdockerd
[0m[39m[49m54                       │$       
55                       [32m├─────────────────────────
[39m56                       [32m│[39m$      
57                       [32m│[39m       
58                       [32m│[39m       
59                       [32m│[39m            
60                       [32m│[39m       
$                        [32m│[39m  
[30m[42m[0] 0:bash*                                        
=== screen 6 at 3410 36 13
48                       │[1m[32mdeluser[0m[39m[49m                  
49                       │[1m[32mdevlink[0m[39m[49m 
50                       │[1m[32mdmsetup
[0m[39m[49m51                       │[1m[36mdmstats[0m[39m[49m   
52                       │[1m[32mdocker-proxy
[0m[39m[49m53                       │[1m[32mdockerd
[0m[39m[49m54                       │$       
55                       [32m├─────────────────────────
[39m56                       [32m│[39mline 1: the quick brown f
57                       [32m│[39mox jumps over the lazy do
58                       [32m│[39mg, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too
59                       [32m│[39m        x   
60                       [32m│[39mline 2: the quick brown f
$                        [32m│[7m[39msample.txt
[0m[30m[42m[0] 0:less*                                        
=== screen 7 at 3622 31 13
48                       │[1m[32mdeluser[0m[39m[49m                  
49                       │[1m[32mdevlink[0m[39m[49m 
50                       │[1m[32mdmsetup
[0m[39m[49m51                       │[1m[36mdmstats[0m[39m[49m   
52                       │[1m[32mdocker-proxy
[0m[39m[49m53                       │[1m[32mdockerd
[0m[39m[49m54                       │$       
55                       [32m├─────────────────────────
[39m56                       [32m│[39mline 200: the quick brown
57                       [32m│[39m fox jumps over the lazy 
58                       [32m│[39mdog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m t
59                       [32m│[39moo      xxxxxxxxxxxxxxxxx
60                       [32m│[39mxxx                      
$                        [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:less*                                        
=== screen 8 at 3893 2 13
48                       [32m│[1mdeluser[0m[39m[49m                  
49                       [32m│[1mdevlink[0m[39m[49m 
50                       [32m│[1mdmsetup
[0m[39m[49m51                       [32m│[1m[36mdmstats[0m[39m[49m   
52                       [32m│[1mdocker-proxy
[0m[39m[49m53                       [32m│[1mdockerd
[0m[39m[49m54                       [32m│[39m$       
55                       [32m├[39m─────────────────────────
56                       [32m│[39mline 200: the quick brown
57                       [32m│[39m fox jumps over the lazy 
58                       [32m│[39mdog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m t
59                       [32m│[39moo      xxxxxxxxxxxxxxxxx
60                       [32m│[39mxxx                      
$                        [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:less*                                        
=== screen 9 at 4863 14 13
                         [32m│[1mdeluser[0m[39m[49m                  
                         [32m│[1mdevlink[0m[39m[49m 
                         [32m│[1mdmsetup
[0m[39m[49m                         [32m│[1m[36mdmstats[0m[39m[49m   
                         [32m│[1mdocker-proxy
[0m[39m[49m                         [32m│[1mdockerd
[0m[39m[49m                         [32m│[39m$       
                         [32m├[39m─────────────────────────
                         [32m│[39mline 200: the quick brown
                         [32m│[39m fox jumps over the lazy 
"sample.c" 87 lines, 3394[32m│[39mdog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m t
 bytes                   [32m│[39moo      xxxxxxxxxxxxxxxxx
Press ENTER or type comma[32m│[39mxxx                      
nd to continue           [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:bash*                                        
=== screen 10 at 5105 14 13










"sample.c" 87 lines, 3394                          
 bytes                                             
Press ENTER or type comma                          
nd to continue                      
[30m[42m[0] 0:vim*Z                                        
=== screen 11 at 6000 14 13
                         [32m│[1mdeluser
[0m[39m[49m                         [32m│[1mdevlink
[0m[39m[49m                         [32m│[1mdmsetup
[0m[39m[49m                         [32m│[1m[36mdmstats
[0m[39m[49m                         [32m│[1mdocker-proxy
[0m[39m[49m                         [32m│[1mdockerd
[0m[39m[49m                         [32m│[39m$ 
                         [32m├[39m─────────────────────────
                         [32m│[39mline 200: the quick brown
                         [32m│[39m fox jumps over the lazy 
"sample.c" 87 lines, 3394[32m│[39mdog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m t
 bytes                   [32m│[39moo      xxxxxxxxxxxxxxxxx
Press ENTER or type comma[32m│[39mxxx                      
nd to continue           [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:vim*                                         
=== screen 12 at 6802 14 13
                   [30m[43m[0/49][33m[49m│[1m[32mdeluser
[0m[39m[49m                         [33m│[1m[32mdevlink
[0m[39m[49m                         [33m│[1m[32mdmsetup
[0m[39m[49m                         [33m│[1m[36mdmstats
[0m[39m[49m                         [33m│[1m[32mdocker-proxy
[0m[39m[49m                         [33m│[1m[32mdockerd
[0m[39m[49m                         [33m│[39m$ 
                         [33m├[39m─────────────────────────
                         [33m│[39mline 200: the quick brown
                         [33m│[39m fox jumps over the lazy 
"sample.c" 87 lines, 3394[33m│[39mdog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m t
 bytes                   [33m│[39moo      xxxxxxxxxxxxxxxxx
Press ENTER or type comma[33m│[39mxxx                      
nd to continue           [33m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:[tmux]*                                      
=== screen 13 at 8159 2 13
49                       [32m│[1mdeluser
[0m[39m[49m50                       [32m│[1mdevlink
[0m[39m[49m51                       [32m│[1mdmsetup
[0m[39m[49m52                       [32m│[1m[36mdmstats
[0m[39m[49m53                       [32m│[1mdocker-proxy
[0m[39m[49m54                       [32m│[1mdockerd
[0m[39m[49m55                       [32m│[39m$ 
56                       [32m├[39m─────────────────────────
57                       [32m│[39mline 200: the quick brown
58                       [32m│[39m fox jumps over the lazy 
59                       [32m│[39mdog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m t
60                       [32m│[39moo      xxxxxxxxxxxxxxxxx
$ vim -u NONE sample.c   [32m│[39mxxx                      
$                        [32m│[7m[39m(END)[0m[39m[49m     
[30m[42m[0] 0:vim*                                         
=== screen 14 at 8341 2 0
$ 













[30m[42m[0] 0:bash- 1:PS1=\*                               
=== screen 15 at 8640 0 2
(0) - 0: 2 windows (attached)
(1) ├─> + 0: bash-
[30m[43m(2) └─>   1: bash*











[42m[0] 0:bash- 1:bash*                                
=== screen 16 at 8810 4 0
$ &y                         













[30m[42m[0] 0:bash- 1:[tmux]*                              
=== screen 17 at 8913 5 0
$ &&yy                       













[30m[42m[0] 0:bash- 1:bash*                                
