package network.fanz.security.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.Addressee;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;

/**
 * The mails that this module writes, each in its reader's language. Each is sent in the caller's transaction: it goes out only if the change
 * commits.
 */
@Component
public final class AccountMails {
    private static final String DASHBOARD = "dash";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Mail mail;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final PublicHosts hosts;

    AccountMails(Mail mail, AccountStore accounts, PersonalData personal, PublicHosts hosts) {
        this.mail = mail;
        this.accounts = accounts;
        this.personal = personal;
        this.hosts = hosts;
    }

    public void verifyEmail(AccountId account, Addressee to, String token, Duration life) {
        send(
                account.value(),
                to,
                Sentence.of("Confirm your email address"),
                Sentence.of("""
                Somebody has opened an account with this email address. We hope that it was you.

                Sign in and open this link to confirm that the email address is yours. It works once, for {0}:
                {1}

                If it was not you, do nothing: without your confirmation nobody takes this address for the account’s own.
                """, durationText(life), link("/verify-email?token=" + token)));
    }

    public void alreadyRegistered(AccountId account, Addressee to) {
        send(account.value(), to, Sentence.of("You already have an account"), Sentence.of("""
                Somebody has tried to open another account with this email address. It has one already.

                If it was you, sign in with your password:
                {0}

                If it was not you, you need not do anything. Nothing about your account was shown or changed.
                """, link("/sign-in")));
    }

    public void resetPassword(AccountStore.AccountRow account, String token, Duration life) {
        send(
                account,
                Sentence.of("Choose a new password"),
                Sentence.of(
                        """
                Somebody has asked for a new password of the account that was opened with this email address on {0}.
                We hope that it was you.

                Open this link to choose one. It works once, for {1}:
                {2}

                If it was not you, do nothing: your password stays as it is, and nothing about your account was shown.
                """,
                        LocalDate.ofInstant(account.registeredAt(), ZoneOffset.UTC),
                        durationText(life),
                        link("/password-reset/choose?token=" + token)));
    }

    public void passwordChanged(AccountId account) {
        send(account, Sentence.of("Your password was changed"), Sentence.of("""
                The password of your account was changed by a link from your mail, and all its sessions have ended. A second factor stays as it was.

                If it was not you, somebody else reads your mail. Secure your mailbox first, then choose a new password:
                {0}
                """, link("/password-reset")));
    }

    public void passwordChangedByOwner(AccountId account) {
        send(account, Sentence.of("Your password was changed"), Sentence.of("""
                The password of your account was changed by somebody who was signed in to it and had just proved who they are.
                Its sessions on all other devices have ended. A second factor stays as it was.

                If it was not you, somebody else has your password or your device. Choose a new password, which ends all sessions:
                {0}
                """, link("/password-reset")));
    }

    public void dataAskedFor(AccountId account) {
        send(account, Sentence.of("A file of your data was asked for"), Sentence.of("""
                Somebody who is signed in to your account, and had just proved who they are, has asked for the file of everything that we keep
                about you.

                If it was not you, somebody else has your password or your device. Choose a new password, which ends all sessions:
                {0}
                """, link("/password-reset")));
    }

    /** @param present what the account has now, abridged: the new mailbox may be anybody's */
    public void confirmNewAddress(AccountId account, Addressee to, String present, String token, Instant until) {
        send(
                account.value(),
                to,
                Sentence.of("Confirm your new email address"),
                Sentence.of("""
                Somebody who is signed in to an account with us wants it to have this email address instead of {0}.
                We hope that it was you.

                Open this link where you are signed in to that account to confirm that this mailbox is yours. It works until {1} (UTC):
                {2}

                If it was not you, do nothing: without your confirmation nobody takes this address for the account’s own.
                """, present, moment(until), link("/account/address/confirmation?token=" + token)));
    }

    /** To the owner of an address that somebody else wants for their account. */
    public void addressHasAccount(AccountId account, Addressee to) {
        send(
                account.value(),
                to,
                Sentence.of("Your email address has an account already"),
                Sentence.of("""
                Somebody wanted to use this email address for another account. It has an account already, so it cannot be used for that one.

                If it was you, sign in to the account that it has:
                {0}

                If it was not you, you need not do anything. Nothing about your account was shown or changed.
                """, link("/sign-in")));
    }

    /**
     * To the address that the account has.
     *
     * @param wanted the new address, abridged: the mailbox of an address that was never confirmed may be anybody's
     * @param needed whether nothing changes without this mailbox
     */
    public void otherAddressAsked(AccountId account, String wanted, String token, Instant until, boolean needed) {
        send(
                account,
                Sentence.of("Somebody asks for another email address"),
                Sentence.of(
                        """
                Somebody who is signed in to your account, and has its password, wants it to have the email address {0}.
                {1}

                This link leads to both answers, yes and no. It works until {2} (UTC):
                {3}

                If it was not you, say no, and choose a new password: somebody else has the one that you have.
                """,
                        wanted,
                        Sentence.of(
                                needed
                                        ? "It changes only if you say yes here, and if that mailbox says yes, too."
                                        : "Nobody has confirmed the address that the account has now, so it changes once that mailbox says yes,"
                                                + "\nunless you say no."),
                        moment(until),
                        link("/account/address/confirmation?token=" + token)));
    }

