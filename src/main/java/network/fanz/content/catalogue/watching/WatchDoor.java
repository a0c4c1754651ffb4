package network.fanz.content.catalogue.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.AgeNotAssured;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.MediaAddress;
import network.fanz.content.catalogue.OwnedPass;
import network.fanz.content.catalogue.PassNeeded;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.PurchaseNeeded;
import network.fanz.content.catalogue.Showing;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.WatchAccess;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.catalogue.sales.WorkSales;
import network.fanz.content.catalogue.watching.MediaTokens.MediaToken;
import network.fanz.content.catalogue.watching.WatchStore.WatchRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets viewers to what is published, or says what is missing. */
@Component
public class WatchDoor {
    /** A player asks for a new address before this is over. */
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final WatchStore store;
    private final DeliveryGates gates;
    private final MediaTokens tokens;
    private final Catalogue catalogue;
    private final WorkSales sales;

    WatchDoor(WatchStore store, DeliveryGates gates, MediaTokens tokens, Catalogue catalogue, WorkSales sales) {
        this.store = store;
        this.gates = gates;
        this.tokens = tokens;
        this.catalogue = catalogue;
        this.sales = sales;
    }

    /** See {@link network.fanz.content.catalogue.PublishedWorks#access}. */
    public WatchAccess access(PublishedWork work, Viewer viewer) {
        return access(work.id(), work.creator(), work.showing(), viewer);
    }

    private WatchAccess access(UUID work, AccountId creator, Showing showing, Viewer viewer) {
        if (viewer.session() == null || !gates.areClear(viewer)) {
            return WatchAccess.AGE;
        }
        return mayWatch(work, creator, showing, viewer.account())
                ? WatchAccess.OPEN
                : WatchAccess.missing(showing.audience());
    }

    private boolean mayWatch(UUID work, AccountId creator, Showing showing, @Nullable AccountId account) {
        WorkAudience audience = showing.audience();
        if (audience == WorkAudience.EVERYONE || account == null) {
            return audience == WorkAudience.EVERYONE;
        }
        return account.equals(creator)
                || (audience.isForSupporters() && catalogue.supports(account, creator))
                || sales.owns(account, work);
    }

    /** See {@link network.fanz.content.catalogue.PublishedWorks#address}. */
    public MediaAddress address(PublishedWork work, Viewer viewer) {
        return switch (access(work, viewer)) {
            case AGE -> throw new AgeNotAssured();
            case PASS -> throw new PassNeeded();
            case PURCHASE -> throw new PurchaseNeeded(false);
            case PASS_OR_PURCHASE -> throw new PurchaseNeeded(true);
            case OPEN -> signed(work, Objects.requireNonNull(viewer.session()));
        };
    }

    /** See {@link network.fanz.content.catalogue.PublishedWorks#addresses}: asked once for all, not for each. */
    public Map<UUID, MediaAddress> addresses(List<PublishedWork> works, Viewer viewer) {
        UUID session = viewer.session();
        if (works.isEmpty() || session == null || !gates.areClear(viewer)) {
            return Map.of();
        }
        AccountId account = viewer.account();
        Set<UUID> open = account == null ? Set.of() : opened(works, account);
        return works.stream()
                .filter(work -> work.showing().audience() == WorkAudience.EVERYONE || open.contains(work.id()))
                .collect(Collectors.toMap(PublishedWork::id, work -> signed(work, session), (one, same) -> one));
    }

    /** Their own, those that a pass of theirs opens, and those that they have bought. */
    private Set<UUID> opened(List<PublishedWork> works, AccountId account) {
        Set<AccountId> supported = supported(account);
        Set<UUID> bought =
                sales.owned(account, works.stream().map(PublishedWork::id).toList());
        return works.stream()
                .filter(work -> work.creator().equals(account)
                        || bought.contains(work.id())
                        || (work.showing().audience().isForSupporters() && supported.contains(work.creator())))
                .map(PublishedWork::id)
                .collect(Collectors.toSet());
    }

    /** Those whose pass they hold. */
    private Set<AccountId> supported(AccountId account) {
        return catalogue.library(account).stream()
                .filter(OwnedPass::active)
                .map(OwnedPass::creator)
                .collect(Collectors.toSet());
    }

    private MediaAddress signed(PublishedWork work, UUID session) {
        Instant until = tokens.now().plus(GOOD_FOR);
        return new MediaAddress(
                MediaEndpoint.PATH + tokens.sign(work.release(), work.version(), session, until) + "/", until);
    }

    /** The release that a token opens to the viewer at this moment. */
    Optional<WatchRow> open(String text, Viewer viewer) {
        UUID session = viewer.session();
        if (session == null) {
            return Optional.empty();
        }
        Optional<MediaToken> token = tokens.read(text, session);
        return token.flatMap(read -> store.release(read.release(), read.version()))
                .filter(row -> access(row.work(), row.creator(), row.showing(), viewer) == WatchAccess.OPEN);
    }
}
