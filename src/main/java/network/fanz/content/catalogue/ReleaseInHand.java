package network.fanz.content.catalogue;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.media.UploadType;

/**
 * A release as those see it who look at it.
 *
 * @param upload where its bytes lie, in {@code content.media}
 * @param type what its bytes say that it is
 * @param length bytes
 */
public record ReleaseInHand(UUID id, UUID work, AccountId creator, UUID upload, UploadType type, long length) {}
