package network.fanz.content.compliance.verification;

import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.WithdrawalReason;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SampleLetter;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every letter about checks of identity. */
public final class VerificationLetterSamples {
    private static final String CREATOR = "The creator";
    private static final LocalDate LAST_DAY = LocalDate.of(2030, 1, 31);

    private VerificationLetterSamples() {}

    public static List<SampleLetter> all(RunningFanz program) {
        SignedInUser somebody = program.users().fan();
        AccountId creator = AccountId.of(somebody.id());
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = ?")
                .param(creator.value())
                .update();
        program.settle();
        program.run("mail.deliver");
        VerificationLetters letters = program.bean(VerificationLetters.class);
        List<SampleLetter> all = new ArrayList<>();
        all.add(sent(
                program, somebody, "verified", "The provider says yes.", () -> letters.verified(creator, LAST_DAY)));
        all.add(sent(
                program,
                somebody,
                "endsSoon",
                "Their document is good for thirty days more.",
                () -> letters.endsSoon(creator, LAST_DAY)));
        all.add(sent(
                program,
                somebody,
                "expired",
                "The last day of their document is over.",
                () -> letters.expired(creator)));
        for (VerificationRefusal reason : VerificationRefusal.values()) {
            all.add(sent(
                    program,
                    somebody,
                    "refused",
                    "The check ends with a no: " + reason.code() + ".",
                    () -> letters.refused(creator, reason.code())));
        }
        for (WithdrawalReason reason : WithdrawalReason.values()) {
            all.add(sent(
                    program,
                    somebody,
                    "withdrawn",
                    "Staff take the check away: " + reason.code() + ".",
                    () -> letters.withdrawn(creator, reason.code())));
        }
        return all;
    }

    private static SampleLetter sent(
            RunningFanz program, SignedInUser to, String method, String when, Runnable sending) {
        return SampleLetter.sent(program, to.email(), "VerificationLetters." + method, CREATOR, when, sending);
    }

    /** The methods that send a letter, by class and name: each has a sample. */
    public static Set<String> writers() {
        return Arrays.stream(VerificationLetters.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> "VerificationLetters." + method.getName())
                .collect(Collectors.toSet());
    }
}
