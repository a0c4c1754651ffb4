package network.fanz.security.identity.own;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.RegisteredPasskey;
import network.fanz.security.identity.passkeys.PasskeyCeremonies;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The account itself, how its owner signs in, and where. */
@Component
@Order(1)
class OwnIdentity implements OwnRecords {
    private static final String EMAIL = "identity.account.email";

    private final OwnIdentityStore store;
    private final PasskeyCeremonies passkeys;
    private final Vault vault;

    OwnIdentity(OwnIdentityStore store, PasskeyCeremonies passkeys, Vault vault) {
        this.store = store;
        this.passkeys = passkeys;
        this.vault = vault;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(
                account(),
                roles(),
                addressChanges(),
                factors(),
                passkeys(),
                resets(),
                sessions(),
                places(),
                invitations());
    }

    /** A row, and whose it is: its key opens what is sealed. */
    private record Mine<R>(AccountId owner, R row) {
        static <R> List<Mine<R>> all(AccountId owner, List<R> rows) {
            return rows.stream().map(row -> new Mine<>(owner, row)).toList();
        }
    }

    private @Nullable String open(AccountId owner, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(owner.value(), field, sealed);
    }

    private OwnSection<?> account() {
        return OwnSection.<Mine<OwnIdentityStore.KeptAccount>>ofFew(
                        "account",
                        "Your account.",
                        Set.of("identity.account"),
                        owner -> Mine.all(owner, store.account(owner)))
                .with("id", mine -> mine.owner().value())
                .with("public_name", mine -> open(mine.owner(), "identity.account.name", mine.row().name()))
                .with("email", mine -> open(mine.owner(), EMAIL, mine.row().email()))
                .with("email_confirmed_at", mine -> mine.row().emailVerifiedAt())
                .with(
                        "date_of_birth",
                        mine -> open(mine.owner(), "identity.account.date_of_birth", mine.row().dateOfBirth()))
                .with("country", mine -> mine.row().country())
                .with("state", mine -> mine.row().state())
                .with("registered_at", mine -> mine.row().registeredAt())
                .with("last_signed_in_at", mine -> mine.row().signedInAt());
    }

    private OwnSection<?> roles() {
        return OwnSection.<Mine<OwnIdentityStore.KeptRole>>ofFew(
                        "roles",
                        "What you may do, and since when.",
                        Set.of("identity.role_grant"),
                        owner -> Mine.all(owner, store.roles(owner)))
                .with("role", mine -> mine.row().role())
                .with("given_at", mine -> mine.row().grantedAt())
                .with("given_by", mine -> giver(mine.owner(), mine.row().by()));
    }

    private static String giver(AccountId owner, @Nullable UUID by) {
        if (by == null) {
            return "program";
        }
        return by.equals(owner.value()) ? "you" : "staff";
    }

    private OwnSection<?> addressChanges() {
        return OwnSection.<Mine<OwnIdentityStore.KeptAddressChange>>ofFew(
                        "changes_of_email",
                        "E-mail addresses that you asked to have instead. One that has ended no longer says which address it was.",
                        Set.of("identity.address_change"),
                        owner -> Mine.all(owner, store.addressChanges(owner)))
                .with("state", mine -> mine.row().state())
                .with("new_email", mine -> open(mine.owner(), EMAIL, mine.row().email()))
                .with("asked_at", mine -> mine.row().askedAt())
                .with("expires_at", mine -> mine.row().expiresAt())
                .with("confirmed_from_new_at", mine -> mine.row().newConfirmedAt())
                .with("confirmed_from_present_at", mine -> mine.row().formerConfirmedAt());
    }

    private OwnSection<?> factors() {
        return OwnSection.ofFew(
                        "second_factors",
                        "Your authenticator app and your recovery codes, without their secrets.",
                        Set.of("identity.totp", "identity.recovery_code"),
                        store::factors)
                .with("kind", OwnIdentityStore.KeptFactor::kind)
                .with("set_up_at", OwnIdentityStore.KeptFactor::setUpAt)
                .with("used_at", OwnIdentityStore.KeptFactor::usedAt);
    }

    private OwnSection<?> passkeys() {
        return OwnSection.ofFew(
                        "passkeys", "Your passkeys, without their keys.", Set.of("identity.passkey"), passkeys::list)
                .with("label", RegisteredPasskey::label)
                .with("made_at", RegisteredPasskey::createdAt)
                .with("last_used_at", RegisteredPasskey::lastUsedAt);
    }

    private OwnSection<?> resets() {
        return OwnSection.ofFew(
                        "lost_second_factors",
                        "Requests to take away a second factor that you had lost.",
                        Set.of("identity.factor_reset"),
                        store::resets)
                .with("state", OwnIdentityStore.KeptReset::state)
                .with("asked_at", OwnIdentityStore.KeptReset::askedAt)
                .with("effective_at", OwnIdentityStore.KeptReset::effectiveAt)
                .with("ended_at", OwnIdentityStore.KeptReset::endedAt);
    }

    private OwnSection<?> sessions() {
        return OwnSection.<Mine<OwnIdentityStore.KeptSession>>of(
                        "sessions",
                        "Where you are signed in.",
                        Set.of("identity.session"),
                        (owner, after) -> Page.cut(
                                Mine.all(owner, store.sessions(owner, after, OwnSection.PAGE + 1)),
                                OwnSection.PAGE,
                                mine -> mine.row().id().toString()))
                .with("site", mine -> mine.row().platform())
                .with("device", mine -> open(mine.owner(), "identity.session.device", mine.row().device()))
                .with("proved_by", mine -> Arrays.stream(mine.row().factors().split(","))
                        .map(factor -> factor.toLowerCase(Locale.ROOT))
                        .toList())
                .with("signed_in_at", mine -> mine.row().signedInAt())
                .with("last_seen_at", mine -> mine.row().lastSeenAt())
                .with("ends_at", mine -> mine.row().expiresAt());
    }

    private OwnSection<?> places() {
        return OwnSection.<OwnIdentityStore.KeptPlace>of(
                        "known_places",
                        "Network addresses from which you have signed in. Each is kept as a hash that nobody can read, so only the times are here.",
                        Set.of("identity.known_address"),
                        (owner, after) -> Page.cut(
                                store.places(owner, after, OwnSection.PAGE + 1),
                                OwnSection.PAGE,
                                OwnIdentityStore.KeptPlace::key))
                .with("last_signed_in_at", OwnIdentityStore.KeptPlace::lastAt);
    }

    private OwnSection<?> invitations() {
        return OwnSection.<OwnIdentityStore.KeptInvitation>of(
                        "invitations",
                        "Invitations that you accepted or sent, without the person at the other end.",
                        Set.of("identity.invitation"),
                        (owner, after) -> Page.cut(
                                store.invitations(owner, after, OwnSection.PAGE + 1),
                                OwnSection.PAGE,
                                invitation -> invitation.id().toString()))
                .with("what", invitation -> invitation.accepted() ? "accepted" : "sent")
                .with("role", OwnIdentityStore.KeptInvitation::role)
                .with("made_at", OwnIdentityStore.KeptInvitation::madeAt)
                .with("expires_at", OwnIdentityStore.KeptInvitation::expiresAt)
                .with("accepted_at", OwnIdentityStore.KeptInvitation::usedAt)
                .with("withdrawn_at", OwnIdentityStore.KeptInvitation::withdrawnAt);
    }
}
