package network.fanz.content.introductions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps introductions under their writers' keys: what an erased writer has left is there and says nothing. */
@Component
class SealedIntroductions {
    private static final String WORDS = "introductions.introduction.words";
    private static final String LINKS = "introductions.introduction.links";

    private final IntroductionStore store;
    private final Vault vault;

    SealedIntroductions(IntroductionStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    void lock(AccountId creator) {
        store.lock(creator);
    }

    void insert(UUID id, AccountId creator, Introduction introduction, Instant at) {
        String links = introduction.links().stream().map(WebLink::url).collect(Collectors.joining("\n"));
        store.insert(
                id,
                creator,
                vault.seal(creator.value(), WORDS, introduction.words()),
                vault.seal(creator.value(), LINKS, links),
                at);
    }

    void decide(UUID id, IntroductionState state, @Nullable IntroductionRefusal reason, AccountId by, Instant at) {
        store.decide(id, state, reason, by, at);
    }

    /** @return how many there were */
    int remove(AccountId creator, IntroductionState... states) {
        return store.remove(creator, List.of(states));
    }

    Optional<IntroductionProposal> find(UUID id) {
        return store.find(id).map(this::open);
    }

    IntroductionStanding standing(AccountId creator) {
        return IntroductionStanding.of(of(creator));
    }

    /** All that there are of a creator. */
    List<IntroductionProposal> of(AccountId creator) {
        return store.of(creator).stream().map(this::open).toList();
    }

    int countWaiting() {
        return store.countWaiting();
    }

    List<IntroductionProposal> waiting(int limit) {
        return store.waiting(limit).stream().map(this::open).toList();
    }

    private IntroductionProposal open(IntroductionStore.IntroductionRow row) {
        return new IntroductionProposal(
                row.id(),
                row.creator(),
                introduction(row),
                row.state(),
                row.reason(),
                row.proposedAt(),
                row.decidedAt());
    }

    private Introduction introduction(IntroductionStore.IntroductionRow row) {
        try {
            UUID writer = row.creator().value();
            return new Introduction(
                    vault.open(writer, WORDS, row.words()),
                    vault.open(writer, LINKS, row.links())
                            .lines()
                            .flatMap(url -> WebLink.kept(url).stream())
                            .toList());
        } catch (SubjectForgotten erased) {
            return Introduction.ERASED;
        }
    }
}
