package network.fanz.content.moderation;

import java.util.UUID;
import network.fanz.content.catalogue.ReleaseState;

/**
 * A release of the very same bytes that came before or elsewhere.
 *
 * @param state as others than the cleared are told
 * @param ofSameCreator whether the same creator has sent it
 */
public record SameFile(UUID release, ReleaseState state, boolean ofSameCreator) {}
