package network.fanz.content.compliance;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Page;
import network.fanz.content.compliance.consents.ConsentRevocations;
import network.fanz.content.compliance.consents.ConsentSigning;
import network.fanz.content.compliance.consents.ConsentTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Consents, as those see them who are asked: by the link of a letter, or by an account that has confirmed the address to which it went. Nobody
 * signs for somebody else.
 */
@Component
public class Consents {
    private static final int PAGE = 50;
    private static final int OPEN_MAX = 50;

    private final ConsentSigning signing;
    private final ConsentRevocations revocations;
    private final ConsentTexts texts;

    Consents(ConsentSigning signing, ConsentRevocations revocations, ConsentTexts texts) {
        this.signing = signing;
        this.revocations = revocations;
        this.texts = texts;
    }

    /** Which of these are people in works, to whom letters about consents go. */
    public Set<UUID> performers(Collection<UUID> ids) {
        return signing.performers(ids);
    }

    /** What is signed now, in the reader's language. */
    public ConsentText text() {
        return texts.current();
    }

    /** What an account is asked at its confirmed address and can still answer, the newest first; fifty at most. */
    public List<ConsentRequest> open(AccountId account) {
        return signing.open(account, OPEN_MAX);
    }

    /** What an account has signed, or whoever reads the mailbox of its confirmed address; the latest first, fifty a page. */
    public Page<GivenConsent> of(AccountId account, @Nullable UUID after) {
        return Page.cut(
                revocations.of(account, after, PAGE + 1),
                PAGE,
                given -> given.id().toString());
    }

    /**
     * What somebody is asked.
     *
     * @throws network.fanz.security.identity.LinkNotGood if it was answered or has ended, or the work does not come
     * @throws network.fanz.common.NotFound if the account was not asked
     * @throws ConsentOfAnother if the creator of the work looks
     */
    public ConsentRequest asked(ConsentDoor door) {
        return signing.asked(door);
    }

    /**
     * Signs, once. A letter about it has a link by which it can be taken back. Emits {@code consent_signed}.
     *
     * @param scopes what is agreed to, one at least
     * @param name as it is typed: the legal one of the record, or nothing is signed
     * @throws network.fanz.security.identity.LinkNotGood if it was answered or has ended, or the work does not come
     * @throws network.fanz.common.NotFound if the account was not asked
     * @throws ConsentOfAnother if the creator of the work wants to sign
     */
    public void sign(ConsentDoor door, Set<ConsentScope> scopes, String name, SignedText text) {
        signing.sign(door, scopes, name, text);
    }

    /**
     * What somebody has signed.
     *
     * @throws network.fanz.security.identity.LinkNotGood if the link is nobody's
     * @throws network.fanz.common.NotFound if the account has signed no such thing
     */
    public GivenConsent given(ConsentDoor door) {
        return revocations.given(door);
    }

    /**
     * Takes back what was signed, or a part of it. Without a needed part the work is taken down in the same moment. Done again it changes
     * nothing. Emits {@code consent_revoked}.
     */
    public void revoke(ConsentDoor door, Set<ConsentScope> scopes) {
        revocations.revoke(door, scopes);
    }
}
