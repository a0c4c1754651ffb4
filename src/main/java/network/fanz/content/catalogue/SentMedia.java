package network.fanz.content.catalogue;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.content.media.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * One part of a published work that has gone out whole.
 *
 * @param rendition which part
 * @param agent what the program says it is that asked; null if it says nothing
 * @param unasked whether the program says that nobody has asked for it yet
 */
public record SentMedia(
        UUID work,
        AccountId creator,
        Rendition rendition,
        Viewer viewer,
        Caller caller,
        @Nullable String agent,
        boolean unasked) {}
