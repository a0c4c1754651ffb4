package network.fanz.content.introductions;

import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;

/** Tells creators what was decided, in the decision's transaction and at a confirmed address alone. What they wrote stands in no letter. */
@Component
class IntroductionLetters {
    private final Mail mail;
    private final Identity identity;
    private final PublicHosts hosts;

    IntroductionLetters(Mail mail, Identity identity, PublicHosts hosts) {
        this.mail = mail;
        this.identity = identity;
        this.hosts = hosts;
    }

    void shown(AccountId creator) {
        write(creator, """
                We have looked at what you wrote about yourself. It stands on your page now:
                %s/creators/%s
                """.formatted(site(), creator));
    }

    void refused(AccountId creator, IntroductionRefusal reason) {
        write(creator, """
                We have looked at what you wrote about yourself. We do not show it, because %s.

                You can change it and propose it again:
                %s/introduction
                """.formatted(reason.words(), site()));
    }

    /** Whether a creator has an address that letters go to. */
    boolean reach(AccountId creator) {
        return identity.confirmedEmail(creator).isPresent();
    }

    private void write(AccountId creator, String text) {
        identity.confirmedEmail(creator)
                .ifPresent(address -> mail.send(
                        new OutgoingMail(creator.value(), address, "We have looked at what you wrote", text)));
    }

    /** Every site of fans has the page; the letter leads to the first. */
    private String site() {
        return hosts.baseUrl(Brand.TUBE.label());
    }
}
