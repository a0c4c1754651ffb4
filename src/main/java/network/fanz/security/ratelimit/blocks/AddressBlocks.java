package network.fanz.security.ratelimit.blocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.ratelimit.AddressBlock;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.events.AddressBlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocks an address for a capped while, prolongs a block, and ends it; each leaves its trace. */
@Component
public class AddressBlocks {
    private final AddressBlockStore blocks;
    private final LimitSettings settings;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    AddressBlocks(AddressBlockStore blocks, LimitSettings settings, Audit audit, Events events, Clock clock) {
        this.blocks = blocks;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A second block never shortens the first. Emits {@code address_blocked} if it changes anything. */
    @Transactional
    public void block(String addressHash, Duration time, String reason) {
        Instant now = clock.instant();
        Duration capped = time.compareTo(settings.blockMax()) > 0 ? settings.blockMax() : time;
        blocks.block(new AddressBlock(addressHash, reason, now, now.plus(capped)))
                .ifPresent(block -> {
                    audit.record(AuditAction.of("ratelimit.block", null, "address:" + addressHash)
                            .with("reason", reason)
                            .with("until", block.until().toString()));
                    events.append(new AddressBlocked(addressHash, reason, now, block.until()));
                });
    }

    /** @throws NotFound if the address is not blocked */
    @Transactional
    public void lift(String addressHash, @Nullable AccountId by) {
        if (!blocks.end(addressHash, clock.instant())) {
            throw new NotFound("block");
        }
        audit.record(AuditAction.of("ratelimit.lift", by, "address:" + addressHash));
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

    /** Deletes the blocks that ended so long ago that nobody asks for them. */
    public void deleteOld() {
        blocks.deleteEndedBefore(clock.instant().minus(settings.blocksKept()));
    }
}
