package network.fanz.security.identity.own;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The account itself: who one is here, and what one may do. */
@Component
@Order(1)
class OwnAccount implements OwnRecords {
    private static final String EMAIL = "identity.account.email";

    private final OwnAccountStore store;
    private final Vault vault;

    OwnAccount(OwnAccountStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(account(), roles(), terms(), addressChanges(), invitations());
    }

    private @Nullable String open(AccountId owner, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(owner.value(), field, sealed);
    }

    private OwnSection<?> account() {
        return OwnSection.<Mine<OwnAccountStore.KeptAccount>>ofFew(
                        "account",
                        "Your account.",
                        Set.of("identity.account"),
                        owner -> Mine.all(owner, store.account(owner)))
                .with("id", mine -> mine.owner().value())
                .with(
                        "public_name",
                        mine -> open(
                                mine.owner(),
                                "identity.account.name",
                                mine.row().name()))
                .with("email", mine -> open(mine.owner(), EMAIL, mine.row().email()))
                .with("email_confirmed_at", mine -> mine.row().emailVerifiedAt())
                .with(
                        "date_of_birth",
                        mine -> open(
                                mine.owner(),
                                "identity.account.date_of_birth",
                                mine.row().dateOfBirth()))
                .with("country", mine -> mine.row().country())
                .with("language_of_letters", mine -> mine.row().language())
                .with("state", mine -> mine.row().state())
                .with("registered_at", mine -> mine.row().registeredAt())
                .with("last_signed_in_at", mine -> mine.row().signedInAt());
    }

    private OwnSection<?> roles() {
        return OwnSection.<Mine<OwnAccountStore.KeptRole>>ofFew(
                        "roles",
                        "What you may do, and since when.",
                        Set.of("identity.role_grant"),
                        owner -> Mine.all(owner, store.roles(owner)))
                .with("role", mine -> mine.row().role())
                .with("given_at", mine -> mine.row().grantedAt())
                .with("given_by", mine -> giver(mine.owner(), mine.row().by()));
    }

    private OwnSection<?> terms() {
        return OwnSection.<OwnAccountStore.KeptTerms>ofFew(
                        "terms_accepted",
                        "Which versions of the terms of use you accepted, and when.",
                        Set.of("identity.terms_acceptance"),
                        store::terms)
                .with("version", OwnAccountStore.KeptTerms::number)
                .with("accepted_at", OwnAccountStore.KeptTerms::acceptedAt);
    }

    private OwnSection<?> addressChanges() {
        return OwnSection.<Mine<OwnAccountStore.KeptAddressChange>>ofFew(
                        "changes_of_email",
                        "Email addresses that you asked to have instead. One that has ended no longer says which address it was.",
                        Set.of("identity.address_change"),
                        owner -> Mine.all(owner, store.addressChanges(owner)))
                .with("state", mine -> mine.row().state())
                .with("new_email", mine -> open(mine.owner(), EMAIL, mine.row().email()))
                .with("asked_at", mine -> mine.row().askedAt())
                .with("expires_at", mine -> mine.row().expiresAt())
                .with("confirmed_from_new_at", mine -> mine.row().newConfirmedAt())
                .with("confirmed_from_present_at", mine -> mine.row().formerConfirmedAt());
    }

    private OwnSection<?> invitations() {
        return OwnSection.<OwnAccountStore.KeptInvitation>of(
                        "invitations",
                        "Invitations that you accepted or sent, without the person at the other end.",
                        Set.of("identity.invitation"),
                        (owner, after) -> Page.cut(
                                store.invitations(owner, after, OwnSection.PAGE + 1),
                                OwnSection.PAGE,
                                invitation -> invitation.id().toString()))
                .with("what", invitation -> invitation.accepted() ? "accepted" : "sent")
                .with("role", OwnAccountStore.KeptInvitation::role)
                .with("made_at", OwnAccountStore.KeptInvitation::madeAt)
                .with("expires_at", OwnAccountStore.KeptInvitation::expiresAt)
                .with("accepted_at", OwnAccountStore.KeptInvitation::usedAt)
                .with("withdrawn_at", OwnAccountStore.KeptInvitation::withdrawnAt);
    }

    private static String giver(AccountId owner, @Nullable UUID by) {
        if (by == null) {
            return "program";
        }
        return by.equals(owner.value()) ? "you" : "staff";
    }
}
