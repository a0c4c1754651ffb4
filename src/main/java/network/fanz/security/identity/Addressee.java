package network.fanz.security.identity;

import network.fanz.common.Language;

/**
 * Whom a letter is written to.
 *
 * @param email where it goes
 * @param language in which it is written
 */
public record Addressee(String email, Language language) {
    /** Never shows the address. */
    @Override
    public String toString() {
        return "Addressee[language=" + language + "]";
    }
}
