package network.fanz.finance.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.finance.ledger.hand.HandPostingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which postings by hand are about the same thing, so that nobody books it twice. What takes such a posting back is about the same, and
 * then that one no longer counts.
 */
@Component
public class HandPostingsAbout {
    private static final int LISTED_MAX = 50;

    private final HandPostingStore store;
    private final HandPostingSubject subject;

    HandPostingsAbout(HandPostingStore store, HandPostingSubject subject) {
        this.store = store;
        this.subject = subject;
    }

    /** The newest fifty. */
    public List<HandPosting> of(UUID about) {
        return store.about(about, LISTED_MAX);
    }

    /** What a posting by hand is about, also one that takes back what another node, of an earlier version, was told of; null if nothing. */
    public @Nullable UUID aboutOf(UUID handPosting) {
        return store.find(handPosting)
                .map(one -> one.about() != null || one.refersTo() == null
                        ? one.about()
                        : store.findByPosting(one.refersTo())
                                .map(HandPosting::about)
                                .orElse(null))
                .orElse(null);
    }

    /** Whether one of them is in the books, and was not taken back. */
    public boolean isBooked(UUID about) {
        return store.isBooked(about);
    }

    /** @return what a proposal is about; null if it does not say so */
    @Nullable UUID about(NewHandPosting asked) {
        if (asked.about() != null && asked.kind() != PostingKind.POST) {
            throw new InvalidField(
                    "about",
                    "Only a posting of the kind POST says what it is about. What takes it back is about the same.");
        }
        return asked.kind() == PostingKind.REVERSAL
                ? Optional.ofNullable(asked.refersTo())
                        .flatMap(store::findByPosting)
                        .map(HandPosting::about)
                        .orElse(null)
                : asked.about();
    }

    /** In the transaction that has written the proposal: until it ends nobody else proposes anything about the same. */
    void check(@Nullable UUID about, PostingKind kind) {
        if (about != null && kind == PostingKind.POST) {
            store.lock(about);
            store.moved(about).forEach(whole -> subject.check(about, whole));
        }
    }
}
