package network.fanz.content.introductions;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SampleLetter;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every letter about what creators say of themselves. */
public final class IntroductionLetterSamples {
    private static final String CREATOR = "The creator";

    private IntroductionLetterSamples() {}

    public static List<SampleLetter> all(RunningFanz program) {
        SignedInUser somebody = program.users().fan();
        AccountId creator = AccountId.of(somebody.id());
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = ?")
                .param(creator.value())
                .update();
        program.settle();
        program.run("mail.deliver");
        IntroductionLetters letters = program.bean(IntroductionLetters.class);
        List<SampleLetter> all = new ArrayList<>();
        all.add(SampleLetter.sent(
                program,
                somebody.email(),
                "IntroductionLetters.shown",
                CREATOR,
                "An administrator lets what they wrote about themselves be shown.",
                () -> letters.shown(creator)));
        for (IntroductionRefusal reason : IntroductionRefusal.values()) {
            all.add(SampleLetter.sent(
                    program,
                    somebody.email(),
                    "IntroductionLetters.refused",
                    CREATOR,
                    "An administrator refuses it: " + reason.code() + ".",
                    () -> letters.refused(creator, reason)));
        }
        return all;
    }

    /** The methods that send a letter, by class and name: each has a sample. */
    public static Set<String> writers() {
        return Arrays.stream(IntroductionLetters.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> "IntroductionLetters." + method.getName())
                .collect(Collectors.toSet());
    }
}
