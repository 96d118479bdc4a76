"""Floor 0: what a plan, a clause, a duty and a register entry are. Values only, no I/O."""
