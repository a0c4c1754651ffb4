package network.fanz.security.ratelimit.origin;

/**
 * A network of the operator's table, from its first place to its last.
 *
 * @param country ISO 3166-1 alpha-2
 * @param line where the table has it
 */
record CountryRange(IpNumber from, IpNumber to, String country, boolean ipv4, int line) {}
