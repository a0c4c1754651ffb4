package network.fanz.security.identity.address;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AddressChange;
import network.fanz.security.identity.AddressChangeLink;
import network.fanz.security.identity.AddressChangeState;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.MailedLink;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.sessions.OpaqueTokens;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.security.identity.signin.SessionRevocation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the links of the letters do. To say yes takes the link and a session of the account; to say no takes the link alone, for whoever
 * must be able to stop a thief may have no session left.
 */
@Component
public final class AddressConfirmations {
    private final AddressChangeStore store;
    private final AddressMove move;
    private final PersonalData personal;
    private final SessionRevocation sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AddressConfirmations(
            AddressChangeStore store,
            AddressMove addressMove,
            PersonalData personal,
            SessionRevocation sessionRevocation,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.store = store;
        this.move = addressMove;
        this.personal = personal;
        this.sessions = sessionRevocation;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The change that waits. */
    public Optional<AddressChange> open(AccountId account) {
        return store.open(account, clock.instant())
                .map(open -> new AddressChange(
                        personal.email(account, open.email()),
                        open.askedAt(),
                        open.expiresAt(),
                        open.newConfirmed(),
                        open.formerConfirmed(),
                        open.formerNeeded()));
    }

    /** What the link is for; empty if there never was such a link, or it is long over. */
    public Optional<AddressChangeLink> link(@Nullable AccountId asking, String token) {
        return linked(token)
                .map(found -> new AddressChangeLink(
                        found.state(),
                        found.toNew(),
                        found.confirmed(),
                        found.email() == null
                                ? ""
                                : MailedLink.abridged(personal.email(found.account(), found.email())),
                        found.account().equals(asking)));
    }

    /**
     * Says yes for the mailbox that the link was sent to; the last yes that is needed changes the address.
     *
     * @return whether it was the last
     * @throws LinkNotGood if the change has ended, or is another account's
     * @throws InvalidField if another account has confirmed the address meanwhile; the change has ended then
     */
    public boolean confirm(SignInProof proof, String token) {
        AddressChangeState state;
        try {
            state = transaction.execute(status -> confirmed(proof, token));
        } catch (DuplicateKeyException another) {
            // Another account has confirmed the address at the same moment.
            transaction.executeWithoutResult(status -> store.end(proof.account(), AddressChangeState.LAPSED));
            state = AddressChangeState.LAPSED;
        }
        if (state == AddressChangeState.LAPSED) {
            throw new InvalidField(
                    "link",
                    "The change cannot be made: another account has this email address now. Ask for a different one.");
        }
        return state == AddressChangeState.DONE;
    }

    private AddressChangeState confirmed(SignInProof proof, String token) {
        sessions.requireAlive(proof);
        AccountId account = proof.account();
        AddressChangeStore.LinkedChange linked =
                linked(token).filter(found -> found.account().equals(account)).orElseThrow(LinkNotGood::new);
        if (linked.state() != AddressChangeState.OPEN) {
            throw new LinkNotGood(linked.state());
        }
        Instant now = clock.instant();
        if (!linked.confirmed()) {
            store.confirm(linked.id(), linked.toNew(), now);
            audit.record(AuditAction.of("identity.confirm_address_change", account, "account:" + account)
                    .with("mailbox", linked.toNew() ? "new" : "former"));
        }
        AddressChangeStore.OpenChange open =
                store.open(account, now).orElseThrow(() -> new LinkNotGood(AddressChangeState.LAPSED));
        return open.isReady() ? move.make(account, open, now) : AddressChangeState.OPEN;
    }

    /**
     * Says no, by the link of any letter to the address that the account has: whatever change is open ends, and so do all sessions, for
     * whoever asked had the password. Where none is open, the address stays anyway.
     *
     * @throws LinkNotGood if there is no such link, it went to the new address, or the account has another address by now
     */
    public void object(String token) {
        transaction.executeWithoutResult(status -> {
            AccountId account = objecting(token).account();
            if (store.end(account, AddressChangeState.OBJECTED)) {
                sessions.endAll(account);
                audit.record(AuditAction.of("identity.object_to_address_change", account, "account:" + account));
            } else {
                // Another may just have made the change for which this one has waited.
                objecting(token);
            }
        });
    }

    private AddressChangeStore.LinkedChange objecting(String token) {
        AddressChangeStore.LinkedChange linked =
                linked(token).filter(found -> !found.toNew()).orElseThrow(LinkNotGood::new);
        if (!linked.current()) {
            throw new LinkNotGood(linked.state());
        }
        return linked;
    }

    private Optional<AddressChangeStore.LinkedChange> linked(String token) {
        return OpaqueTokens.isWellFormed(token)
                ? store.link(OpaqueTokens.hash(token), clock.instant())
                : Optional.empty();
    }
}
