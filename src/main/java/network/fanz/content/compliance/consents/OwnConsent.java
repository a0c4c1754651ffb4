package network.fanz.content.compliance.consents;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.OneselfNotProven;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.RecordText;
import network.fanz.content.compliance.SignedText;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerifiedPerson;
import network.fanz.content.compliance.agreement.LegalName;
import network.fanz.content.compliance.verification.CheckBeginnings;
import network.fanz.content.compliance.verification.VerificationDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets creators who are in their own works sign for themselves: only in the name and with the birthday of the document by which they are
 * verified, or a record called one's own would be a way to sign for somebody else.
 */
@Component
public class OwnConsent {
    private final NamedPeople people;
    private final ConsentParties parties;
    private final CheckBeginnings checks;
    private final VerificationDesk desk;
    private final SignatureWriting writing;
    private final Releases releases;
    private final TransactionOperations transaction;

    OwnConsent(
            NamedPeople people,
            ConsentParties parties,
            CheckBeginnings checks,
            VerificationDesk desk,
            SignatureWriting writing,
            Releases releases,
            TransactionOperations transaction) {
        this.people = people;
        this.parties = parties;
        this.checks = checks;
        this.desk = desk;
        this.writing = writing;
        this.releases = releases;
        this.transaction = transaction;
    }

    /** See {@link network.fanz.content.compliance.WorkPeople#signForOneself}. */
    public void sign(
            AccountId creator, UUID work, UUID performer, Set<ConsentScope> scopes, String typed, SignedText text) {
        if (ConsentParties.isOver(parties.work(work, creator))) {
            throw new InvalidField("name", "This work was taken back or does not come: nothing is signed for it.");
        }
        PerformerRecord record = record(work, performer);
        String name = RecordText.words("name", typed);
        PerformerDetails details = record.person().details();
        if (!isProven(creator, details)) {
            throw new OneselfNotProven();
        }
        if (!LegalName.isWhole(name, details.legalName())) {
            throw new InvalidField(
                    "name", "Write your name as your record has it: all given names and the family name.");
        }
        transaction.executeWithoutResult(status -> {
            people.lock(work);
            var signed = new SignatureWriting.Signed(
                    null,
                    work,
                    releases.ofWork(work).orElseThrow().upload(),
                    performer,
                    creator,
                    Optional.of(creator),
                    scopes);
            writing.write(signed, name, text, null);
        });
    }

    private PerformerRecord record(UUID work, UUID performer) {
        PerformerRecord record = people.find(work, performer);
        if (!record.oneself()) {
            throw new InvalidField("name", "Nobody signs for somebody else: ask them by a letter.");
        }
        return record;
    }

    private boolean isProven(AccountId creator, PerformerDetails details) {
        return Optional.ofNullable(checks.standing(creator).verified())
                .map(Verification::id)
                .flatMap(desk::person)
                .filter(person -> isSame(person, details))
                .isPresent();
    }

    private static boolean isSame(VerifiedPerson person, PerformerDetails details) {
        return person.born().equals(details.dateOfBirth())
                && LegalName.isWhole(details.legalName(), person.legalName());
    }
}
