package network.fanz.finance.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Sentence;
import network.fanz.finance.ledger.hand.HandPostingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a posting by hand would move, at most so much, and how the accounts stand then, for whoever decides about it. */
@Component
public class HandPostingEffects {
    /** A hold, its posting, and the reversal of that: more there cannot be. */
    private static final int REFERENCES_MAX = 4;

    private final Ledger ledger;
    private final HandPostingStore store;
    private final LedgerSettings settings;
    private final HandPostingsAbout subjects;

    HandPostingEffects(Ledger ledger, HandPostingStore store, LedgerSettings settings, HandPostingsAbout subjects) {
        this.ledger = ledger;
        this.store = store;
        this.settings = settings;
        this.subjects = subjects;
    }

    HandPostingsAbout subjects() {
        return subjects;
    }

    /** All legs together; each of them before, for then no sum is too long for an amount. */
    void requireBounded(String field, List<Leg> legs) {
        legs.forEach(leg -> requireBounded(field, leg.amount()));
        legs.stream()
                .map(Leg::amount)
                .collect(Collectors.toMap(Money::asset, Function.identity(), Money::plus))
                .values()
                .forEach(whole -> requireBounded(field, whole));
    }

    /**
     * @param field as the caller's form names the amount
     * @throws InvalidField if it is more than one posting by hand may move
     */
    public void requireBounded(String field, Money amount) {
        Asset asset = amount.asset();
        Money most = new Money(asset, settings.handPostingMax().multiply(BigInteger.TEN.pow(asset.scale())));
        if (amount.compareTo(most) > 0) {
            throw new InvalidField(field, Sentence.of("One posting by hand moves {0} at most.", most));
        }
    }

    /** The legs that it moves: its own, or those of what it ends or takes back; none if that was not posted by hand. */
    public List<Leg> legs(HandPosting posting) {
        List<Leg> legs = legs(posting.legs(), posting.refersTo());
        return posting.kind() == PostingKind.REVERSAL
                ? legs.reversed().stream().map(HandPostingEffects::turned).toList()
                : legs;
    }

    /** Follows what a posting takes back or ends to the one that moved something: those in between have no legs of their own. */
    List<Leg> legs(List<Leg> own, @Nullable UUID refersTo) {
        Stream<HandPosting> before = Stream.iterate(
                        earlier(refersTo),
                        Optional::isPresent,
                        one -> earlier(one.get().refersTo()))
                .limit(REFERENCES_MAX)
                .map(Optional::orElseThrow);
        return Stream.concat(own.stream(), before.flatMap(one -> one.legs().stream()))
                .toList();
    }

    private Optional<HandPosting> earlier(@Nullable UUID posting) {
        return Optional.ofNullable(posting).flatMap(store::findByPosting);
    }

    private static Leg turned(Leg leg) {
        return new Leg(leg.credit(), leg.debit(), leg.amount(), leg.code());
    }

    /** How each account that it moves stands now, and how it would stand if it were booked now. */
    public List<ExpectedBalance> balances(HandPosting posting) {
        List<Leg> legs = legs(posting);
        Map<LedgerAccountId, LedgerAccount> now = ledger.accounts(legs.stream()
                .flatMap(leg -> Stream.of(leg.debit(), leg.credit()))
                .distinct()
                .toList());
        Map<LedgerAccountId, LedgerAccount> after = new LinkedHashMap<>();
        for (Leg leg : legs) {
            change(
                    now,
                    after,
                    leg.debit(),
                    account -> account.debited(posting.kind(), leg.amount().units()));
            change(
                    now,
                    after,
                    leg.credit(),
                    account -> account.credited(posting.kind(), leg.amount().units()));
        }
        List<ExpectedBalance> balances = new ArrayList<>();
        after.forEach((id, account) -> balances.add(new ExpectedBalance(Objects.requireNonNull(now.get(id)), account)));
        return balances;
    }

    private static void change(
            Map<LedgerAccountId, LedgerAccount> now,
            Map<LedgerAccountId, LedgerAccount> after,
            LedgerAccountId id,
            UnaryOperator<LedgerAccount> change) {
        LedgerAccount account = after.getOrDefault(id, now.get(id));
        if (account != null) {
            after.put(id, change.apply(account));
        }
    }
}
