=== screen 1 at 1076 60 23
SAMPLE(1)                   General Commands Manual                  SAMPLE(1)

[1mNAME
[0m[39m[49m       sample - a page with all that pages have

[1mSYNOPSIS
[0m[39m[49m       [1msample[0m[39m[49m [[4moption[0m[39m[49m]...

[1mOPTIONS
[0m[39m[49m       [1m--option0=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 0 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option1=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 1 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option2=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 2 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option3=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 3 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
[7m Manual page sample.1 line 1 (press h for help or q to quit)
=== screen 2 at 2237 61 23
              long enough to be filled and broken.

       [1m--option4=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 4 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option5=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 5 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option6=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 6 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option7=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 7 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option8=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what option 8 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--option9=[0;4m[39m[49mvalue
[0;7m[39m[49m Manual page sample.1 line 24 (press h for help or q to quit)
=== screen 3 at 5192 61 23
       [1m--[7moption[0;1m[39m[49m4=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 4 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m5=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 5 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m6=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 6 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m7=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 7 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m8=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 8 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m9=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 9 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.
[7m Manual page sample.1 line 26 (press h for help or q to quit)
=== screen 4 at 5590 61 23
       [1m--[7moption[0;1m[39m[49m5=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 5 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m6=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 6 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m7=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 7 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m8=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 8 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m9=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 9 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m10=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what  [7moption[0m[39m[49m 10 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.
[7m Manual page sample.1 line 30 (press h for help or q to quit)
=== screen 5 at 7040 60 23
       [1msample[0m[39m[49m [[4;7moption[0m[39m[49m]...

[1;7mOPTION[0;1m[39m[49mS
[0m[39m[49m       [1m--[7moption[0;1m[39m[49m0=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 0 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m1=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 1 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m2=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 2 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m3=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 3 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m4=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 4 sets, to [4mvalue[0m[39m[49m, and says so in a line that is
              long enough to be filled and broken.

[7m Manual page sample.1 line 7 (press h for help or q to quit)
=== screen 6 at 12979 70 23
              Sets  what  [7moption[0m[39m[49m 24 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m25=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 25 sets, to [4mvalue[0m[39m[49m, and says so in a  line  that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m26=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what  [7moption[0m[39m[49m 26 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m27=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 27 sets, to [4mvalue[0m[39m[49m, and says so in a  line  that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m28=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what  [7moption[0m[39m[49m 28 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m29=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 29 sets, to [4mvalue[0m[39m[49m, and says so in a  line  that
              is long enough to be filled and broken.

[7m Manual page sample.1 line 107/250 50% (press h for help or q to quit)
=== screen 7 at 13418 70 23
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m24=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what  [7moption[0m[39m[49m 24 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m25=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 25 sets, to [4mvalue[0m[39m[49m, and says so in a  line  that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m26=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what  [7moption[0m[39m[49m 26 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m27=[0;4m[39m[49mvalue
[0m[39m[49m              Sets what [7moption[0m[39m[49m 27 sets, to [4mvalue[0m[39m[49m, and says so in a  line  that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m28=[0;4m[39m[49mvalue
[0m[39m[49m              Sets  what  [7moption[0m[39m[49m 28 sets, to [4mvalue[0m[39m[49m, and says so in a line that
              is long enough to be filled and broken.

       [1m--[7moption[0;1m[39m[49m29=[0;4m[39m[49mvalue
[0;7m[39m[49m Manual page sample.1 line 104/250 49% (press h for help or q to quit)
=== screen 8 at 13446 0 0
























