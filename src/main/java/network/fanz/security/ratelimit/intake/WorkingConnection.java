package network.fanz.security.ratelimit.intake;

/** The connection on which the running thread reads and answers requests. */
record WorkingConnection(ConnectionTable table, Object channel) {}
