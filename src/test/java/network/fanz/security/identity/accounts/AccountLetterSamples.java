package network.fanz.security.identity.accounts;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.common.Role;
import network.fanz.security.identity.Addressee;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SampleLetter;
import network.fanz.tools.walkthrough.SignedInUser;

/** Every letter to an account's owner, as a program's mailbox has it, with what differs from run to run made the same. */
public final class AccountLetterSamples {
    private static final String OWNER = "The account’s owner";
    private static final String STRANGER = "Whoever reads the mailbox that was typed";
    private static final String FORMER = "The mailbox that was the account’s";
    private static final String INVITED = "Whoever is invited";
    private static final String ADMINISTRATORS = "The administrators";
    private static final String OTHER_ADMINISTRATORS = "The other administrators";
    private static final String TOKEN = "…";
    private static final Instant UNTIL = Instant.parse("2026-11-30T18:30:00Z");

    private final RunningFanz program;
    private final AccountId account;
    private final String email;
    private final List<SampleLetter> all = new ArrayList<>();

    private AccountLetterSamples(RunningFanz program, SignedInUser owner) {
        this.program = program;
        this.account = AccountId.of(owner.id());
        this.email = owner.email();
    }

    public static List<SampleLetter> all(RunningFanz program) {
        AccountLetterSamples samples =
                new AccountLetterSamples(program, program.users().fan());
        program.settle();
        program.run("mail.deliver");
        samples.addresses();
        samples.passwords();
        samples.data();
        samples.changesOfAddress();
        samples.factors();
        samples.staff();
        return samples.all;
    }

    /** The methods that send a letter, by class and name: each has a sample. */
    public static Set<String> writers() {
        return Arrays.stream(AccountMails.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(method -> "AccountMails." + method.getName())
                .collect(Collectors.toSet());
    }

    private void addresses() {
        add(
                "verifyEmail",
                STRANGER,
                "Somebody has registered with the address, or asks for the letter again.",
                mails -> mails.verifyEmail(account, to(), TOKEN, Duration.ofDays(1)));
        add(
                "alreadyRegistered",
                OWNER,
                "Somebody has registered with an address that has an account.",
                mails -> mails.alreadyRegistered(account, to()));
    }

    private void passwords() {
        add(
                "resetPassword",
                OWNER,
                "Somebody asks for a new password.",
                mails -> mails.resetPassword(
                        program.bean(AccountStore.class).find(account).orElseThrow(), TOKEN, Duration.ofHours(1)));
        add(
                "passwordChanged",
                OWNER,
                "A new password was chosen by a mailed link.",
                mails -> mails.passwordChanged(account));
        add(
                "passwordChangedByOwner",
                OWNER,
                "The password was changed by whoever is signed in.",
                mails -> mails.passwordChangedByOwner(account));
    }

    private void data() {
        add("dataAskedFor", OWNER, "A file of one's own data was asked for.", mails -> mails.dataAskedFor(account));
    }

    private void changesOfAddress() {
        add(
                "confirmNewAddress",
                STRANGER,
                "An owner wants another address.",
                mails -> mails.confirmNewAddress(account, to(), "i…@example.org", TOKEN, UNTIL));
        add(
                "addressHasAccount",
                OWNER,
                "Somebody wants an address for their account that has one already.",
                mails -> mails.addressHasAccount(account, to()));
        add(
                "otherAddressAsked",
                OWNER,
                "An owner wants another address instead of one that is confirmed.",
                mails -> mails.otherAddressAsked(account, "n…@example.org", TOKEN, UNTIL, true));
        add(
                "otherAddressAsked",
                OWNER,
                "An owner wants another address instead of one that nobody has confirmed.",
                mails -> mails.otherAddressAsked(account, "n…@example.org", TOKEN, UNTIL, false));
        add(
                "addressChanged",
                FORMER,
                "The account has another address.",
                mails -> mails.addressChanged(account, to(), "n…@example.org"));
    }

    private void factors() {
        for (FactorChange change : FactorChange.values()) {
            add(
                    "factorChanged",
                    OWNER,
                    "Second factors changed: " + change.name().toLowerCase(Locale.ROOT) + ".",
                    mails -> mails.factorChanged(account, change));
        }
        add(
                "factorResetAsked",
                OWNER,
                "An administrator asks for a lost second factor to be taken away.",
                mails -> mails.factorResetAsked(account, TOKEN, Duration.ofHours(72)));
        add(
                "factorResetApproved",
                OWNER,
                "A second administrator has approved it.",
                mails -> mails.factorResetApproved(account, TOKEN, UNTIL));
        add("recoveryCodeUsed", OWNER, "A recovery code was used.", mails -> mails.recoveryCodeUsed(account, 3));
        add(
                "recoveryCodeUsed",
                OWNER,
                "The last recovery code but one was used.",
                mails -> mails.recoveryCodeUsed(account, 1));
        add("recoveryCodeUsed", OWNER, "The last recovery code was used.", mails -> mails.recoveryCodeUsed(account, 0));
    }

    private void staff() {
        add(
                "invitation",
                INVITED,
                "An administrator invites somebody.",
                mails -> mails.invitation(UUID.randomUUID(), to(), TOKEN, Duration.ofDays(7)));
        add(
                "roleGranted",
                OTHER_ADMINISTRATORS,
                "A role with power was given.",
                mails -> mails.roleGranted(account, account, Role.FINANCE, account));
        add(
                "toStaff",
                ADMINISTRATORS,
                "Nobody has taken up an alert in time (`monitoring.escalate`), or several: then the letter names each.",
                mails -> mails.toStaff(
                        account,
                        () -> "A security alert waits",
                        () ->
                                "Nobody has taken up these alerts in time. Please take them up:\n\nhigh, brute force\nhttps://dash.fanz.example/security/alerts/…\n"));
    }

    private Addressee to() {
        return new Addressee(email, Language.ENGLISH);
    }

    private void add(String method, String reader, String when, Consumer<AccountMails> letter) {
        all.add(SampleLetter.sent(
                program,
                email,
                "AccountMails." + method,
                reader,
                when,
                () -> letter.accept(program.bean(AccountMails.class))));
    }
}