    /** To the mailbox that is the account's no longer. */
    public void addressChanged(AccountId account, Addressee former, String now) {
        send(
                account.value(),
                former,
                Sentence.of("Your account has another email address"),
                Sentence.of("""
                The email address of your account is {0} from now on, and our letters go there.
                You sign in with that address, and the password is what it was.

                If it was not you, ask whoever runs the site for help: this mailbox cannot change the account any more. This page says whom:
                {1}
                """, now, link("/help")));
    }

    public void invitation(UUID invitation, Addressee to, String token, Duration life) {
        send(
                invitation,
                to,
                Sentence.of("You are invited to the staff"),
                Sentence.of("""
                You are invited to work with us. Open this link to accept. It works once, for {0}:
                {1}

                The invitation is for this email address alone. If you have an account with it, you sign in and accept the role;
                if not, you make one. If you do not know what this is about, do nothing.
                """, durationText(life), link("/invitation?token=" + token)));
    }

    public void factorChanged(AccountId account, FactorChange change) {
        send(
                account,
                change.subject(),
                Sentence.of("""
                {0}.
                {1}

                {2}
                {3}
                """, change.subject(), change.meaning(), change.remedy(), link("/account")));
    }

    public void factorResetAsked(AccountId account, String objection, Duration wait) {
        send(
                account,
                Sentence.of("Somebody asks for your second factor to be removed"),
                Sentence.of("""
                An administrator has asked for the second factor of your account to be removed, as is done for owners who have lost theirs.
                Nothing is decided yet: another administrator must approve it, and then it waits for {0} more.

                If it was not you who lost it, object now. One click is enough, and signing in with your second factor does the same:
                {1}
                """, durationText(wait), link("/factor-reset/objection?token=" + objection)));
    }

    public void factorResetApproved(AccountId account, String objection, Instant effectiveAt) {
        send(
                account,
                Sentence.of("Your second factor will be removed"),
                Sentence.of("""
                Two administrators have decided that the second factor of your account is removed on {0} (UTC).
                From then on your password alone opens the account, until you set up another factor.

                If you have not lost it, object before. One click is enough, and signing in with your second factor does the same:
                {1}
                """, moment(effectiveAt), link("/factor-reset/objection?token=" + objection)));
    }

    public void recoveryCodeUsed(AccountId account, int left) {
        send(
                account,
                Sentence.of("A recovery code was used"),
                Sentence.of("""
                A recovery code was used to sign in to your account. {0}

                Make new ones when few are left, or if it was not you:
                {1}
                """, codesLeft(left), link("/account/recovery-codes")));
    }

    private static Sentence codesLeft(int left) {
        return switch (left) {
            case 0 -> Sentence.of("None is left.");
            case 1 -> Sentence.of("One is left.");
            default -> Sentence.of("{0} are left.", left);
        };
    }

    /** To the other administrators, in ids alone. */
    void roleGranted(AccountId told, AccountId account, Role role, AccountId by) {
        send(
                told,
                Sentence.of("A role with power was given"),
                Sentence.of(
                        """
                Account {0} has given the role {1} to account {2}.

                Nobody asks you to do anything. If you do not know why, ask, and take the role away here:
                {3}
                """,
                        by,
                        Sentence.of(role.name().toLowerCase(Locale.ROOT)),
                        account,
                        hosts.baseUrl(DASHBOARD) + "/users/" + account));
    }

    /** Both are made in the reader's language. */
    public void toStaff(AccountId account, Supplier<String> subject, Supplier<String> text) {
        accounts.find(account).ifPresent(row -> send(row.id().value(), addressee(row), subject, text));
    }

    private static String moment(Instant at) {
        return WHEN.format(at.atOffset(ZoneOffset.UTC));
    }

    /** In the largest unit that gives a whole number. */
    private static Sentence durationText(Duration life) {
        if (life.equals(Duration.ofDays(life.toDays()))) {
            return Sentence.of(life.toDays() == 1 ? "{0} day" : "{0} days", life.toDays());
        }
        return life.equals(Duration.ofHours(life.toHours()))
                ? Sentence.of(life.toHours() == 1 ? "{0} hour" : "{0} hours", life.toHours())
                : Sentence.of(life.toMinutes() == 1 ? "{0} minute" : "{0} minutes", life.toMinutes());
    }

    private void send(AccountId account, Sentence subject, Sentence text) {
        accounts.find(account).ifPresent(row -> send(row, subject, text));
    }

    private void send(AccountStore.AccountRow account, Sentence subject, Sentence text) {
        send(account.id().value(), addressee(account), subject, text);
    }

    private void send(UUID about, Addressee to, Sentence subject, Sentence text) {
        send(about, to, subject::said, text::said);
    }

    private void send(UUID about, Addressee to, Supplier<String> subject, Supplier<String> text) {
        mail.send(Language.in(to.language(), () -> new OutgoingMail(about, to.email(), subject.get(), text.get())));
    }

    private Addressee addressee(AccountStore.AccountRow account) {
        return new Addressee(personal.email(account.id(), account.email()), account.language());
    }

    private String link(String path) {
        return hosts.baseUrl(PublicHosts.SIGN_IN) + path;
    }
}
