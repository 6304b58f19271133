=== screen 1 at 528 49 14
SAMPLE(1)    General Commands Manual    SAMPLE(1)

[1mNAME
[0m[39m[49m       sample - a page with all that pages have

[1mSYNOPSIS
[0m[39m[49m       [1msample[0m[39m[49m [[4moption[0m[39m[49m]...

[1mOPTIONS
[0m[39m[49m       [1m--option0=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what option 0 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

[7me sample.1 line 1 (press h for help or q to quit)
=== screen 2 at 1236 49 14
       [1m--option1=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what option 1 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--option2=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what option 2 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--option3=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what option 3 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.
[7m sample.1 line 15 (press h for help or q to quit)
=== screen 3 at 2926 49 14
       [1m--[7moption[0;1m[39m[49m1=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 1 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m2=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 2 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m3=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 3 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.
[7m sample.1 line 15 (press h for help or q to quit)
=== screen 4 at 3316 49 14
       [1m--[7moption[0;1m[39m[49m2=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 2 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m3=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 3 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m4=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 4 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.
[7m sample.1 line 20 (press h for help or q to quit)
=== screen 5 at 4081 49 14
[1mSYNOPSIS
[0m[39m[49m       [1msample[0m[39m[49m [[4;7moption[0m[39m[49m]...

[1;7mOPTION[0;1m[39m[49mS
[0m[39m[49m       [1m--[7moption[0;1m[39m[49m0=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 0 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m1=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what [7moption[0m[39m[49m 1 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

[7me sample.1 line 6 (press h for help or q to quit)
=== screen 6 at 9181 49 14
              Sets what [7moption[0m[39m[49m 19 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m20=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 20 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m21=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 21 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

[7msample.1 line 106 (press h for help or q to quit)
=== screen 7 at 9549 49 14
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m19=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 19 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m20=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 20 sets, to [4mvalue[0m[39m[49m,
              and says so in a line that is  long
              enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m21=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 21 sets, to [4mvalue[0m[39m[49m,
[7msample.1 line 103 (press h for help or q to quit)
=== screen 8 at 9577 0 0















