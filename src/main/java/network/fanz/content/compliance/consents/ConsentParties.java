package network.fanz.content.compliance.consents;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.Language;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Work;
import network.fanz.content.catalogue.Works;
import network.fanz.content.compliance.consents.AskedConsentStore.AskedRow;
import network.fanz.content.compliance.consents.ConsentLetters.Performer;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.Identity;
import org.springframework.stereotype.Component;

/** Who is who around a consent: addresses and what they are found by, the creator's name, the work. */
@Component
class ConsentParties {
    private static final String ADDRESS = "compliance.consent_invitation.address";
    private static final String KEY = "compliance.consent_invitation.address_key";

    private static final String COUNTED = "compliance.consent_invitation.counted_key";

    private final Vault vault;
    private final Identity identity;
    private final Works works;

    ConsentParties(Vault vault, Identity identity, Works works) {
        this.vault = vault;
        this.identity = identity;
        this.works = works;
    }

    byte[] seal(UUID performer, EmailAddress address) {
        return vault.seal(performer, ADDRESS, address.mailbox());
    }

    byte[] key(EmailAddress address) {
        return vault.keyedHash(KEY, address.key());
    }

    /** By what letters to its mailbox are counted. */
    byte[] countedKey(EmailAddress address) {
        return vault.keyedHash(COUNTED, address.countedBy());
    }

    /** Of an account's confirmed address. */
    Optional<byte[]> confirmedKey(AccountId account) {
        return identity.addressee(account)
                .flatMap(to -> EmailAddress.parse(to.email()))
                .map(this::key);
    }

    /** Whether it is the account's own mailbox, confirmed or not. */
    boolean isOwn(AccountId account, EmailAddress address) {
        return EmailAddress.parse(identity.email(account))
                .filter(own -> own.countedBy().equals(address.countedBy()))
                .isPresent();
    }

    Performer performer(AskedRow row) {
        return new Performer(
                row.performer(),
                vault.open(row.performer(), ADDRESS, row.address()),
                Objects.requireNonNullElse(Language.tagged(row.language()), Language.ENGLISH));
    }

    /** Their public name; empty if they have been erased. */
    String name(AccountId creator) {
        return identity.names(List.of(creator)).getOrDefault(creator, "");
    }

    /** @throws network.fanz.common.NotFound if the creator has no such work */
    Work work(UUID work, AccountId creator) {
        return works.find(work, creator);
    }

    static boolean isOver(Work work) {
        return work.state() == ReleaseState.WITHDRAWN || work.state() == ReleaseState.REJECTED;
    }
}
