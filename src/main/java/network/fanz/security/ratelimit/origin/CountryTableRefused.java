package network.fanz.security.ratelimit.origin;

/** The operator's table of countries is not what it should be. */
final class CountryTableRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CountryTableRefused(int line, String why) {
        super("fanz.http.country-table, line " + line + ": " + why + ".");
    }

    CountryTableRefused(String why, Throwable cause) {
        super("fanz.http.country-table " + why + ".", cause);
    }
}
