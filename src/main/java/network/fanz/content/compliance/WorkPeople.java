package network.fanz.content.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.common.Page;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.Works;
import network.fanz.content.compliance.consents.ConsentQuestions;
import network.fanz.content.compliance.consents.OwnConsent;
import network.fanz.content.compliance.consents.SealedStatements;
import network.fanz.content.compliance.consents.Statements;
import network.fanz.content.compliance.consents.WorkRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is in a work: what its creator says, and whether everybody has a record and has consented. */
@Component
public class WorkPeople {
    private static final int PAGE = 50;

    private final Works works;
    private final Releases releases;
    private final Statements statements;
    private final SealedStatements kept;
    private final WorkRecords records;
    private final ConsentQuestions questions;
    private final OwnConsent own;

    WorkPeople(
            Works works,
            Releases releases,
            Statements statements,
            SealedStatements kept,
            WorkRecords records,
            ConsentQuestions questions,
            OwnConsent own) {
        this.works = works;
        this.releases = releases;
        this.statements = statements;
        this.kept = kept;
        this.records = records;
        this.questions = questions;
        this.own = own;
    }

    /**
     * Says who is in a work of the creator's, and how it was made; what was said before stays. Sent again with its key it changes nothing.
     *
     * @param from the number of what was said last; 0 for the first time
     * @param people ids of records that the creator keeps; nobody's where the work shows no real person
     * @param amendment why it is said otherwise now; not needed the first time
     * @throws network.fanz.common.NotFound if the creator has no such work
     * @throws RecordMovedOn if something else was said last
     * @throws network.fanz.common.InvalidField if a record is somebody else's, or the work was made after it was sent
     */
    public void say(
            AccountId creator,
            UUID work,
            int from,
            StatementDetails details,
            List<UUID> people,
            @Nullable Amendment amendment,
            String key) {
        statements.say(creator, work, from, details, people, amendment, key);
    }

    /** @throws network.fanz.common.NotFound if the creator has no such work */
    public WorkStanding standing(AccountId creator, UUID work) {
        works.find(work, creator);
        return standing(work);
    }

    /**
     * Asks somebody in a work for their consent, by a letter with a link that they alone get. The link of an earlier letter ends. With the
     * same key it is the same letter.
     *
     * @param email the person's own: never the creator's, and never that of somebody else in their works
     * @param language of the letter
     * @throws network.fanz.common.NotFound if the creator has no such work, or the person is not said to be in it
     * @throws ConsentLettersUsedUp if too many went out today
     */
    public void ask(AccountId creator, UUID work, UUID performer, String email, Language language, String key) {
        questions.ask(creator, work, performer, email, language, key);
    }

    /**
     * Signs a creator's own consent to a work that they are in. Emits {@code consent_signed}.
     *
     * @param name as it is typed: the legal one of the record
     * @throws OneselfNotProven if the record says something else than the document by which the creator is verified
     */
    public void signForOneself(
            AccountId creator, UUID work, UUID performer, Set<ConsentScope> scopes, String name, SignedText text) {
        own.sign(creator, work, performer, scopes, name, text);
    }

    /** The works that a person is said to be in, each as it stands, fifty a page; for whoever may see the person's record. */
    public Page<WorkStanding> worksOf(UUID performer, @Nullable UUID after) {
        return Page.cut(kept.worksOf(performer, after, PAGE + 1), PAGE, UUID::toString)
                .map(this::standing);
    }

    /** Since when the same people are said to be in a work; the beginning of time if nothing has been said. */
    Instant namedSince(UUID work) {
        return kept.namedSince(work);
    }

    WorkStanding standing(UUID work) {
        return records.standing(work, releases.ofWork(work).orElseThrow().upload());
    }
}
