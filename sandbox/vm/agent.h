// Fixed addresses of the guest's agent and the layout of its records, in bytes. The same as in agent.go.

#define BATCH 0x500000
#define REPLY 0x700000
#define WIRE 0x800000
#define CHANNEL 3

#define HEADER_LENGTH 0
#define HEADER_FIRST 4
#define HEADER_END 8
#define HEADER_SIZE 16

#define RECORD_CALL 0
#define RECORD_ARGS 4
#define RECORD_FROM 28
#define RECORD_RESULT 32
#define RECORD_NEGATIVE 36
#define RECORD_POSITIVE 40
#define RECORD_BACK 44
#define RECORD_BACKSIZE 48
#define RECORD_SIZE 52
