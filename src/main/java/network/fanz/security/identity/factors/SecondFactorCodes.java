package network.fanz.security.identity.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.WrongCode;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.FactorChange;
import network.fanz.security.identity.attempts.SignInAttemptStore;
import network.fanz.security.identity.attempts.SignInAttempts;
import network.fanz.security.identity.totp.Totp;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.RateLimited;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes of authenticator apps and recovery codes: each can be used once. */
@Component
public final class SecondFactorCodes {
    static final int RECOVERY_CODES = 10;
    /** At this number the owner is told that few codes are left. */
    public static final int RECOVERY_CODES_LOW = 3;

    /** NIST SP 800-63B-4, 3.2.2: the maximum of failures in a row. */
    static final int FAILURES_MAX = 100;

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_BYTES = 10;
    private static final Duration PROPOSAL_LIFE = Duration.ofMinutes(30);
    /** Between two nodes, or before and after a correction, without a used code becoming good again. */
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(10);

    private static final String SECRET = "identity.totp.secret";
    private static final String RECOVERY = "identity.recovery_code.code_hash";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FactorStore store;
    private final AccountAccessStore access;
    private final SignInAttemptStore attemptStore;
    private final Vault vault;
    private final RateLimits limits;
    private final SignInAttempts attempts;
    private final AccountMails mails;
    private final Audit audit;
    private final TransactionTemplate transaction;
    /** The one that phones have too, unless it has jumped. */
    private final Clock clock;

    private final Clock steady;

    SecondFactorCodes(
            FactorStore store,
            AccountAccessStore accounts,
            SignInAttemptStore tries,
            Vault vault,
            RateLimits limits,
            SignInAttempts attempts,
            AccountMails accountMails,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            @Steady Clock steady) {
        this.store = store;
        this.access = accounts;
        this.attemptStore = tries;
        this.vault = vault;
        this.limits = limits;
        this.attempts = attempts;
        this.mails = accountMails;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.steady = steady;
    }

    public boolean hasTotp(AccountId account) {
        return store.totpSecret(account).isPresent();
    }

    public int recoveryCodesLeft(AccountId account) {
        return store.recoveryCodesLeft(account);
    }

