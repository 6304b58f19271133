=== screen 1 at 1359 10 23
line 1: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
x
line 2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xx
line 3: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxx
line 4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxx
line 5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxx
line 6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxx
line 7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxxx
line 8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxxxx
line 9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxxxxx
line 10: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxx
line 11: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxx
line 12: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
[7msample.txt
=== screen 2 at 2723 1 23
xxxxxxxxxxxx
line 13: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxx
line 14: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxx
line 15: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxx
line 16: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxx
line 17: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxx
line 18: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxx
line 19: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxx
line 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxx
line 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxx
line 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxx
line 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxx
:
=== screen 3 at 2833 1 23
line 13: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxx
line 14: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxx
line 15: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxx
line 16: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxx
line 17: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxx
line 18: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxx
line 19: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxx
line 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxx
line 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxx
line 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxx
line 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxx
line 24: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
:
=== screen 4 at 3122 1 23
line 15: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxx
line 16: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxx
line 17: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxx
line 18: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxx
line 19: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxx
line 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxx
line 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxx
line 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxx
line 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxx
line 24: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxxx
line 25: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxxxx
line 26: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
:
=== screen 5 at 3286 1 23
line 14: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxx
line 15: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxx
line 16: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxx
line 17: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxx
line 18: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxx
line 19: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxx
line 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxx
line 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxx
line 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxx
line 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxx
line 24: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxxx
line 25: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
:
=== screen 6 at 6621 1 23
[7mline 1[0m[39m[49m4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxx
[7mline 1[0m[39m[49m5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxx
line 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxx
line 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxx
line 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxx
line 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxx
line 24: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxxx
line 25: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
:
=== screen 7 at 6763 1 23
[7mline 1[0m[39m[49m5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxx
line 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxx
line 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxx
line 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxx
line 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxx
line 24: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxxx
line 25: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxxxxxxxxxxxxxxxx
line 26: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
:
=== screen 8 at 8210 5 23
xxxxxxxxx
[7mline 1[0m[39m[49m90: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxx
[7mline 1[0m[39m[49m91: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxx
[7mline 1[0m[39m[49m92: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxx
[7mline 1[0m[39m[49m93: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxx
[7mline 1[0m[39m[49m94: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxx
[7mline 1[0m[39m[49m95: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m96: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m97: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m98: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxxxxxx
[7mline 1[0m[39m[49m99: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxxxxxxx
line 200: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   
xxxxxxxxxxxxxxxxxxxx
[7m(END)
=== screen 9 at 9675 1 23
[7mline 1[0m[39m[49m: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
x
line 2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xx
line 3: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxx
line 4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxx
line 5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxx
line 6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxx
line 7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxxx
line 8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxxxx
line 9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too     
xxxxxxxxx
[7mline 1[0m[39m[49m0: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxx
[7mline 1[0m[39m[49m1: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
xxxxxxxxxxx
[7mline 1[0m[39m[49m2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    
:
=== screen 10 at 12410 1 23
[7mline 1[0m[39m[49m: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 3: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
line 1[0m[39m[49m0: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m1: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m3: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49m:
=== screen 11 at 12448 1 23
[7mline 1[0m[39m[49m: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 3: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
[0m[39m[49mline 9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too    [7m>
line 1[0m[39m[49m0: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m1: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m2: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m3: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m4: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m5: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m6: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m7: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m8: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
line 1[0m[39m[49m9: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 20: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 21: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 22: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49mline 23: the quick brown fox jumps over the lazy dog, 日本語 and [1mbold[0m[39m[49m [4mun[0m[39m[49m too   [7m>
[0m[39m[49m:
=== screen 12 at 13774 45 23

                   [1mSUMMARY[0m[39m[49m [1mOF[0m[39m[49m [1mLESS[0m[39m[49m [1mCOMMANDS

[0m[39m[49m      Commands marked with * may be preceded by a number, [4mN[0m[39m[49m.
      Notes in parentheses indicate the behavior if [4mN[0m[39m[49m is given.
      A key preceded by a caret indicates the Ctrl key; thus ^K is ctrl-K.

  h  H                 Display this help.
  q  :q  Q  :Q  ZZ     Exit.
 ---------------------------------------------------------------------------

                           [1mMOVING

[0m[39m[49m  e  ^E  j  ^N  CR  *  Forward  one line   (or [4mN[0m[39m[49m lines).
  y  ^Y  k  ^K  ^P  *  Backward one line   (or [4mN[0m[39m[49m lines).
  f  ^F  ^V  SPACE  *  Forward  one window (or [4mN[0m[39m[49m lines).
  b  ^B  ESC-v      *  Backward one window (or [4mN[0m[39m[49m lines).
  z                 *  Forward  one window (and set window to [4mN[0m[39m[49m).
  w                 *  Backward one window (and set window to [4mN[0m[39m[49m).
  ESC-SPACE         *  Forward  one window, but don't stop at end-of-file.
  d  ^D             *  Forward  one half-window (and set half-window to [4mN[0m[39m[49m).
  u  ^U             *  Backward one half-window (and set half-window to [4mN[0m[39m[49m).
  ESC-)  RightArrow *  Right one half screen width (or [4mN[0m[39m[49m positions).
[7mHELP -- Press RETURN for more, or q when done
=== screen 13 at 15178 45 23
  ESC-(  LeftArrow  *  Left  one half screen width (or [4mN[0m[39m[49m positions).
  ESC-}  ^RightArrow   Right to last column displayed.
  ESC-{  ^LeftArrow    Left  to first column.
  F                    Forward forever; like "tail -f".
  ESC-F                Like F but stop when search pattern is found.
  r  ^R  ^L            Repaint screen.
  R                    Repaint screen, discarding buffered input.
        ---------------------------------------------------
        Default "window" is the screen height.
        Default "half-window" is half of the screen height.
 ---------------------------------------------------------------------------

                          [1mSEARCHING

[0m[39m[49m  /[4mpattern[0m[39m[49m          *  Search forward for ([4mN[0m[39m[49m-th) matching line.
  ?[4mpattern[0m[39m[49m          *  Search backward for ([4mN[0m[39m[49m-th) matching line.
  n                 *  Repeat previous search (for [4mN[0m[39m[49m-th occurrence).
  N                 *  Repeat previous search in reverse direction.
  ESC-n             *  Repeat previous search, spanning files.
  ESC-N             *  Repeat previous search, reverse dir. & spanning files.
  ESC-u                Undo (toggle) search highlighting.
  ESC-U                Clear search highlighting.
  &[4mpattern[0m[39m[49m          *  Display only matching lines.
[7mHELP -- Press RETURN for more, or q when done
=== screen 14 at 17896 0 0
























