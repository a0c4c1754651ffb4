package network.fanz.content.introductions.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What a creator says of themselves was proposed, shown, refused or withdrawn.
 *
 * @param introduction null where all that the creator had was withdrawn
 * @param state {@code proposed}, {@code shown}, {@code refused} or {@code withdrawn}
 * @param reason why it was refused; null otherwise
 * @param by the creator, or the administrator who decided
 */
@EventType("introduction_moved")
public record IntroductionMoved(
        @Nullable UUID introduction,
        AccountId creator,
        String state,
        @Nullable String reason,
        AccountId by,
        Instant at) implements DomainEvent {
    @Override
    public String key() {
        return creator.toString();
    }
}
