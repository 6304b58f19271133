=== screen 1 at 9931 2 23
[1m[36mlibabsl_strerror.so.20220623
[0m[39m[49mlibabsl_strerror.so.20220623.0.0
[1m[36mlibabsl_strings.so.20220623
[0m[39m[49mlibabsl_strings.so.20220623.0.0
[1m[36mlibabsl_strings_internal.so.20220623
[0m[39m[49mlibabsl_strings_internal.so.20220623.0.0
[1m[36mlibabsl_symbolize.so.20220623
[0m[39m[49mlibabsl_symbolize.so.20220623.0.0
[1m[36mlibabsl_synchronization.so.20220623
[0m[39m[49mlibabsl_synchronization.so.20220623.0.0
[1m[36mlibabsl_throw_delegate.so.20220623
[0m[39m[49mlibabsl_throw_delegate.so.20220623.0.0
[1m[36mlibabsl_time.so.20220623
[0m[39m[49mlibabsl_time.so.20220623.0.0
[1m[36mlibabsl_time_zone.so.20220623
[0m[39m[49mlibabsl_time_zone.so.20220623.0.0
[1m[36mlibacl.so.1
[0m[39m[49mlibacl.so.1.1.2301
[1m[36mlibaio.so.1
[0m[39m[49mlibaio.so.1.0.2
libanl.a
[1m[36mlibanl.so
[0m[39m[49mlibanl.so.1
$ 
=== screen 2 at 14363 2 23
-rwxr-xr-x 1 root root       6244 Aug 21  2016 [1m[32mupdate-fonts-scale
[0m[39m[49m-rwxr-xr-x 1 root root        470 Nov 17 19:27 [1m[32mupdate-gsfontmap
[0m[39m[49m-rwxr-xr-x 1 root root        596 Jul 19  2024 [1m[32mupdate-icon-caches
[0m[39m[49m-rwxr-xr-x 1 root root       3174 Oct 31  2022 [1m[32mupdate-java-alternatives
[0m[39m[49m-rwxr-xr-x 1 root root       3063 Apr 27  2026 [1m[32mupdate-locale
[0m[39m[49m-rwxr-xr-x 1 root root      39416 Sep 20  2022 [1m[32mupdate-passwd
[0m[39m[49m-rwxr-xr-x 1 root root      17742 Jul  2  2022 [1m[32mupdate-rc.d
[0m[39m[49m-rwxr-xr-x 1 root root       3984 Jul 28  2023 [1m[32mupdate-shells
[0m[39m[49m-rwxr-xr-x 1 root root      17284 Feb 27  2019 [1m[32mupdate-xmlcatalog
[0m[39m[49m-rwxr-xr-x 1 root root     159536 Apr  7  2025 [1m[32museradd
[0m[39m[49m-rwxr-xr-x 1 root root     113608 Apr  7  2025 [1m[32muserdel
[0m[39m[49m-rwxr-xr-x 1 root root     147056 Apr  7  2025 [1m[32musermod
[0m[39m[49m-rwxr-xr-x 1 root root       1773 Apr 27  2026 [1m[32mvalidlocale
[0m[39m[49m-rwxr-xr-x 1 root root     119464 May 22  2023 [1m[32mvdpa
[0m[39m[49mlrwxrwxrwx 1 root root          4 Apr  7  2025 [1m[36mvigr[0m[39m[49m -> vipw
-rwxr-xr-x 1 root root      74384 Apr  7  2025 [1m[32mvipw
[0m[39m[49m-rwxr-xr-x 1 root root      47424 Nov 21  2024 [1m[32mwipefs
[0m[39m[49m-rwxr-xr-x 1 root root      91112 Jan 16  2023 [1m[32mxtables-legacy-multi
[0m[39m[49mlrwxrwxrwx 1 root root         17 Jan 16  2023 [1m[36mxtables-monitor[0m[39m[49m -> xtables-nft-mu
lti
-rwxr-xr-x 1 root root     228512 Jan 16  2023 [1m[32mxtables-nft-multi
[0m[39m[49m-rwxr-xr-x 1 root root      60136 Apr 27  2026 [1m[32mzic
[0m[39m[49m-rwxr-xr-x 1 root root     117168 Nov 21  2024 [1m[32mzramctl
[0m[39m[49m$ 
=== screen 3 at 17203 2 23
-r--r--r-- 1 root root 0 Nov 23 12:08 oom_score
-rw-r--r-- 1 root root 0 Nov 23 12:08 oom_score_adj
-r-------- 1 root root 0 Nov 23 12:08 pagemap
-r-------- 1 root root 0 Nov 23 12:08 personality
-rw-r--r-- 1 root root 0 Nov 23 12:08 projid_map
lrwxrwxrwx 1 root root 0 Nov 23 12:08 [1m[36mroot[0m[39m[49m -> [1m[34m/[0m[39m[49m/
-rw-r--r-- 1 root root 0 Nov 23 12:08 sched
-r--r--r-- 1 root root 0 Nov 23 12:08 schedstat
-r--r--r-- 1 root root 0 Nov 23 12:08 sessionid
-rw-r--r-- 1 root root 0 Nov 23 12:08 setgroups
-r--r--r-- 1 root root 0 Nov 23 12:08 smaps
-r--r--r-- 1 root root 0 Nov 23 12:08 smaps_rollup
-r-------- 1 root root 0 Nov 23 12:08 stack
-r--r--r-- 1 root root 0 Nov 23 12:08 stat
-r--r--r-- 1 root root 0 Nov 23 12:08 statm
-r--r--r-- 1 root root 0 Nov 23 12:08 status
-r-------- 1 root root 0 Nov 23 12:08 syscall
dr-xr-xr-x 3 root root 0 Nov 23 12:08 [1m[34mtask[0m[39m[49m/
-rw-r--r-- 1 root root 0 Nov 23 12:08 timens_offsets
-r--r--r-- 1 root root 0 Nov 23 12:08 timers
-rw-rw-rw- 1 root root 0 Nov 23 12:08 timerslack_ns
-rw-r--r-- 1 root root 0 Nov 23 12:08 uid_map
-r--r--r-- 1 root root 0 Nov 23 12:08 wchan
$ 
