package network.fanz.security.ratelimit.origin;

/** The operator's table of countries is not what it should be. */
final class InvalidCountryTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidCountryTable(int line, String why) {
        super("fanz.http.country-table, line " + line + ": " + why + ".");
    }

    InvalidCountryTable(String why, Throwable cause) {
        super("fanz.http.country-table " + why + ".", cause);
    }
}