    /** A new secret; it is in force only after a code has confirmed it. */
    public byte[] proposeTotp(AccountId account) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        store.proposeTotp(account, sealed(account, secret), steady.instant());
        return secret;
    }

    /** The secret that waits for its first code; empty if there is none, or its time is over. */
    public Optional<byte[]> proposedTotp(AccountId account) {
        return sealedProposal(account).map(proposed -> opened(account, proposed));
    }

    private Optional<byte[]> sealedProposal(AccountId account) {
        return store.proposedTotpSecret(account, steady.instant().minus(PROPOSAL_LIFE));
    }

    /** @throws WrongCode if the code does not belong to the proposed secret */
    public List<String> confirmTotp(AccountId account, String code, Origin origin) {
        takeFromLimit(account, origin);
        byte[] sealed = sealedProposal(account).orElseThrow(WrongCode::new);
        Optional<TimelyCode> given = timely(opened(account, sealed), code);
        if (given.isEmpty()) {
            attempts.failed(account, "totp", "wrong_code", origin);
            throw new WrongCode();
        }
        return transaction.execute(status -> {
            if (!store.confirmTotp(account, sealed, given.get().step(), clock.instant())) {
                throw new WrongCode();
            }
            access.setFactorSetUp(account, true);
            audit.record(AuditAction.of("identity.set_up_totp", account, "account:" + account));
            mails.factorChanged(account, FactorChange.APP_SET_UP);
            return newRecoveryCodes(account);
        });
    }

    /** @throws WrongCode if the code is wrong or used */
    public void verifyTotp(AccountId account, String code, Origin origin) {
        takeFromLimit(account, origin);
        Optional<byte[]> sealed = store.totpSecret(account);
        Optional<TimelyCode> given = sealed.flatMap(kept -> timely(opened(account, kept), code));
        if (given.isEmpty()
                || !store.useTotpStep(account, given.get().step(), given.get().latest())) {
            attempts.failedFactor(account, "totp", given.isEmpty() ? "wrong_code" : "used_code", origin);
            throw new WrongCode();
        }
    }

    /** @param latest the last step that a node can have reached by the clock that the code goes by */
    private record TimelyCode(long step, long latest) {}

    /**
     * A code that is good by the machine's time or, while that has jumped and nobody knows yet which is right, by the time that goes on from
     * before: a wrong clock here must not make everybody's phone wrong, and every owner a guesser.
     */
    private Optional<TimelyCode> timely(byte[] secret, String code) {
        String digits = CodeForms.totpDigits(code);
        return Stream.of(clock.instant(), steady.instant())
                .flatMap(now -> Totp.USUAL.stepOf(secret, digits, now).stream()
                        .mapToObj(step -> new TimelyCode(step, Totp.step(now.plus(CLOCKS_DIFFER_MAX)) + 1)))
                .findFirst();
    }

    /** @throws WrongCode if the code is wrong or used */
    public void verifyRecoveryCode(AccountId account, String code, Origin origin) {
        takeFromLimit(account, origin);
        boolean used = transaction.execute(status -> {
            boolean good = store.useRecoveryCode(account, hash(account, code), clock.instant());
            if (good) {
                audit.record(AuditAction.of("identity.use_recovery_code", account, "account:" + account));
                mails.recoveryCodeUsed(account, store.recoveryCodesLeft(account));
            }
            return good;
        });
        if (!used) {
            attempts.failedFactor(account, "recovery_code", "wrong_code", origin);
            throw new WrongCode();
        }
    }

    /** Ten new codes; the old codes become invalid. Only keyed hashes of the codes are stored. */
    public List<String> newRecoveryCodes(AccountId account) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < RECOVERY_CODES) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            RANDOM.nextBytes(bytes);
            codes.add(CodeForms.recoveryCode(bytes));
        }
        transaction.executeWithoutResult(status -> {
            store.replaceRecoveryCodes(
                    account, codes.stream().map(code -> hash(account, code)).toList(), clock.instant());
            audit.record(AuditAction.of("identity.make_recovery_codes", account, "account:" + account));
        });
        return codes;
    }

    /**
     * @param otherFactor whether the account has a passkey: its recovery codes then stay valid. It is asked while the account is locked,
     *     because two concurrent requests must not remove both factors
     */
    public void removeTotp(AccountId account, BooleanSupplier otherFactor) {
        transaction.executeWithoutResult(status -> {
            access.lock(account);
            boolean hasOther = otherFactor.getAsBoolean();
            if (store.removeTotp(account)) {
                access.setFactorSetUp(account, hasOther);
                if (!hasOther) {
                    store.deleteRecoveryCodes(account);
                }
                audit.record(AuditAction.of("identity.remove_totp", account, "account:" + account));
                mails.factorChanged(account, FactorChange.APP_REMOVED);
            }
        });
    }

    /** The authenticator app and all recovery codes. */
    public void removeAll(AccountId account) {
        store.removeTotp(account);
        store.deleteRecoveryCodes(account);
    }

    public void deleteRecoveryCodes(AccountId account) {
        store.deleteRecoveryCodes(account);
    }

    /**
     * A known device or network address has its own limit, so a stranger who knows only the password cannot lock the owner out. After
     * {@link #FAILURES_MAX} wrong codes in a row only these may try, until the owner signs in there or with a passkey, or sets a new
     * password by mail.
     */
    private void takeFromLimit(AccountId account, Origin origin) {
        boolean ownDevice = origin.isDeviceOf(account);
        boolean known = ownDevice || attemptStore.isKnownAddress(account, origin.addressHash());
        if (!known && attemptStore.factorFailures(account) >= FAILURES_MAX) {
            attempts.refused(account, "totp", "too_many_failures", origin);
            throw new WrongCode();
        }
        try {
            limits.requireWithin(
                    Limit.SECOND_FACTOR,
                    known
                            ? account + "/" + (ownDevice ? origin.placeKey() : origin.addressHash())
                            : account.toString());
        } catch (RateLimited limited) {
            attempts.refused(account, "totp", "limited", origin);
            throw limited;
        }
    }

    private byte[] hash(AccountId account, String code) {
        return vault.keyedHash(RECOVERY, account + "/" + CodeForms.recoveryLetters(code));
    }

    private byte[] sealed(AccountId account, byte[] secret) {
        return vault.seal(account.value(), SECRET, Base64.getEncoder().encodeToString(secret));
    }

    private byte[] opened(AccountId account, byte[] sealed) {
        return Base64.getDecoder().decode(vault.open(account.value(), SECRET, sealed));
    }
}
