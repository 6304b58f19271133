=== screen 1 at 2956 31 16




[44m               [1m[36m [37m[47mlqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mk
[39m[44m               [1m[36m [37m[47mx[0m[30m[47m Choose [31mone[39m                                 [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m lqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[1m[37mk[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [1m[31m[44ma[0m[30m[47m  [1m[37m[44mApple[0m[39m[47m                  [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31mb[30m  Banana[39m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31mc[30m  Cherry[39m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31md[30m  Dr. 日本[39m               [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m m[1m[37mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mtqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mu[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[39m[47m           [1m[37m[44m<[33m  OK  [37m>[0m[39m[47m      [30m<[1mCancel[0m[30m[47m>[39m           [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mm[0m[30m[47mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[1m[40m  
[0m[39m[44m                 [1m[36m 





=== screen 2 at 3084 31 16




[44m               [1m[36m [37m[47mlqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mk
[39m[44m               [1m[36m [37m[47mx[0m[30m[47m Choose [31mone[39m                                 [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m lqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[1m[37mk[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31ma[30m  Apple[39m                  [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [1m[31m[44mb[0m[30m[47m  [1m[37m[44mBanana[0m[39m[47m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31mc[30m  Cherry[39m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31md[30m  Dr. 日本[39m               [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m m[1m[37mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mtqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mu[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[39m[47m           [1m[37m[44m<[33m  OK  [37m>[0m[39m[47m      [30m<[1mCancel[0m[30m[47m>[39m           [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mm[0m[30m[47mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[1m[40m  
[0m[39m[44m                 [1m[36m 





=== screen 3 at 3214 31 16




[44m               [1m[36m [37m[47mlqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mk
[39m[44m               [1m[36m [37m[47mx[0m[30m[47m Choose [31mone[39m                                 [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m lqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[1m[37mk[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31ma[30m  Apple[39m                  [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31mb[30m  Banana[39m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [1m[31m[44mc[0m[30m[47m  [1m[37m[44mCherry[0m[39m[47m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31md[30m  Dr. 日本[39m               [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m m[1m[37mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mtqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mu[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[39m[47m           [1m[37m[44m<[33m  OK  [37m>[0m[39m[47m      [30m<[1mCancel[0m[30m[47m>[39m           [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mm[0m[30m[47mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[1m[40m  
[0m[39m[44m                 [1m[36m 





=== screen 4 at 3342 43 16




[44m               [1m[36m [37m[47mlqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mk
[39m[44m               [1m[36m [37m[47mx[0m[30m[47m Choose [31mone[39m                                 [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m lqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[1m[37mk[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31ma[30m  Apple[39m                  [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31mb[30m  Banana[39m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [1m[31m[44mc[0m[30m[47m  [1m[37m[44mCherry[0m[39m[47m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31md[30m  Dr. 日本[39m               [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m m[1m[37mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mtqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mu[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[39m[47m           [30m<[1m  OK  [0m[30m[47m>[39m      [1m[37m[44m<[33mCancel[37m>[0m[39m[47m           [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mm[0m[30m[47mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[1m[40m  
[0m[39m[44m                 [1m[36m 





=== screen 5 at 3395 0 0




[44m               [1m[36m [37m[47mlqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mk
[39m[44m               [1m[36m [37m[47mx[0m[30m[47m Choose [31mone[39m                                 [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m lqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[1m[37mk[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31ma[30m  Apple[39m                  [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31mb[30m  Banana[39m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [1m[31m[44mc[0m[30m[47m  [1m[37m[44mCherry[0m[39m[47m                 [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m              [31md[30m  Dr. 日本[39m               [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m x[39m                                        [1m[37mx[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[30m[47m m[1m[37mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[0m[30m[47m x[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mtqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq[0m[30m[47mu[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mx[0m[39m[47m           [30m<[1m  OK  [0m[30m[47m>[39m      [1m[37m[44m<[33mCancel[37m>[0m[39m[47m           [30mx[1m[40m  
[0m[39m[44m               [1m[36m [37m[47mm[0m[30m[47mqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj[1m[40m  
[0m[39m[44m                 [1m[36m 





