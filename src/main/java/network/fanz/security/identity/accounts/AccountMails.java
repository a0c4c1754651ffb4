package network.fanz.security.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;

/** The mails that this module writes. Each is sent in the caller's transaction: it goes out only if the change commits. */
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

    public void verifyEmail(AccountId account, String email, String token, Duration life) {
        send(account.value(), email, "Confirm your e-mail address", """
                Somebody has opened an account with this e-mail address. We hope that it was you.

                Sign in and open this link to confirm that the e-mail address is yours. It works once, for %s:
                %s

                If it was not you, do nothing: without your confirmation the account cannot use your e-mail address.
                """.formatted(
                        durationText(life), link("/verify-email?token=" + token)));
    }

    public void alreadyRegistered(AccountId account, String email) {
        send(account.value(), email, "You already have an account", """
                Somebody has tried to open another account with this e-mail address. It has one already.

                If it was you, sign in with your password:
                %s

                If it was not you, you need not do anything. Nothing about your account was shown or changed.
                """.formatted(link("/sign-in")));
    }

    public void resetPassword(AccountStore.AccountRow account, String token, Duration life) {
        send(account.id(), "Choose a new password", """
                Somebody has asked for a new password of the account that was opened with this e-mail address on %s.
                We hope that it was you.

                Open this link to choose one. It works once, for %s:
                %s

                If it was not you, do nothing: your password stays as it is, and nothing about your account was shown.
                """.formatted(
                        LocalDate.ofInstant(account.registeredAt(), ZoneOffset.UTC),
                        durationText(life),
                        link("/password-reset/choose?token=" + token)));
    }

    public void passwordChanged(AccountId account) {
        send(account, "Your password was changed", """
                The password of your account was changed by a link from your mail, and all its sessions have ended. A second factor stays as it was.

                If it was not you, somebody else reads your mail. Secure your mailbox first, then choose a new password:
                %s
                """.formatted(link("/password-reset")));
    }

    public void passwordChangedByOwner(AccountId account) {
        send(account, "Your password was changed", """
                The password of your account was changed by somebody who was signed in to it and had just proved who they are.
                Its sessions on all other devices have ended. A second factor stays as it was.

                If it was not you, somebody else has your password or your device. Choose a new password, which ends all sessions:
                %s
                """.formatted(link("/password-reset")));
    }

    public void dataAskedFor(AccountId account) {
        send(account, "A file of your data was asked for", """
                Somebody who is signed in to your account, and had just proved who they are, has asked for the file of everything that we keep
                about you.

                If it was not you, somebody else has your password or your device. Choose a new password, which ends all sessions:
                %s
                """.formatted(link("/password-reset")));
    }

    /** @param present what the account has now, abridged: the new mailbox may be anybody's */
    public void confirmNewAddress(AccountId account, String email, String present, String token, Instant until) {
        send(account.value(), email, "Confirm your new e-mail address", """
                Somebody who is signed in to an account with us wants it to have this e-mail address instead of %s.
                We hope that it was you.

                Open this link where you are signed in to that account to confirm that this mailbox is yours. It works until %s (UTC):
                %s

                If it was not you, do nothing: without your confirmation the account cannot use your e-mail address.
                """.formatted(
                        present, moment(until), link("/account/address/confirmation?token=" + token)));
    }

    /** To the owner of an address that somebody else wants for their account. */
    public void addressHasAccount(AccountId account, String email) {
        send(account.value(), email, "Your e-mail address has an account already", """
                Somebody wanted to use this e-mail address for another account. It has an account already, so it cannot be used for that one.

                If it was you, sign in to the account that it has:
                %s

                If it was not you, you need not do anything. Nothing about your account was shown or changed.
                """.formatted(link("/sign-in")));
    }

    /**
     * To the address that the account has.
     *
     * @param wanted the new address, abridged: the mailbox of an address that was never confirmed may be anybody's
     * @param needed whether nothing changes without this mailbox
     */
    public void otherAddressAsked(AccountId account, String wanted, String token, Instant until, boolean needed) {
        send(account, "Somebody asks for another e-mail address", """
                Somebody who is signed in to your account, and has its password, wants it to have the e-mail address %s.
                %s

                This link leads to both answers, yes and no. It works until %s (UTC):
                %s

                If it was not you, say no, and choose a new password: somebody else has the one that you have.
                """.formatted(
                        wanted,
                        needed
                                ? "It changes only if you say yes here, and if that mailbox says yes, too."
                                : "Nobody has confirmed the address that the account has now, so it changes once that mailbox says yes,"
                                        + "\nunless you say no.",
                        moment(until),
                        link("/account/address/confirmation?token=" + token)));
    }

    /** To the mailbox that is the account's no longer. */
    public void addressChanged(AccountId account, String former, String now) {
        send(account.value(), former, "Your account has another e-mail address", """
                The e-mail address of your account is %s from now on, and our letters go there.
                You sign in with that address, and the password is what it was.

                If it was not you, ask whoever runs the site for help: this mailbox cannot change the account any more. This page says whom:
                %s
                """.formatted(now, link("/help")));
    }

    public void invitation(UUID invitation, String email, String token, Duration life) {
        send(invitation, email, "You are invited to the staff", """
                You are invited to work with us. Open this link to accept. It works once, for %s:
                %s

                The invitation is for this e-mail address alone. If you have an account with it, you sign in and accept the role;
                if not, you make one. If you do not know what this is about, do nothing.
                """.formatted(
                        durationText(life), link("/invitation?token=" + token)));
    }

    public void factorChanged(AccountId account, FactorChange change) {
        send(account, change.subject(), """
                %s.
                %s

                %s
                %s
                """.formatted(
                        change.subject(), change.meaning(), change.remedy(), link("/account")));
    }

    public void factorResetAsked(AccountId account, String objection, Duration wait) {
        send(account, "Somebody asks for your second factor to be removed", """
                An administrator has asked for the second factor of your account to be removed, as is done for owners who have lost theirs.
                Nothing is decided yet: another administrator must approve it, and then it waits for %s more.

                If it was not you who lost it, object now. One click is enough, and signing in with your second factor does the same:
                %s
                """.formatted(
                        durationText(wait), link("/factor-reset/objection?token=" + objection)));
    }

    public void factorResetApproved(AccountId account, String objection, Instant effectiveAt) {
        send(account, "Your second factor will be removed", """
                Two administrators have decided that the second factor of your account is removed on %s (UTC).
                From then on your password alone opens the account, until you set up another factor.

                If you have not lost it, object before. One click is enough, and signing in with your second factor does the same:
                %s
                """.formatted(
                        moment(effectiveAt), link("/factor-reset/objection?token=" + objection)));
    }

    public void recoveryCodeUsed(AccountId account, int left) {
        send(account, "A recovery code was used", """
                A recovery code was used to sign in to your account. %s

                Make new ones when few are left, or if it was not you:
                %s
                """.formatted(codesLeft(left), link("/account/recovery-codes")));
    }

    private static String codesLeft(int left) {
        return switch (left) {
            case 0 -> "None is left.";
            case 1 -> "One is left.";
            default -> left + " are left.";
        };
    }

    /** To the other administrators, in ids alone. */
    void roleGranted(AccountId told, AccountId account, Role role, AccountId by) {
        send(told, "A role with power was given", """
                Account %s has given the role %s to account %s.

                Nobody asks you to do anything. If you do not know why, ask, and take the role away here:
                %s
                """.formatted(
                by, role.name().toLowerCase(Locale.ROOT), account, hosts.baseUrl(DASHBOARD) + "/users/" + account));
    }

    public void toStaff(AccountId account, String subject, String text) {
        send(account, subject, text);
    }

    private static String moment(Instant at) {
        return WHEN.format(at.atOffset(ZoneOffset.UTC));
    }

    /** In the largest unit that gives a whole number. */
    static String durationText(Duration life) {
        if (life.equals(Duration.ofDays(life.toDays()))) {
            return count(life.toDays(), "day");
        }
        return life.equals(Duration.ofHours(life.toHours()))
                ? count(life.toHours(), "hour")
                : count(life.toMinutes(), "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private void send(AccountId account, String subject, String text) {
        accounts.find(account)
                .ifPresent(row -> send(account.value(), personal.email(account, row.email()), subject, text));
    }

    private void send(UUID about, String email, String subject, String text) {
        mail.send(new OutgoingMail(about, email, subject, text));
    }

    private String link(String path) {
        return hosts.baseUrl(PublicHosts.SIGN_IN) + path;
    }
}
