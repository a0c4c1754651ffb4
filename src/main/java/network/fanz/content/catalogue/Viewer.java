package network.fanz.content.catalogue;

import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to watch.
 *
 * @param session the public id of their session on this host; null if they have none, and then nothing is shown to them
 * @param account who is signed in; null if nobody is
 * @param country where they seem to be, ISO 3166-1 alpha-2; null if nothing known says so
 */
public record Viewer(
        @Nullable UUID session,
        @Nullable AccountId account,
        @Nullable String country) {}
