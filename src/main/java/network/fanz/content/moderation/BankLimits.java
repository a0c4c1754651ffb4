package network.fanz.content.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much banks hold, and what nobody does alone to one for child safety: switch it off, or empty it hash by hash. */
@Component
class BankLimits {
    static final int WITHDRAWN_A_DAY_MAX = 10;
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);
    private static final Set<Role> ASKING = Set.of(Role.CUSTODIAN, Role.ADMINISTRATOR);

    private final BankedHashStore hashes;
    private final Identity identity;
    private final ModerationSettings settings;

    BankLimits(BankedHashStore hashes, Identity identity, ModerationSettings settings) {
        this.hashes = hashes;
        this.identity = identity;
        this.settings = settings;
    }

    /** @throws InvalidField if all banks together would hold more than they may */
    void requireRoom(long held) {
        if (held > settings.hashesMax()) {
            throw new InvalidField(
                    "hashes",
                    Sentence.of(
                            "All banks together hold at most {0} hashes. Nothing was added.", settings.hashesMax()));
        }
    }

    /** What was asked for and still counts: for a day, and for as long as whoever asked could ask again. */
    @Nullable SwitchOffAsked inForce(HashBank bank, Instant now) {
        SwitchOffAsked asked = bank.offAsked();
        return asked != null
                        && asked.at().isAfter(now.minus(GOOD_FOR))
                        && !asked.at().isAfter(now.plus(CLOCKS_DIFFER_MAX))
                        && identity.mayActAs(asked.by(), ASKING)
                ? asked
                : null;
    }

    boolean isSecondPerson(SwitchOffAsked asked, AccountId by) {
        return !asked.by().equals(by) && identity.areIndependent(by, asked.by());
    }

    /** @throws WithdrawnEnough if as many were withdrawn within a day as may be */
    void requireFewWithdrawn(HashBank bank, Instant now) {
        if (bank.meaning().isForFewEyes()
                && hashes.withdrawnSince(bank.id(), now.minus(GOOD_FOR), WITHDRAWN_A_DAY_MAX) >= WITHDRAWN_A_DAY_MAX) {
            throw new WithdrawnEnough(WITHDRAWN_A_DAY_MAX);
        }
    }
}
