package network.fanz.security.identity.address;

import java.time.Instant;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.common.Origin;
import network.fanz.security.identity.Addressee;
import network.fanz.security.identity.MailedLink;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.stereotype.Component;

/** The letters about a change of address, each with a link of its own, in the caller's transaction. */
@Component
final class AddressLetters {
    private final AddressChangeStore store;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final AccountMails mails;

    AddressLetters(AddressChangeStore store, AccountStore accounts, PersonalData personal, AccountMails accountMails) {
        this.store = store;
        this.accounts = accounts;
        this.personal = personal;
        this.mails = accountMails;
    }

    /**
     * If another account has confirmed the new address, its owner gets a letter that says so, without a link. A link is made in both cases,
     * so that both are the same work.
     */
    void writeBoth(AccountId account, Origin origin, Instant now) {
        AddressChangeStore.OpenChange open = store.open(account, now).orElseThrow();
        AccountStore.AccountRow row = accounts.find(account).orElseThrow();
        String email = personal.email(account, open.email());
        String present = MailedLink.abridged(personal.email(account, row.email()));
        String toNew = link(open, true, origin, now);
        Optional<Language> owner = store.ownerElsewhere(open.lookup(), account);
        owner.ifPresentOrElse(
                language -> mails.addressHasAccount(account, new Addressee(email, language)),
                () -> mails.confirmNewAddress(
                        account, new Addressee(email, row.language()), present, toNew, open.expiresAt()));
        mails.otherAddressAsked(
                account,
                MailedLink.abridged(email),
                link(open, false, origin, now),
                open.expiresAt(),
                open.formerNeeded());
    }

    private String link(AddressChangeStore.OpenChange open, boolean toNew, Origin origin, Instant now) {
        String token = OpaqueTokens.generate();
        store.addLink(OpaqueTokens.hash(token), open.id(), toNew, origin.addressHash(), now);
        return token;
    }

    /** To the mailbox that is the account's no longer. */
    void writeDone(AccountStore.AccountRow before, AddressChangeStore.OpenChange open) {
        AccountId account = before.id();
        mails.addressChanged(
                account,
                new Addressee(personal.email(account, before.email()), before.language()),
                MailedLink.abridged(personal.email(account, open.email())));
    }
}
