package network.fanz.content.compliance.consents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.compliance.ConsentLettersUsedUp;
import network.fanz.content.compliance.consents.AskedConsentStore.AskedRow;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks the people in a work for their consent, each at an address of their own. */
@Component
public class ConsentQuestions {
    static final Duration GOOD_FOR = Duration.ofDays(14);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int A_DAY_MAX = 100;
    private static final int A_DAY_AND_ADDRESS_MAX = 5;
    /** Of all creators together. */
    private static final int A_DAY_AND_MAILBOX_MAX = 20;

    private final AskedConsentStore store;
    private final NamedPeople people;
    private final ConsentParties parties;
    private final ConsentLetters letters;
    private final Releases releases;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ConsentQuestions(
            AskedConsentStore store,
            NamedPeople people,
            ConsentParties parties,
            ConsentLetters letters,
            Releases releases,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.people = people;
        this.parties = parties;
        this.letters = letters;
        this.releases = releases;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** See {@link network.fanz.content.compliance.WorkPeople#ask}. */
    public void ask(AccountId creator, UUID work, UUID performer, String typed, Language language, String key) {
        EmailAddress address = EmailAddress.of("email", typed);
        UUID id = Ids.derived("compliance.consent", work + ":" + performer + ":" + key);
        transaction.executeWithoutResult(status -> {
            people.lock(work);
            requireAskable(creator, work, performer);
            if (store.find(id).isEmpty()) {
                byte[] addressKey = parties.key(address);
                requireAddress(creator, performer, address, addressKey);
                ask(id, creator, work, performer, address, addressKey, language);
            }
        });
    }

    private void ask(
            UUID id,
            AccountId creator,
            UUID work,
            UUID performer,
            EmailAddress address,
            byte[] addressKey,
            Language language) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] countedKey = parties.countedKey(address);
        requireRoom(creator, countedKey, now);
        store.withdraw(work, performer, now);
        AskedRow row = new AskedRow(
                id,
                work,
                releases.ofWork(work).orElseThrow().upload(),
                performer,
                creator,
                parties.seal(performer, address),
                addressKey,
                language.tag(),
                now,
                now.plus(GOOD_FOR),
                null,
                null,
                0);
        String token = ConsentToken.generate();
        store.insert(row, countedKey, ConsentToken.hash(token));
        letters.asked(parties.performer(row), parties.name(creator), token, row.expiresAt());
        audit.record(AuditAction.of("compliance.ask_consent", creator, "work:" + work)
                .with("performer", performer.toString()));
    }

    private void requireAskable(AccountId creator, UUID work, UUID performer) {
        if (ConsentParties.isOver(parties.work(work, creator))) {
            throw new InvalidField(
                    "email", "This work was taken back or does not come: nobody is asked about it any more.");
        }
        if (people.find(work, performer).oneself()) {
            throw new InvalidField("email", "This is the record of yourself: sign for yourself, without a letter.");
        }
    }

    private void requireAddress(AccountId creator, UUID performer, EmailAddress address, byte[] addressKey) {
        if (parties.isOwn(creator, address)) {
            throw new InvalidField("email", "This is your own address. Nobody signs for somebody else: write theirs.");
        }
        if (store.isOfAnother(creator, addressKey, performer)) {
            throw new InvalidField(
                    "email",
                    "You have given this address for somebody else in your works. Each person is asked at their own.");
        }
    }

    private void requireRoom(AccountId creator, byte[] countedKey, Instant now) {
        Instant since = now.minus(DAY);
        if (store.sentSince(creator, since) >= A_DAY_MAX
                || store.sentSince(creator, countedKey, since) >= A_DAY_AND_ADDRESS_MAX
                || store.sentSince(countedKey, since) >= A_DAY_AND_MAILBOX_MAX) {
            throw new ConsentLettersUsedUp();
        }
    }
}
