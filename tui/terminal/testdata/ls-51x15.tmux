=== screen 1 at 9931 2 14
libabsl_synchronization.so.20220623.0.0
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
=== screen 2 at 14363 2 14
lrwxrwxrwx 1 root root          4 Apr  7  2025 [1m[36mvigr
[0m[39m[49m -> vipw
-rwxr-xr-x 1 root root      74384 Apr  7  2025 [1m[32mvipw
[0m[39m[49m-rwxr-xr-x 1 root root      47424 Nov 21  2024 [1m[32mwipe
fs
[0m[39m[49m-rwxr-xr-x 1 root root      91112 Jan 16  2023 [1m[32mxtab
les-legacy-multi
[0m[39m[49mlrwxrwxrwx 1 root root         17 Jan 16  2023 [1m[36mxtab
les-monitor[0m[39m[49m -> xtables-nft-multi
-rwxr-xr-x 1 root root     228512 Jan 16  2023 [1m[32mxtab
les-nft-multi
[0m[39m[49m-rwxr-xr-x 1 root root      60136 Apr 27  2026 [1m[32mzic
[0m[39m[49m-rwxr-xr-x 1 root root     117168 Nov 21  2024 [1m[32mzram
ctl
[0m[39m[49m$ 
=== screen 3 at 17205 2 14
-r--r--r-- 1 root root 0 Nov 23 12:08 smaps
-r--r--r-- 1 root root 0 Nov 23 12:08 smaps_rollup
-r-------- 1 root root 0 Nov 23 12:08 stack
-r--r--r-- 1 root root 0 Nov 23 12:08 stat
-r--r--r-- 1 root root 0 Nov 23 12:08 statm
-r--r--r-- 1 root root 0 Nov 23 12:08 status
-r-------- 1 root root 0 Nov 23 12:08 syscall
dr-xr-xr-x 3 root root 0 Nov 23 12:08 [1m[34mtask[0m[39m[49m/
-rw-r--r-- 1 root root 0 Nov 23 12:08 timens_offset
s
-r--r--r-- 1 root root 0 Nov 23 12:08 timers
-rw-rw-rw- 1 root root 0 Nov 23 12:08 timerslack_ns
-rw-r--r-- 1 root root 0 Nov 23 12:08 uid_map
-r--r--r-- 1 root root 0 Nov 23 12:08 wchan
$ 
