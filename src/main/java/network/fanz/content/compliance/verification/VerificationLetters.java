package network.fanz.content.compliance.verification;

import static network.fanz.common.Language.say;

import java.time.LocalDate;
import java.util.Arrays;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.common.Sentence;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.WithdrawalReason;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells creators how their check goes, in the move's transaction and at a confirmed address alone. No letter says a name or a birthday. */
@Component
class VerificationLetters {
    private final Mail mail;
    private final Identity identity;
    private final PublicHosts hosts;

    VerificationLetters(Mail mail, Identity identity, PublicHosts hosts) {
        this.mail = mail;
        this.identity = identity;
        this.hosts = hosts;
    }

    void verified(AccountId creator, LocalDate expires) {
        write(creator, "Your identity is verified", Sentence.of("""
                The provider has checked who you are. Your document is good until {0}; we write to you before that.

                What is left to do before you upload stands here:
                {1}
                """, expires, page()));
    }

    void endsSoon(AccountId creator, LocalDate expires) {
        write(creator, "Your document is good for a few weeks more", Sentence.of("""
                The document with which you showed who you are is good until {0}. After that day you can upload nothing new until you have shown another.

                You can do that now:
                {1}
                """, expires, page()));
    }

    void refused(AccountId creator, @Nullable String reason) {
        write(creator, "Your identity could not be verified", Sentence.of("""
                The check of your identity ended with a no, because {0}.

                Whether you can upload, and whether you can try again, stands here:
                {1}
                """, Sentence.of(refusal(reason)), page()));
    }

    void withdrawn(AccountId creator, @Nullable String reason) {
        write(
                creator,
                "The check of your identity does not count any more",
                Sentence.of("""
                Whoever runs this site has taken away the check of your identity, because {0}. You cannot upload anything new.

                Write to them if you think that this is wrong. How you stand is shown here:
                {1}
                """, Sentence.of(withdrawal(reason)), page()));
    }

    void expired(AccountId creator) {
        write(creator, "Your document is good no longer", Sentence.of("""
                The last day of the document with which you showed who you are is over. You cannot upload anything new until you have shown another. What you have uploaded stays.

                You can do that here:
                {0}
                """, page()));
    }

    private static String refusal(@Nullable String code) {
        return Arrays.stream(VerificationRefusal.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(VerificationRefusal.OTHER)
                .words();
    }

    private static String withdrawal(@Nullable String code) {
        return Arrays.stream(WithdrawalReason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(WithdrawalReason.MISTAKEN)
                .words();
    }

    private void write(AccountId creator, String title, Sentence text) {
        identity.addressee(creator)
                .ifPresent(to -> mail.send(Language.in(
                        to.language(), () -> new OutgoingMail(creator.value(), to.email(), say(title), text.said()))));
    }

    private String page() {
        return hosts.baseUrl(PublicHosts.SIGN_IN) + "/account/before-uploads";
    }
}
