package network.fanz.security.ratelimit.origin;

/** The operator's table of countries cannot be read, or has a line that is wrong. */
final class InvalidCountryTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidCountryTable(int line, String why) {
        super("fanz.http.country-table, line " + line + ": " + why + ".");
    }

    InvalidCountryTable(String why, Throwable cause) {
        super("fanz.http.country-table " + why + ".", cause);
    }
}
