package network.fanz.security.identity.accounts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.PublicName;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals and opens an account's personal data. */
@Component
public final class PersonalData {
    private static final String EMAIL = "identity.account.email";
    private static final String INVITED = "identity.invitation.email";
    private static final String NAME = "identity.account.name";
    private static final String DATE_OF_BIRTH = "identity.account.date_of_birth";

    private final Vault vault;

    PersonalData(Vault vault) {
        this.vault = vault;
    }

    /** The hash by which an account is found. */
    public byte[] emailLookup(EmailAddress email) {
        return lookup(email.key());
    }

    byte[] lookup(String comparedText) {
        return vault.keyedHash(EMAIL, comparedText);
    }

    public TypedAddress typed(String email) {
        return TypedAddress.of(email, this);
    }

    public byte[] sealEmail(AccountId id, EmailAddress email) {
        return vault.seal(id.value(), EMAIL, email.mailbox());
    }

    public byte[] sealName(AccountId id, PublicName name) {
        return vault.seal(id.value(), NAME, name.text());
    }

    public byte[] sealDateOfBirth(AccountId id, LocalDate born) {
        return vault.seal(id.value(), DATE_OF_BIRTH, born.toString());
    }

    public LocalDate dateOfBirth(AccountId id, byte[] sealed) {
        return LocalDate.parse(vault.open(id.value(), DATE_OF_BIRTH, sealed));
    }

    public String email(AccountId id, byte @Nullable [] sealed) {
        return vault.open(id.value(), EMAIL, Objects.requireNonNull(sealed, "The account has no address"));
    }

    /** Empty where the person's data has been erased. */
    public Optional<String> emailUnlessErased(AccountId id, byte @Nullable [] sealed) {
        try {
            return sealed == null ? Optional.empty() : Optional.of(email(id, sealed));
        } catch (SubjectForgotten erased) {
            return Optional.empty();
        }
    }

    /** An invited person has no account yet, so the invitation has a key of its own. */
    public byte[] sealInvited(UUID invitation, EmailAddress email) {
        return vault.seal(invitation, INVITED, email.mailbox());
    }

    public String invited(UUID invitation, byte[] sealed) {
        return vault.open(invitation, INVITED, sealed);
    }

    /** The hash by which accounts of a public name are found. */
    byte[] nameLookup(String name) {
        return vault.keyedHash(NAME, PublicName.searchKey(name));
    }

    String name(AccountId id, byte[] sealed) {
        return vault.open(id.value(), NAME, sealed);
    }

    /** If the account's data was erased, the name is empty. */
    public Account account(AccountStore.AccountRow row) {
        return new Account(
                row.id(),
                name(row),
                row.roles(),
                row.country(),
                row.emailVerifiedAt() != null,
                row.factorSetUp(),
                row.state(),
                row.registeredAt());
    }

    private String name(AccountStore.AccountRow row) {
        if (row.name() == null) {
            return "";
        }
        try {
            return vault.open(row.id().value(), NAME, row.name());
        } catch (SubjectForgotten erased) {
            return "";
        }
    }
}
