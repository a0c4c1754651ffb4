package network.fanz.content.introductions;

import static network.fanz.common.Language.say;

import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Language;
import network.fanz.common.Sentence;
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
        write(creator, Sentence.of("""
                We have looked at what you wrote about yourself. It stands on your page now:
                {0}/creators/{1}
                """, site(), creator));
    }

    void refused(AccountId creator, IntroductionRefusal reason) {
        write(creator, Sentence.of("""
                We have looked at what you wrote about yourself. We do not show it, because {0}.

                You can change it and propose it again:
                {1}/introduction
                """, Sentence.of(reason.words()), site()));
    }

    /** Whether a creator has an address that letters go to. */
    boolean reach(AccountId creator) {
        return identity.addressee(creator).isPresent();
    }

    private void write(AccountId creator, Sentence text) {
        identity.addressee(creator)
                .ifPresent(to -> mail.send(Language.in(
                        to.language(),
                        () -> new OutgoingMail(
                                creator.value(), to.email(), say("We have looked at what you wrote"), text.said()))));
    }

    /** Every site of fans has the page; the letter leads to the first. */
    private String site() {
        return hosts.baseUrl(Brand.TUBE.label());
    }
}
