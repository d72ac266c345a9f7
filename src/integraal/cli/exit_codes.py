"""How a command ends, as a number for the shell."""

DONE = 0
FINDINGS = 1
"""Something that was read was not right, or what was asked for could not be given."""
USAGE = 2
"""The command line itself is wrong."""
OUR_FAULT = 70
"""integraal is at fault; `EX_SOFTWARE` in sysexits.h."""
INTERRUPTED = 130
"""Ctrl-C: 128 and the number of SIGINT, as a shell counts."""
