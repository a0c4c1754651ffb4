package network.fanz.security.ratelimit.origin;

/**
 * A network of the operator's table, from its first address to its last.
 *
 * @param country ISO 3166-1 alpha-2
 * @param line of the table
 */
record CountryRange(IpNumber from, IpNumber to, String country, boolean ipv4, int line) {}
