package network.fanz.security.ratelimit.blocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.ratelimit.AddressBlock;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.events.AddressBlockLifted;
import network.fanz.security.ratelimit.events.AddressBlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocks addresses, prolongs blocks and ends them. Each of these is written to the audit log. */
@Component
public class AddressBlocks {
    /** How far the clocks of two nodes differ without anything being wrong. */
    private static final Duration SKEW_MAX = Duration.ofSeconds(5);

    private final AddressBlockStore blocks;
    private final LimitSettings settings;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    AddressBlocks(AddressBlockStore blocks, LimitSettings settings, Audit audit, Events events, @Steady Clock clock) {
        this.blocks = blocks;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A second block never shortens the first. Emits {@code address_blocked} if it changes anything.
     *
     * @param requested how long from now; no block is longer than the settings allow
     */
    @Transactional
    public void block(String addressHash, Duration requested, String reason) {
        Instant now = clock.instant();
        Duration longest = settings.blockTimeMax();
        Duration duration = requested.compareTo(longest) > 0 ? longest : requested;
        blocks.block(new AddressBlock(addressHash, reason, now, now.plus(duration)))
                .ifPresent(block -> {
                    audit.record(AuditAction.of("ratelimit.block", null, "address:" + addressHash)
                            .with("reason", reason)
                            .with("until", block.until().toString()));
                    events.append(new AddressBlocked(addressHash, reason, now, block.until()));
                });
    }

    /**
     * Emits {@code address_block_lifted}.
     *
     * @throws NotFound if the address is not blocked
     */
    @Transactional
    public void lift(String addressHash, @Nullable AccountId by) {
        Instant now = clock.instant();
        Instant since = blocks.last(addressHash).map(AddressBlock::from).orElse(now);
        if (!blocks.end(addressHash, now)) {
            throw new NotFound("block");
        }
        audit.record(AuditAction.of("ratelimit.lift", by, "address:" + addressHash));
        events.append(new AddressBlockLifted(addressHash, by, since, now));
    }

    public Optional<AddressBlock> inForce(String addressHash) {
        return blocks.inForce(addressHash, clock.instant());
    }

    public Optional<AddressBlock> last(String addressHash) {
        return blocks.last(addressHash);
    }

    public List<AddressBlock> inForce() {
        return blocks.inForce(clock.instant());
    }

    /** Deletes the blocks that ended longer ago than the settings keep them, and mends those that a clock has set ahead. */
    public void sweep() {
        Instant now = clock.instant();
        blocks.restartThoseAhead(now, now.plus(SKEW_MAX));
        blocks.deleteEndedBefore(now.minus(settings.blocksKeptFor()));
    }
}
