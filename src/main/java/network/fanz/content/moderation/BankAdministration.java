package network.fanz.content.moderation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.common.VisibleText;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.moderation.events.HashBankChanged;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How staff look after the banks. Moderators and administrators see all banks but those for child safety, which custodians and administrators
 * see; to whoever may not see a bank there is none.
 */
@Component
public class BankAdministration {
    private static final int BANKS_MAX = 200;
    private static final int MATCHES_SHOWN_MAX = 100;
    private static final int NAME_MAX = 80;
    private static final int SOURCE_MAX = 120;
    private static final int REASON_MAX = 200;

    private final HashBankStore banks;
    private final BankedHashStore hashes;
    private final HashBanks lookUp;
    private final BankLimits limits;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    BankAdministration(
            HashBankStore banks,
            BankedHashStore hashes,
            HashBanks lookUp,
            BankLimits limits,
            Events events,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.banks = banks;
        this.hashes = hashes;
        this.lookUp = lookUp;
        this.limits = limits;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many of a list were added; the others were there. */
    public record AddedHashes(int added, int known) {}

    /** The banks that the caller may see, by name. */
    public List<HashBank> banks(Caller caller) {
        return banks.all().stream().filter(bank -> sees(caller, bank.meaning())).toList();
    }

    /** @throws NotFound if there is no such bank that the caller may see */
    public HashBank bank(UUID id, Caller caller) {
        return banks.find(id).filter(bank -> sees(caller, bank.meaning())).orElseThrow(() -> new NotFound("bank"));
    }

    /** Which meanings the caller may give a bank. */
    public static List<BankMeaning> meanings(Caller caller) {
        return List.of(BankMeaning.values()).stream()
                .filter(meaning -> sees(caller, meaning))
                .toList();
    }

    private static boolean sees(Caller caller, BankMeaning meaning) {
        return caller.has(Role.ADMINISTRATOR) || caller.has(meaning.isForFewEyes() ? Role.CUSTODIAN : Role.MODERATOR);
    }

    /**
     * Makes a bank, which is switched on. Emits {@code hash_bank_changed}.
     *
     * @param source whose hashes they are, in words
     * @throws BankNameTaken if another has this name
     * @throws Forbidden if the caller could not see it
     */
    public HashBank make(String name, String source, BankMeaning meaning, Caller caller) {
        if (!sees(caller, meaning)) {
            throw new Forbidden("Banks of this meaning are looked after by others.");
        }
        HashBank bank = new HashBank(
                Ids.next(clock),
                VisibleText.line("name", name, NAME_MAX),
                VisibleText.line("source", source, SOURCE_MAX),
                meaning,
                true,
                0,
                now(),
                caller.requireAccount(),
                null);
        transaction.executeWithoutResult(status -> {
            hashes.nextChange(0);
            if (banks.all().size() >= BANKS_MAX) {
                throw new InvalidField("name", Sentence.of("There are {0} banks, and no room for more.", BANKS_MAX));
            }
            if (!banks.insert(bank)) {
                throw new BankNameTaken();
            }
            tell(bank, "made", 0, caller);
            audit.record(done("moderation.make_bank", bank.id(), caller).with("meaning", meaning.name()));
        });
        return bank;
    }

    /**
     * Switches a bank on, or off: it is asked from now on, or no longer. A bank for child safety is switched off by two people: the first asks
     * for it, the second, within a day, does it; switching it on takes back what was asked. Emits {@code hash_bank_changed} if that changes
     * anything.
     *
     * @throws SecondCustodianNeeded if somebody has asked to switch it off for whom the caller is no second person
     */
    public void set(UUID id, boolean enabled, Caller caller) {
        bank(id, caller);
        transaction.executeWithoutResult(status -> {
            hashes.nextChange(0);
            HashBank bank = bank(id, caller);
            if (!enabled && bank.enabled() && bank.meaning().isForFewEyes()) {
                askOff(bank, caller);
            } else if (banks.set(id, enabled)) {
                tell(bank, enabled ? "switched_on" : "switched_off", 0, caller);
                audit.record(done(enabled ? "moderation.switch_bank_on" : "moderation.switch_bank_off", id, caller));
            } else if (enabled && bank.offAsked() != null) {
                banks.askOff(id, null);
                audit.record(done("moderation.keep_bank_on", id, caller));
            }
        });
    }

    private void askOff(HashBank bank, Caller caller) {
        AccountId by = caller.requireAccount();
        SwitchOffAsked asked = limits.inForce(bank, now());
        if (asked == null) {
            banks.askOff(bank.id(), new SwitchOffAsked(by, now()));
            tell(bank, "switch_off_asked", 0, caller);
            audit.record(done("moderation.ask_bank_off", bank.id(), caller));
        } else if (limits.isSecondPerson(asked, by)) {
            banks.set(bank.id(), false);
            tell(bank, "switched_off", 0, caller);
            audit.record(done("moderation.switch_bank_off", bank.id(), caller)
                    .with("asked-by", asked.by().toString()));
        } else if (!asked.by().equals(by)) {
            throw new SecondCustodianNeeded();
        }
    }

    /** Whether the caller can do what somebody has asked for: switch the bank off. */
    public boolean isSecondPerson(HashBank bank, Caller caller) {
        SwitchOffAsked asked = limits.inForce(bank, now());
        return asked != null && limits.isSecondPerson(asked, caller.requireAccount());
    }

    /**
     * Adds hashes, all or none; they match from now on, on every node. Emits {@code hash_bank_changed} if any is new.
     *
     * @throws InvalidField if they are more than are added at once, or than all banks together hold
     */
    public AddedHashes add(UUID id, Collection<NewHash> wanted, Caller caller) {
        HashBank bank = bank(id, caller);
        HashLines.requireFew("hashes", wanted.size());
        return inTransaction(() -> {
            long change = hashes.nextChange(0);
            int added = hashes.insert(id, wanted, change, caller.requireAccount(), now());
            limits.requireRoom(banks.hashes() + added);
            if (added > 0) {
                banks.count(id, added);
                tell(bank, "hashes_added", added, caller);
                audit.record(done("moderation.add_hashes", id, caller).with("hashes", Integer.toString(added)));
            }
            return new AddedHashes(added, wanted.size() - added);
        });
    }

    /**
     * Withdraws a hash: it matches no more. Withdrawn again it stays as it is. Emits {@code hash_bank_changed}.
     *
     * @param because why, for whoever looks at it later
     * @throws NotFound if the bank never had it
     * @throws WithdrawnEnough if ten of a bank for child safety were withdrawn within a day
     */
    public void withdraw(UUID id, long hash, String because, Caller caller) {
        HashBank bank = bank(id, caller);
        String reason = VisibleText.line("because", because, REASON_MAX);
        transaction.executeWithoutResult(status -> {
            long change = hashes.nextChange(1);
            if (hashes.find(id, hash).filter(one -> one.withdrawal() == null).isPresent()) {
                limits.requireFewWithdrawn(bank, now());
            }
            if (hashes.withdraw(id, hash, change, reason, caller.requireAccount(), now())) {
                banks.count(id, -1);
                tell(bank, "hash_withdrawn", 1, caller);
                audit.record(done("moderation.withdraw_hash", id, caller).with("hash", Long.toString(hash)));
            } else if (hashes.find(id, hash).isEmpty()) {
                throw new NotFound("hash");
            }
        });
    }

    /**
     * A bank's hashes, the newest first, withdrawn ones too.
     *
     * @param after the page before's {@code next}; null for the first
     * @throws InvalidField if {@code after} is no page's {@code next}
     */
    public Page<BankedHash> hashes(UUID id, @Nullable String after, int limit, Caller caller) {
        if (bank(id, caller).meaning().isForFewEyes()) {
            transaction.executeWithoutResult(status -> audit.record(done("moderation.list_hashes", id, caller)));
        }
        return Page.cut(hashes.of(id, start(after), limit + 1), limit, hash -> Long.toString(hash.id()));
    }

    /** @throws NotFound if there is no such hash in a bank that the caller may see */
    public BankedHash hash(UUID id, long hash, Caller caller) {
        bank(id, caller);
        return hashes.find(id, hash).orElseThrow(() -> new NotFound("hash"));
    }

    private static long start(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
        return Long.parseLong(after);
    }

    /**
     * What stops a file, as far as the banks go that the caller may see.
     *
     * @throws BanksNotReady if this node cannot say now
     */
    public HashVerdict verdict(ImageHashes file, Caller caller) {
        HashVerdict whole = lookUp.check(file);
        if (whole.answer() == HashVerdict.HashAnswer.NOT_READY) {
            throw new BanksNotReady();
        }
        return HashVerdict.of(file, seen(whole.matches(), caller));
    }

    /**
     * What one hash matches, in the banks that the caller may see and that are switched on; a PDQ hash also what is near. A hundred at most,
     * the gravest first.
     *
     * @throws BanksNotReady if this node cannot say now
     */
    public List<BankMatch> matches(NewHash hash, Caller caller) {
        return seen(lookUp.matches(hash), caller);
    }

    private static List<BankMatch> seen(List<BankMatch> matches, Caller caller) {
        return matches.stream()
                .filter(match -> sees(caller, match.meaning()))
                .sorted(BankMatch.GRAVEST)
                .limit(MATCHES_SHOWN_MAX)
                .toList();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void tell(HashBank bank, String change, int number, Caller caller) {
        String meaning = bank.meaning().name().toLowerCase(Locale.ROOT);
        events.append(new HashBankChanged(bank.id(), change, meaning, number, caller.requireAccount(), now()));
    }

    private static AuditAction done(String action, UUID bank, Caller caller) {
        return AuditAction.of(action, caller.requireAccount(), "hash-bank:" + bank);
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
