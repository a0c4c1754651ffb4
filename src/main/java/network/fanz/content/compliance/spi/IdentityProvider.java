package network.fanz.content.compliance.spi;

import java.util.UUID;

/**
 * A vendor that finds out who somebody is. Every call may be repeated: a vendor knows a check by our id.
 *
 * <p>Calls over the network throw {@link IdentityProviderUnavailable} when there is no answer: then nothing is known of what happened.
 */
public interface IdentityProvider {
    /** In settings, in the webhook's path and in the records; it never changes. */
    String name();

    /**
     * Begins a check. If there is one of that id already, that one is answered.
     *
     * @param check our id for it
     * @param returnUrl where the vendor's page sends the person afterwards
     */
    IdentityPage begin(UUID check, String returnUrl);

    /** Where a check stands now. */
    IdentityResult result(String reference);

    /** @throws IdentityMessageRefused if it is not proven to come from the vendor, or is too old */
    IdentityMessage readMessage(SignedMessage message);
}
