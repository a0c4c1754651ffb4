package network.fanz.content.compliance.sandbox;

import java.util.UUID;
import network.fanz.content.compliance.spi.IdentityProgress;

/** What travels between our side and the sandbox's vendor, as JSON. */
final class IdentitySandboxJson {
    private IdentitySandboxJson() {}

    /** @param check our id for it */
    record NewCheck(UUID check, String returnUrl) {}

    /** @param page the page's path */
    record BegunCheck(String reference, String page) {}

    /** A signed message: something about the check is new. */
    record CheckNews(String id, UUID check, IdentityProgress progress) {}

    /** A signed message: something about a proof of age is new. */
    record AgeNews(String id, UUID proof, IdentityProgress progress) {}
}
