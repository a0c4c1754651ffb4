package network.fanz.common;

import java.time.Clock;

/** A clock that somebody sets on purpose, such as the maker of a sample: its leaps are time that passes, and no fault of the machine. */
public abstract class DrivenClock extends Clock {}
