package network.fanz.content.compliance.consents;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.content.compliance.GivenConsent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has agreed to with their account, or at its confirmed address. */
@Component
@Order(14)
class OwnConsents implements OwnRecords {
    private final ConsentRevocations consents;

    OwnConsents(ConsentRevocations consents) {
        this.consents = consents;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<GivenConsent>of(
                        "consents",
                        "What you have agreed to as somebody in a work, with your account or at its confirmed address, and what of it you have taken back. It is a part of the records that the law asks for, so it stays when your account is erased.",
                        Set.of("compliance.consent_signature", "compliance.consent_revocation"),
                        this::page)
                .with("consent", GivenConsent::id)
                .with("creator", GivenConsent::creator)
                .with("title", GivenConsent::title)
                .with("signed_at", GivenConsent::signedAt)
                .with("text", GivenConsent::text)
                .with("agreed_to", given -> given.signed().stream().sorted().toList())
                .with("taken_back", given -> given.revoked().stream().sorted().toList()));
    }

    private Page<GivenConsent> page(AccountId owner, @Nullable String after) {
        return Page.cut(
                consents.of(owner, after == null ? null : UUID.fromString(after), OwnSection.PAGE + 1),
                OwnSection.PAGE,
                given -> given.id().toString());
    }
}
