package network.fanz.security.identity.own;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** How somebody signs in, and where. */
@Component
@Order(2)
class OwnSignIns implements OwnRecords {
    private final OwnSignInStore store;
    private final PasskeyCeremonies passkeys;
    private final Vault vault;

    OwnSignIns(OwnSignInStore store, PasskeyCeremonies passkeys, Vault vault) {
        this.store = store;
        this.passkeys = passkeys;
        this.vault = vault;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(factors(), passkeys(), resets(), sessions(), places());
    }

    private @Nullable String open(AccountId owner, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(owner.value(), field, sealed);
    }

    private OwnSection<?> factors() {
        return OwnSection.ofFew(
                        "second_factors",
                        "Your authenticator app and your recovery codes, without their secrets.",
                        Set.of("identity.totp", "identity.recovery_code"),
                        store::factors)
                .with("kind", OwnSignInStore.KeptFactor::kind)
                .with("set_up_at", OwnSignInStore.KeptFactor::setUpAt)
                .with("used_at", OwnSignInStore.KeptFactor::usedAt);
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
                .with("state", OwnSignInStore.KeptReset::state)
                .with("asked_at", OwnSignInStore.KeptReset::askedAt)
                .with("effective_at", OwnSignInStore.KeptReset::effectiveAt)
                .with("ended_at", OwnSignInStore.KeptReset::endedAt);
    }

    private OwnSection<?> sessions() {
        return OwnSection.<Mine<OwnSignInStore.KeptSession>>of(
                        "sessions",
                        "Where you are signed in.",
                        Set.of("identity.session"),
                        (owner, after) -> Page.cut(
                                Mine.all(owner, store.sessions(owner, after, OwnSection.PAGE + 1)),
                                OwnSection.PAGE,
                                mine -> mine.row().id().toString()))
                .with("site", mine -> mine.row().platform())
                .with(
                        "device",
                        mine -> open(
                                mine.owner(),
                                "identity.session.device",
                                mine.row().device()))
                .with(
                        "proved_by",
                        mine -> Arrays.stream(mine.row().factors().split(","))
                                .map(factor -> factor.toLowerCase(Locale.ROOT))
                                .toList())
                .with("signed_in_at", mine -> mine.row().signedInAt())
                .with("last_seen_at", mine -> mine.row().lastSeenAt())
                .with("ends_at", mine -> mine.row().expiresAt());
    }

    private OwnSection<?> places() {
        return OwnSection.<OwnSignInStore.KeptPlace>of(
                        "known_places",
                        "Network addresses from which you have signed in. Each is kept as a hash that nobody can read, so only the times are here.",
                        Set.of("identity.known_address"),
                        (owner, after) -> Page.cut(
                                store.places(owner, after, OwnSection.PAGE + 1),
                                OwnSection.PAGE,
                                OwnSignInStore.KeptPlace::key))
                .with("last_signed_in_at", OwnSignInStore.KeptPlace::lastAt);
    }
}
