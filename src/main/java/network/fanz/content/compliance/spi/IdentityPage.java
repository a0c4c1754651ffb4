package network.fanz.content.compliance.spi;

/**
 * Where a person shows who they are.
 *
 * @param reference the vendor's id for the check
 * @param url the vendor's page
 */
public record IdentityPage(String reference, String url) {}
