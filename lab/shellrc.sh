# What Floorplan adds to this sandbox's shell. It goes when the sandbox goes: change what you like.
case $- in *i*) ;; *) return 0 2>/dev/null || exit 0 ;; esac

if [ -n "$BASH_VERSION" ]; then
    HISTCONTROL=ignoreboth HISTSIZE=1000
    shopt -s checkwinsize cmdhist lithist histappend
    bind 'set enable-bracketed-paste on' 'set enable-active-region off' 'set bell-style none' 2>/dev/null
    bind '"\e[27;5;133~": kill-whole-line' 2>/dev/null

    alias ls='ls --color=auto' grep='grep --color=auto' ll='ls -l'
    if [ -r /usr/share/bash-completion/bash_completion ]; then
        # Reading it takes longer than all the rest: it is read at the first Tab, and 124 asks bash to complete once more.
        __floorplan_complete() { . /usr/share/bash-completion/bash_completion && return 124; }
        complete -D -F __floorplan_complete
    fi

    # The marks around prompts and commands: how Floorplan knows when a command ends, and with which status.
    PS0='\e]133;C\a'
    PS1='\[\e[1m\]\u@\h\[\e[m\]:\w\$ '
    PS2='\[\e]133;P;k=s\a\]> \[\e]133;B\a\]'
    __floorplan_prompt() {
        local status=$?
        printf '\e]133;D;%s\a' "$status"
        case $PS1 in
        *'133;A'*) ;;
        *) PS1='\[\e]133;A;aid=bash\a\]'$PS1'\[\e]133;B\a\]' ;;
        esac
        return "$status"
    }
    PROMPT_COMMAND=__floorplan_prompt
else
    # A smaller shell has no hook before a command, but it does expand its prompt.
    __floorplan_esc=$(printf '\033') __floorplan_bel=$(printf '\007') __floorplan_host=$(hostname 2>/dev/null)
    PS1="$__floorplan_esc]133;D;"'$?'"$__floorplan_bel$__floorplan_esc]133;A;aid=sh$__floorplan_bel"
    PS1="$PS1${USER:-$(id -un 2>/dev/null)}@$__floorplan_host:"'$PWD'"\$ $__floorplan_esc]133;B$__floorplan_bel"
    PS2="$__floorplan_esc]133;P;k=s$__floorplan_bel> $__floorplan_esc]133;B$__floorplan_bel"
    unset __floorplan_esc __floorplan_bel __floorplan_host
    alias ll='ls -l'
fi
