package network.fanz.content.compliance.consents;

import static network.fanz.common.Language.say;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Language;
import network.fanz.common.Sentence;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;

/** Letters about consents, in the transaction of what they tell. None names a work: whoever opens the mailbox may be somebody else. */
@Component
class ConsentLetters {
    private final Mail mail;
    private final Identity identity;
    private final PublicHosts hosts;

    ConsentLetters(Mail mail, Identity identity, PublicHosts hosts) {
        this.mail = mail;
        this.identity = identity;
        this.hosts = hosts;
    }

    /**
     * Whom a letter to a performer goes to.
     *
     * @param performer under whose record's key it waits
     */
    record Performer(UUID performer, String email, Language language) {
        /** Never shows the address. */
        @Override
        public String toString() {
            return "Performer[" + performer + "]";
        }
    }

    void asked(Performer to, String creator, String token, Instant until) {
        write(
                to,
                "You are asked for your consent",
                Sentence.of("""
                {0} says that you are in something that they have made, and wants to show it. Without your consent it is not shown.

                What it is about, and what you would sign, stands here, until the end of {1}:
                {2}

                The link works once and is for you alone: do not pass it on. If you are not in it, or do not want it shown, you need do nothing.
                """, creator, lastDay(until), link("/consent?token=" + token)));
    }

    void signed(Performer to, String creator, String token) {
        write(to, "What you have agreed to", Sentence.of("""
                You have signed a consent for something that {0} has made. Keep this letter.

                What you have signed stands here. You can take it back there at any time, without giving a reason, and what you are in is then taken down at once:
                {1}
                """, creator, link("/consent/revocation?token=" + token)));
    }

    void revoked(Performer to, String creator) {
        write(to, "You have taken your consent back", Sentence.of("""
                You have taken back your consent, or a part of it, for something that {0} has made. If it was shown and needs that consent, it is taken down.
                """, creator));
    }

    void revokedFor(AccountId creator, UUID work) {
        identity.addressee(creator)
                .ifPresent(to -> mail.send(Language.in(
                        to.language(),
                        () -> new OutgoingMail(
                                creator.value(),
                                to.email(),
                                say("Somebody in your work has taken their consent back"),
                                Sentence.of(
                                                """
                                        Somebody who is in a work of yours has taken back a consent without which it is not shown. It is not shown any more.

                                        Who is in it, and what is missing, stands here:
                                        {0}
                                        """,
                                                hosts.baseUrl(Brand.TUBE.label()) + "/studio/works/" + work + "/people")
                                        .said()))));
    }

    private void write(Performer to, String title, Sentence text) {
        mail.send(Language.in(
                to.language(), () -> new OutgoingMail(to.performer(), to.email(), say(title), text.said())));
    }

    private String link(String path) {
        return hosts.baseUrl(PublicHosts.SIGN_IN) + path;
    }

    private static LocalDate lastDay(Instant until) {
        return until.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }
}
