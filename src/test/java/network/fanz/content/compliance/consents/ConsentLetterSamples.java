package network.fanz.content.compliance.consents;

import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SampleLetter;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every letter about consents. */
public final class ConsentLetterSamples {
    private static final String PERFORMER = "Somebody in a work, who may have no account";
    private static final String ADDRESS = "performer@example.org";
    private static final String CREATOR = "Ada";
    private static final String TOKEN = "x".repeat(43);

    private ConsentLetterSamples() {}

    public static List<SampleLetter> all(RunningFanz program) {
        SignedInUser creator = program.users().fan();
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = ?")
                .param(UUID.fromString(creator.id()))
                .update();
        program.settle();
        program.run("mail.deliver");
        ConsentLetters letters = program.bean(ConsentLetters.class);
        var to = new ConsentLetters.Performer(UUID.randomUUID(), ADDRESS, Language.ENGLISH);
        Instant until = Instant.parse("2030-02-01T00:00:00Z");
        return List.of(
                SampleLetter.sent(
                        program,
                        ADDRESS,
                        "ConsentLetters.asked",
                        PERFORMER,
                        "A creator asks them for their consent.",
                        () -> letters.asked(to, CREATOR, TOKEN, until)),
                SampleLetter.sent(
                        program,
                        ADDRESS,
                        "ConsentLetters.signed",
                        PERFORMER,
                        "They have signed.",
                        () -> letters.signed(to, CREATOR, TOKEN)),
                SampleLetter.sent(
                        program,
                        ADDRESS,
                        "ConsentLetters.revoked",
                        PERFORMER,
                        "They have taken back what they signed, or a part of it.",
                        () -> letters.revoked(to, CREATOR)),
                SampleLetter.sent(
                        program,
                        creator.email(),
                        "ConsentLetters.revokedFor",
                        "The creator",
                        "Somebody in a work of theirs has taken back a consent without which it is not shown.",
                        () -> letters.revokedFor(AccountId.of(creator.id()), UUID.randomUUID())));
    }

    /** The methods that send a letter, by class and name: each has a sample. */
    public static Set<String> writers() {
        return Arrays.stream(ConsentLetters.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> "ConsentLetters." + method.getName())
                .collect(Collectors.toSet());
    }
}
