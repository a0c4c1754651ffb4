package network.fanz.content.compliance.consents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.ConsentDoor;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.GivenConsent;
import network.fanz.content.compliance.consents.AskedConsentStore.AskedRow;
import network.fanz.content.compliance.consents.SignatureStore.ConsentRow;
import network.fanz.security.identity.LinkNotGood;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Shows performers what they have signed, and lets them take it back: the work is down with the same commit. */
@Component
public class ConsentRevocations {
    private final SignatureStore store;
    private final AskedConsentStore asked;
    private final SealedStatements statements;
    private final ConsentParties parties;
    private final ConsentLetters letters;
    private final SignatureWriting writing;
    private final SameFileConsents sameFile;
    private final TransactionOperations transaction;

    ConsentRevocations(
            SignatureStore store,
            AskedConsentStore asked,
            SealedStatements statements,
            ConsentParties parties,
            ConsentLetters letters,
            SignatureWriting writing,
            SameFileConsents sameFile,
            TransactionOperations transaction) {
        this.store = store;
        this.asked = asked;
        this.statements = statements;
        this.parties = parties;
        this.letters = letters;
        this.writing = writing;
        this.sameFile = sameFile;
        this.transaction = transaction;
    }

    /** What an account has signed, or whoever reads the mailbox of its confirmed address; the latest first. */
    public List<GivenConsent> of(AccountId account, @Nullable UUID after, int limit) {
        return store.of(account, parties.confirmedKey(account).orElse(null), after, limit).stream()
                .map(this::seen)
                .toList();
    }

    /** See {@link network.fanz.content.compliance.Consents#given}. */
    public GivenConsent given(ConsentDoor door) {
        return seen(signed(door));
    }

    /** See {@link network.fanz.content.compliance.Consents#revoke}. */
    public void revoke(ConsentDoor door, Set<ConsentScope> scopes) {
        if (scopes.isEmpty()) {
            throw new InvalidField("scopes", "Tick what you take back.");
        }
        transaction.executeWithoutResult(status -> {
            statements.lock(signed(door).work());
            ConsentRow row = signed(door);
            if (!row.scopes().containsAll(scopes)) {
                throw new InvalidField("scopes", "You can take back what you have signed, and nothing else.");
            }
            Set<ConsentScope> held = scopes.stream().filter(row::holds).collect(Collectors.toUnmodifiableSet());
            if (!held.isEmpty()) {
                revoke(row, held, door.account());
            }
        });
    }

    private void revoke(ConsentRow row, Set<ConsentScope> scopes, @Nullable AccountId by) {
        writing.revoke(row, scopes, by != null && isOf(by, row) ? by : null);
        invitation(row).ifPresent(letter -> letters.revoked(parties.performer(letter), parties.name(row.creator())));
        if (scopes.stream().anyMatch(ConsentScope.NEEDED::contains)) {
            letters.revokedFor(row.creator(), row.work());
            sameFile.lookAgain(row.work());
        }
    }

    private ConsentRow signed(ConsentDoor door) {
        return switch (door) {
            case ConsentDoor.ByLink(String token, AccountId ignored) ->
                ConsentToken.hashOf(token).flatMap(store::find).orElseThrow(LinkNotGood::new);
            case ConsentDoor.ByAccount(AccountId account, UUID id) ->
                store.find(id).filter(row -> isOf(account, row)).orElseThrow(() -> new NotFound("consent"));
        };
    }

    private boolean isOf(AccountId account, ConsentRow row) {
        return account.equals(row.account())
                || invitation(row)
                        .filter(letter -> parties.confirmedKey(account)
                                .filter(key -> Arrays.equals(key, letter.addressKey()))
                                .isPresent())
                        .isPresent();
    }

    private Optional<AskedRow> invitation(ConsentRow row) {
        return Optional.ofNullable(row.invitation()).flatMap(asked::find);
    }

    private GivenConsent seen(ConsentRow row) {
        return new GivenConsent(
                row.id(),
                row.work(),
                parties.work(row.work(), row.creator()).title(),
                row.creator(),
                row.scopes(),
                row.revoked(),
                row.text(),
                row.at());
    }
}
