package network.fanz.content.compliance.consents;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Work;
import network.fanz.content.compliance.AskedConsent.AskedState;
import network.fanz.content.compliance.ConsentDoor;
import network.fanz.content.compliance.ConsentOfAnother;
import network.fanz.content.compliance.ConsentRequest;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.RecordText;
import network.fanz.content.compliance.SignedText;
import network.fanz.content.compliance.agreement.LegalName;
import network.fanz.content.compliance.consents.AskedConsentStore.AskedRow;
import network.fanz.content.compliance.performers.SealedPerformers;
import network.fanz.security.identity.LinkNotGood;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a performer who was asked sign, in the name that their record has: once for each time that they were asked. */
@Component
public class ConsentSigning {
    private static final int WRONG_NAMES_MAX = 10;

    private final AskedConsentStore store;
    private final SealedStatements statements;
    private final SealedPerformers performers;
    private final ConsentParties parties;
    private final ConsentLetters letters;
    private final SignatureWriting writing;
    private final TransactionOperations transaction;
    private final Clock clock;

    ConsentSigning(
            AskedConsentStore store,
            SealedStatements statements,
            SealedPerformers performers,
            ConsentParties parties,
            ConsentLetters letters,
            SignatureWriting writing,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.statements = statements;
        this.performers = performers;
        this.parties = parties;
        this.letters = letters;
        this.writing = writing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** See {@link network.fanz.content.compliance.Consents#performers}. */
    public Set<UUID> performers(Collection<UUID> ids) {
        return performers.known(ids);
    }

    /** What the account can still answer, the newest first. */
    public List<ConsentRequest> open(AccountId account, int limit) {
        return parties.confirmedKey(account).stream()
                .flatMap(key -> store.open(key, clock.instant(), limit).stream())
                .filter(row -> !ConsentParties.isOver(work(row)))
                .map(this::seen)
                .toList();
    }

    /** See {@link network.fanz.content.compliance.Consents#asked}. */
    public ConsentRequest asked(ConsentDoor door) {
        return seen(opened(door));
    }

    /** See {@link network.fanz.content.compliance.Consents#sign}. */
    public void sign(ConsentDoor door, Set<ConsentScope> scopes, String typed, SignedText text) {
        AskedRow asked = opened(door);
        String name = RecordText.words("name", typed);
        if (!LegalName.isWhole(
                name, performers.find(asked.performer()).person().details().legalName())) {
            transaction.executeWithoutResult(
                    status -> store.countWrongName(asked.id(), WRONG_NAMES_MAX, clock.instant()));
            throw new InvalidField(
                    "name",
                    "This is not the name that the record of you has. Write all given names and the family name, as your document has them. If the record is wrong, tell whoever asks you.");
        }
        transaction.executeWithoutResult(status -> {
            statements.lock(asked.work());
            sign(opened(door), door, scopes, name, text);
        });
    }

    private void sign(AskedRow asked, ConsentDoor door, Set<ConsentScope> scopes, String name, SignedText text) {
        String token = ConsentToken.generate();
        Optional<AccountId> account = Optional.ofNullable(door.account()).filter(one -> isAsked(one, asked));
        writing.write(
                new SignatureWriting.Signed(
                        asked.id(), asked.work(), asked.upload(), asked.performer(), asked.creator(), account, scopes),
                name,
                text,
                token);
        store.use(asked.id(), now());
        letters.signed(parties.performer(asked), parties.name(asked.creator()), token);
    }

    private AskedRow opened(ConsentDoor door) {
        AskedRow row = switch (door) {
            case ConsentDoor.ByLink(String token, AccountId ignored) ->
                ConsentToken.hashOf(token).flatMap(store::find).orElseThrow(LinkNotGood::new);
            case ConsentDoor.ByAccount(AccountId account, UUID id) ->
                store.find(id).filter(one -> isAsked(account, one)).orElseThrow(() -> new NotFound("consent"));
        };
        if (row.creator().equals(door.account())) {
            throw new ConsentOfAnother();
        }
        if (row.state(clock.instant()) != AskedState.OPEN || ConsentParties.isOver(work(row))) {
            throw new LinkNotGood();
        }
        return row;
    }

    private boolean isAsked(AccountId account, AskedRow row) {
        return parties.confirmedKey(account)
                .filter(key -> Arrays.equals(key, row.addressKey()))
                .isPresent();
    }

    private ConsentRequest seen(AskedRow row) {
        return new ConsentRequest(row.id(), row.work(), work(row).title(), row.creator(), row.expiresAt());
    }

    private Work work(AskedRow row) {
        return parties.work(row.work(), row.creator());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
