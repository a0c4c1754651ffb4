package network.fanz.security.identity;

/**
 * A version of the terms of use with its text.
 *
 * @param text plain, with line breaks
 */
public record TermsText(TermsVersion version, String text) {
    public int number() {
        return version.number();
    }
}
