package network.fanz.journeys;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AccountProfile;
import network.fanz.security.identity.Identity;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody takes along what the program keeps about them (GDPR, articles 15 and 20): every module says what it has, and this makes one
 * file of it.
 */
@Component
public class OwnData {
    private final List<OwnSection<?>> sections;
    private final List<LeftOut> leftOut = LeftOutList.read();
    private final Identity identity;
    private final AccountProfile profile;
    private final RateLimits limits;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    OwnData(
            List<OwnRecords> modules,
            Identity identity,
            AccountProfile profile,
            RateLimits limits,
            Audit audit,
            TransactionOperations transaction,
            JsonMapper json,
            @Steady Clock clock) {
        this.sections = modules.stream()
                .<OwnSection<?>>flatMap(module -> module.sections().stream())
                .toList();
        this.identity = identity;
        this.profile = profile;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What stands in the file, in its order. */
    public List<OwnSection<?>> sections() {
        return sections;
    }

    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /**
     * The file of an account's owner. Each that is asked for is audited, and its owner told by letter, whether or not it is then read.
     *
     * @throws network.fanz.security.ratelimit.RateLimited if the account has asked for several lately
     */
    public OwnDataFile file(AccountId owner) {
        limits.requireWithin(Limit.OWN_DATA, owner.toString());
        transaction.executeWithoutResult(status -> {
            audit.record(AuditAction.of("identity.export_data", owner, "account:" + owner));
            profile.tellOfDataFile(owner);
        });
        Instant madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new OwnDataFile(owner, madeAt, sections, leftOut, identity, json);
    }
}
