package network.fanz.finance.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.platform.events.TestEvents;
import network.fanz.platform.settings.Defaults;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Callers that post without end and note every answer; whoever gets none asks again with the same id. As a program it notes them in a
 * file until it is killed.
 */
final class LedgerCrashLoad {
    private static final int WALLETS = 20;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Ledger ledger;
    private final int count;
    private final List<LedgerAccountId> accounts = new ArrayList<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean going = true;

    /** @param callers how many post at once: few make batches of a few rows, hundreds make batches that overlap */
    LedgerCrashLoad(Ledger ledger, int callers) {
        this.ledger = ledger;
        this.count = callers;
    }

    static Ledger ledger(DataSource source) {
        return new Ledger(source, CLOCK, TestEvents.on(source, CLOCK), Defaults.of(LedgerSettings.class));
    }

    /** Arguments: the database's address, the role, its password, the file, how many callers. It never ends by itself. */
    public static void main(String... arguments) throws IOException {
        Ledger ledger =
                ledger(LedgerFixture.pool(new DriverManagerDataSource(arguments[0], arguments[1], arguments[2])));
        FileChannel notes =
                FileChannel.open(Path.of(arguments[3]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        new LedgerCrashLoad(ledger, Integer.parseInt(arguments[4])).start((id, outcome) -> note(notes, id, outcome));
    }

    void start(BiConsumer<UUID, PostingOutcome> notes) {
        accounts.add(
                ledger.createAccount(NewLedgerAccount.unbounded("crash", AccountCode.PROVIDER_CLEARING, Asset.USD)));
        for (int number = 0; number < WALLETS; number++) {
            accounts.add(ledger.createAccount(
                    NewLedgerAccount.credit("crash-" + number, AccountCode.FAN_WALLET, Asset.USD)));
        }
        for (int number = 0; number < count; number++) {
            callers.add(Thread.ofVirtual().start(() -> post(notes)));
        }
    }

    void stop() throws InterruptedException {
        going = false;
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void post(BiConsumer<UUID, PostingOutcome> notes) {
        Random random = new Random();
        List<UUID> pending = new ArrayList<>();
        while (going) {
            Posting posting = posting(random, pending);
            PostingOutcome outcome = untilAnswered(posting);
            if (outcome != null) {
                notes.accept(posting.id(), outcome);
            }
            if (outcome instanceof PostingOutcome.Accepted && posting.kind() == PostingKind.PENDING) {
                pending.add(posting.id());
            }
        }
    }

    private @org.jspecify.annotations.Nullable PostingOutcome untilAnswered(Posting posting) {
        while (true) {
            try {
                return ledger.recordTransaction(Keeper.PAYMENTS, posting);
            } catch (LedgerUnavailable | LedgerBusy unknown) {
                if (!going) {
                    return null;
                }
            }
        }
    }

    private Posting posting(Random random, List<UUID> pending) {
        UUID id = Ids.next(CLOCK);
        if (!pending.isEmpty() && random.nextInt(3) == 0) {
            UUID open = pending.remove(random.nextInt(pending.size()));
            return random.nextBoolean()
                    ? Posting.postPending(id, open, "crash", "1", CLOCK.instant())
                    : Posting.voidPending(id, open, "crash", "1", CLOCK.instant());
        }
        int debit = random.nextInt(accounts.size());
        int credit = (debit + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
        List<Leg> legs = List.of(
                new Leg(accounts.get(debit), accounts.get(credit), Money.of(Asset.USD, 1 + random.nextInt(100)), 1));
        return random.nextInt(4) == 0
                ? Posting.pending(id, legs, Duration.ofSeconds(60), "crash", "1", CLOCK.instant())
                : Posting.post(id, legs, "crash", "1", CLOCK.instant());
    }

    /** What the operating system has taken survives the program's end. */
    private static void note(FileChannel notes, UUID id, PostingOutcome outcome) {
        try {
            notes.write(ByteBuffer.wrap((id + " " + encoded(outcome) + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Reason and first sequence number, as the database keeps them. */
    static String encoded(PostingOutcome outcome) {
        return switch (outcome) {
            case PostingOutcome.Accepted accepted -> "0 " + accepted.firstSeq();
            case PostingOutcome.Rejected rejected -> rejected.reason().number() + " 0";
        };
    }
}
